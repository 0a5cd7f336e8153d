package dev.linchpin.access;

import dev.linchpin.platform.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Tells what [Access] refused, and writes refusals down.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {
  private final Audit audit;

  Refusals(Audit audit) {
    this.audit = audit;
  }

  @ExceptionHandler
  void notThere(NotThere no, HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND, message(no));
  }

  @ExceptionHandler
  void notYours(NotYours no, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String who = WhoArgument.of(request).map(Who::name).orElse("somebody");
    audit.add(who, "was refused", request.getMethod() + " " + request.getRequestURI(), message(no));
    response.sendError(HttpServletResponse.SC_FORBIDDEN, message(no));
  }

  private static String message(RuntimeException no) {
    return Objects.requireNonNullElse(no.getMessage(), "");
  }
}
