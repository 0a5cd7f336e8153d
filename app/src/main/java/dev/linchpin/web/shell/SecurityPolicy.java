package dev.linchpin.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The content security policy of every answer, with a fresh nonce each.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityPolicy extends OncePerRequestFilter {
  private static final String ATTRIBUTE = SecurityPolicy.class.getName();
  private static final int NONCE_BYTES = 16;
  private static final String POLICY =
      "default-src 'none'; script-src 'nonce-%s'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
          + " trusted-types htmx linchpin";

  private final SecureRandom random = new SecureRandom();

  static String nonce(HttpServletRequest request) {
    return (String) request.getAttribute(ATTRIBUTE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    request.setAttribute(ATTRIBUTE, nonce);
    response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return true;
  }
}
