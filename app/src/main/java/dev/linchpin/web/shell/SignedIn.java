package dev.linchpin.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
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

  /// At most two letters that stand for the person in the top bar.
  public String initials() {
    String[] words = name.strip().split("\\s+");
    String last = words.length > 1 ? words[words.length - 1] : "";
    return (first(words[0]) + first(last)).toUpperCase(Locale.ROOT);
  }

  private static String first(String word) {
    return word.isEmpty() ? "" : Character.toString(word.codePointAt(0));
  }

  static @Nullable SignedIn of(HttpServletRequest request) {
    return (SignedIn) request.getAttribute(ATTRIBUTE);
  }
}
