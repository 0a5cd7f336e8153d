package dev.linchpin.helpdesk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/// Where a page of messages or of work ended: the next one goes on behind it.
public record PageEnd(Instant at, UUID id) {
  /// Before everything.
  public static final PageEnd START = new PageEnd(Instant.EPOCH, new UUID(0, 0));

  /// "2027-03-12T16:20:00.123456Z_8c2f…", as [#parse] reads it.
  @Override
  public String toString() {
    return at + "_" + id;
  }

  /// What is none is the start.
  public static PageEnd parse(String text) {
    int at = text.indexOf('_');
    try {
      return at < 0
          ? START
          : new PageEnd(
              Instant.parse(text.substring(0, at)), UUID.fromString(text.substring(at + 1)));
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      return START;
    }
  }
}
