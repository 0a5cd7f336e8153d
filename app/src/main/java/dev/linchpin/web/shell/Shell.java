package dev.linchpin.web.shell;

import dev.linchpin.platform.Zone;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;

/// What the layout shows around a page.
///
/// @param place the place that is marked in the navigation; null outside of all seven
/// @param who null when nobody is signed in
/// @param csrf the hidden field of every form
/// @param nonce what the content security policy asks of a script
/// @param asked the words in the Ask box
/// @param address path and query of this page, to come back to
/// @param notice what was just done, shown once
/// @param banners what must be seen above the page
/// @param zone name of the organisation's time zone; empty while the database is away
public record Shell(
    String title,
    @Nullable Place place,
    @Nullable SignedIn who,
    Csrf csrf,
    String nonce,
    String asked,
    String address,
    Appearance appearance,
    @Nullable Notice notice,
    String zone,
    List<Banner> banners) {

  /// Name and value of the hidden field that shows a form is ours.
  public record Csrf(String name, String value) {}

  /// The version that runs, as the jar says; `development` outside of a jar.
  public String version() {
    return Objects.requireNonNullElse(
        Shell.class.getPackage().getImplementationVersion(), "development");
  }

  /// Whether this is the page of the Ask box itself.
  public boolean asking() {
    return address.equals("/ask") || address.startsWith("/ask?");
  }

  public String styles() {
    return Assets.STYLES.address();
  }

  public String script() {
    return Assets.SCRIPT.address();
  }

  public String htmx() {
    return Assets.HTMX.address();
  }

  public String icon() {
    return Assets.ICON.address();
  }

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
        Objects.requireNonNullElse(request.getParameter("q"), ""),
        address(request),
        Appearance.of(request),
        Notice.take(request),
        zone(request),
        Banner.of(place, request));
  }

  /// For a page that must show when the database does not answer: no session, nobody signed in.
  static Shell alone(String title, HttpServletRequest request) {
    return new Shell(
        title,
        null,
        null,
        new Csrf("_csrf", ""),
        SecurityPolicy.nonce(request),
        "",
        "/",
        Appearance.of(request),
        null,
        "",
        List.of());
  }

  private static String address(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getMethod().equals("GET")
        ? request.getRequestURI() + (query == null ? "" : "?" + query)
        : "/";
  }

  private static String zone(HttpServletRequest request) {
    try {
      return request.getAttribute(Zone.class.getName()) instanceof Zone zone
          ? zone.id().getId()
          : "";
    } catch (DataAccessException e) {
      return "";
    }
  }
}
