package dev.linchpin.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// Who looks at the page, as far as the shell needs to know.
///
/// @param admin whether the link to the admin area is shown
public record SignedIn(String name, String email, boolean admin) {
  private static final String ATTRIBUTE = SignedIn.class.getName();

  /// Called once per request by whoever knows who it is.
  public void remember(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static @Nullable SignedIn of(HttpServletRequest request) {
    return (SignedIn) request.getAttribute(ATTRIBUTE);
  }
}
