package dev.linchpin.access;

import static java.util.stream.Collectors.joining;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// This person may not do this: 403. The message is for people.
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class NotYours extends RuntimeException {
  public NotYours(String message) {
    super(message, null, false, false);
  }

  NotYours(Permission permission) {
    this(
        "Your account has no role for this. These roles have: %s. Ask your admin."
            .formatted(
                permission.roles().stream().map(Role::label).sorted().collect(joining(", "))));
  }
}
