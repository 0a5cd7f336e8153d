package dev.linchpin.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/*
 * Over https a cookie is Secure and its name begins with __Host-, so that no other host can set it.
 * Over plain http a browser would refuse such a cookie, and nobody could sign in.
 */

/// The two cookies: the session, and the token that shows a form is ours.
final class Cookies {
  private static final String SAFE = "__Host-";

  private Cookies() {}

  /// The cookie that names the session.
  static final class SessionCookie implements CookieSerializer {
    private final CookieSerializer plain = serializer("linchpin", false);
    private final CookieSerializer safe = serializer(SAFE + "linchpin", true);

    @Override
    public void writeCookieValue(CookieValue cookie) {
      of(cookie.getRequest()).writeCookieValue(cookie);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
      return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
      return request.isSecure() ? safe : plain;
    }

    private static CookieSerializer serializer(String name, boolean secure) {
      var serializer = new DefaultCookieSerializer();
      serializer.setCookieName(name);
      serializer.setCookiePath("/");
      serializer.setUseHttpOnlyCookie(true);
      serializer.setUseSecureCookie(secure);
      serializer.setSameSite("Lax");
      return serializer;
    }
  }

  /// The cookie that a form repeats. It needs no session, so a visit of the sign-in page keeps
  /// nothing in the database.
  static final class FormCookie implements CsrfTokenRepository {
    private final CsrfTokenRepository plain = repository("linchpin-form", false);
    private final CsrfTokenRepository safe = repository(SAFE + "linchpin-form", true);

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
      return of(request).generateToken(request);
    }

    @Override
    public void saveToken(
        @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
      of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
      return of(request).loadToken(request);
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
      return request.isSecure() ? safe : plain;
    }

    private static CsrfTokenRepository repository(String name, boolean secure) {
      var repository = new CookieCsrfTokenRepository();
      repository.setCookieName(name);
      repository.setCookiePath("/");
      repository.setCookieCustomizer(
          cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
      return repository;
    }
  }
}
