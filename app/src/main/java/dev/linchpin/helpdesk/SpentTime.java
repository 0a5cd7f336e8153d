package dev.linchpin.helpdesk;

import java.time.Duration;
import java.util.Optional;

/// Working time as people type it: "20m", "1h 30m", "0:45"; a plain number counts minutes.
public final class SpentTime {
  /// What to say where it could not be read.
  public static final String HOW = "Enter a minute to ten hours, like 20m or 1h 30m.";

  private SpentTime() {}

  /// Empty where it is no time, or not one that can be booked at once.
  public static Optional<Duration> read(String typed) {
    return Optional.ofNullable(DurationText.read(typed, ColumnMapping.TimeUnit.MINUTES))
        .filter(time -> time.toMinutes() >= 1 && time.compareTo(Works.MOST) <= 0);
  }
}
