package dev.linchpin.web.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/// Tells a file that is too large from other trouble with a form.
final class Uploads {
  private Uploads() {}

  static boolean areTooLarge(@Nullable Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof MaxUploadSizeExceededException) {
        return true;
      }
    }
    return false;
  }
}
