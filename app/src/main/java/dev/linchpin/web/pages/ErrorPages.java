package dev.linchpin.web.pages;

import dev.linchpin.web.shell.Page;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;

/// Every error ends here: a page for people, RFC 9457 for programs, and one line in the log for
/// what is our fault.
@Controller
class ErrorPages implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private final ErrorAttributes attributes;

  ErrorPages(ErrorAttributes attributes) {
    this.attributes = attributes;
  }

  @RequestMapping("/error")
  Object show(HttpServletRequest request) {
    Throwable error = attributes.getError(new ServletWebRequest(request));
    Trouble trouble = trouble(request, error);
    String id = trouble.isOurs() ? ErrorId.next() : "";
    String address = attribute(request, RequestDispatcher.ERROR_REQUEST_URI, "/");
    if (trouble.isOurs()) {
      LOG.error("{} {} failed, id {}", request.getMethod(), address, id, error);
    }
    String told = told(request, error, trouble);
    return address.toLowerCase(Locale.ROOT).startsWith("/api/")
        ? problem(trouble, told, address, id)
        : Page.of("web/pages/error.jte", trouble.title(), null, trouble.view(told, id))
            .with(trouble.status());
  }

  private static Trouble trouble(HttpServletRequest request, @Nullable Throwable error) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : Trouble.NOT_THERE.status().value();
    return Uploads.areTooLarge(error) ? Trouble.TOO_LARGE : Trouble.of(status);
  }

  /// What whoever refused said itself; Spring's own messages are not for people.
  private static String told(
      HttpServletRequest request, @Nullable Throwable error, Trouble trouble) {
    return trouble.isOurs() || error instanceof ErrorResponse || Uploads.areTooLarge(error)
        ? ""
        : attribute(request, RequestDispatcher.ERROR_MESSAGE, "");
  }

  private static ResponseEntity<ProblemDetail> problem(
      Trouble trouble, String told, String address, String id) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            trouble.status(), told.isEmpty() ? trouble.happened() : told);
    problem.setTitle(trouble.title());
    problem.setInstance(URI.create(address));
    if (!id.isEmpty()) {
      problem.setProperty("id", id);
    }
    return ResponseEntity.status(trouble.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String attribute(HttpServletRequest request, String name, String otherwise) {
    return Objects.requireNonNullElse(request.getAttribute(name), otherwise).toString();
  }
}
