package dev.linchpin.web.pages;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;

/// Fails as a test wishes; it lies among the assets because those are open without sign-in.
@Controller
class Failing {
  static final String SECRET = "select secret from somewhere";

  @GetMapping("/assets/failing/{status}")
  void fail(@PathVariable int status) {
    if (status == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      throw new IllegalStateException(SECRET);
    }
    if (status == HttpStatus.CONTENT_TOO_LARGE.value()) {
      throw new MaxUploadSizeExceededException(1_000);
    }
    throw new ResponseStatusException(HttpStatus.valueOf(status), SECRET);
  }
}
