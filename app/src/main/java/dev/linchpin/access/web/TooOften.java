package dev.linchpin.access.web;

import dev.linchpin.web.shell.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Tells somebody who tried too often how long to wait.
final class TooOften {
  private TooOften() {}

  static Page page(Duration wait, HttpServletResponse response) {
    retryAfter(wait, response);
    var view = new ClosedView("That was too often", sentence(wait), "Nothing was changed.");
    return Page.of("access/web/closed.jte", "That was too often", null, view)
        .with(HttpStatus.TOO_MANY_REQUESTS);
  }

  static void retryAfter(Duration wait, HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
  }

  static String sentence(Duration wait) {
    long seconds = wait.toSeconds();
    String time = seconds < 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    return "Too many tries failed. Wait %s, then try again.".formatted(time);
  }
}
