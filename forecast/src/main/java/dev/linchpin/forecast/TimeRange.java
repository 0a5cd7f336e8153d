package dev.linchpin.forecast;

import java.time.LocalDateTime;

/// A stretch of time: from (included) to (excluded).
public record TimeRange(LocalDateTime from, LocalDateTime to) {
  public TimeRange {
    Checks.require(from.isBefore(to), "%s is not before %s.", from, to);
  }
}
