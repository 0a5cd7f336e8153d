package dev.linchpin.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// There is nothing here, or nothing for this person to see: 404. The message is for people.
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotThere extends RuntimeException {
  public NotThere(String message) {
    super(message, null, false, false);
  }
}
