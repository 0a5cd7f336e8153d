package dev.linchpin.forecast;

import java.time.Duration;

/// Time between the two ends of a link; negative is a lead.
///
/// @param elapsed true: passes day and night; false: working time on the calendar of the later task
public record Lag(Duration time, boolean elapsed) {
  public static final Lag NONE = new Lag(Duration.ZERO, false);

  public static Lag working(Duration time) {
    return new Lag(time, false);
  }

  public static Lag elapsed(Duration time) {
    return new Lag(time, true);
  }
}
