package dev.linchpin.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/// What the layout shows around a page.
///
/// @param place the place that is marked in the navigation; null outside of all seven
/// @param who null when nobody is signed in
/// @param csrf the hidden field of every form
/// @param nonce what the content security policy asks of a script
/// @param asked the words in the Ask box
public record Shell(
    String title,
    @Nullable Place place,
    @Nullable SignedIn who,
    Csrf csrf,
    String nonce,
    String asked) {

  /// Name and value of the hidden field that shows a form is ours.
  public record Csrf(String name, String value) {}

  static Shell of(String title, @Nullable Place place, HttpServletRequest request) {
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Shell(
        title,
        place,
        SignedIn.of(request),
        token == null
            ? new Csrf("_csrf", "")
            : new Csrf(token.getParameterName(), token.getToken()),
        SecurityPolicy.nonce(request),
        Objects.requireNonNullElse(request.getParameter("q"), ""));
  }
}
