package dev.linchpin.helpdesk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// By when something is to be done on a ticket.
///
/// @param due null while it is paused, or when the calendar ends before it
/// @param met when it was done; null while it is not
/// @param left counted time that was left when it was paused; zero while it is not
public record Target(@Nullable Instant due, @Nullable Instant met, Duration left) {
  public boolean isPaused() {
    return met == null && due == null;
  }

  /// Whether it is not done and should be.
  public boolean isLate(Instant now) {
    return met == null && due != null && due.isBefore(now);
  }

  /// Whether it was done, and in time.
  public boolean isKept() {
    return met != null && due != null && !met.isAfter(due);
  }
}
