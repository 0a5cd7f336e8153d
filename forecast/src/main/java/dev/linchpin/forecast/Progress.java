package dev.linchpin.forecast;

import java.time.Duration;
import java.time.LocalDateTime;

/// What has happened to a task so far.
public sealed interface Progress {
  record NotStarted() implements Progress {}

  /// Runs.
  ///
  /// @param remaining what is still to do, in the unit of the task's work
  record Started(LocalDateTime at, Duration remaining) implements Progress {
    public Started {
      Checks.require(!remaining.isNegative(), "What remains is not negative: %s.", remaining);
    }
  }

  record Done(LocalDateTime start, LocalDateTime finish) implements Progress {
    public Done {
      Checks.require(!finish.isBefore(start), "Done on %s, before it began on %s.", finish, start);
    }
  }
}
