package dev.linchpin.access;

import dev.linchpin.platform.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Tells what [Access] refused, and writes refusals down.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {
  private final Problems problems;
  private final Audit audit;

  Refusals(Problems problems, Audit audit) {
    this.problems = problems;
    this.audit = audit;
  }

  @ExceptionHandler
  void notThere(NotThere no, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.tell(HttpStatus.NOT_FOUND, message(no), request, response);
  }

  @ExceptionHandler
  void notYours(NotYours no, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String who = WhoArgument.of(request).map(Who::name).orElse("somebody");
    audit.add(who, "was refused", request.getMethod() + " " + request.getRequestURI(), message(no));
    problems.tell(HttpStatus.FORBIDDEN, message(no), request, response);
  }

  private static String message(RuntimeException no) {
    return Objects.requireNonNullElse(no.getMessage(), "");
  }
}
