package dev.linchpin.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/// What somebody meets at a closed door: a stranger, or a form without our token.
@Component
class Closed implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final Setup setup;

  Closed(Setup setup) {
    this.setup = setup;
  }

  /// A stranger: sign in first.
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException no)
      throws IOException {
    if (Identify.isApi(request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      response.sendError(
          HttpServletResponse.SC_UNAUTHORIZED,
          "Sign in, or send an API token in the header \"Authorization: Bearer …\".");
    } else if (setup.isNeeded()) {
      response.sendRedirect("/setup");
    } else {
      response.sendRedirect("/sign-in" + backTo(request));
    }
  }

  /// A form without its token, or with one of an older session.
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException no)
      throws IOException {
    String detail =
        Identify.isApi(request)
            ? "Send an API token in the header \"Authorization: Bearer …\". Nothing was changed."
            : "This form was open too long. Nothing was changed. Go back, load the page again,"
                + " and send it once more.";
    response.sendError(HttpServletResponse.SC_FORBIDDEN, detail);
  }

  private static String backTo(HttpServletRequest request) {
    String query = request.getQueryString();
    String path = request.getRequestURI() + (query == null ? "" : "?" + query);
    return request.getMethod().equals(HttpMethod.GET.name()) && !path.equals("/")
        ? "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
        : "";
  }
}
