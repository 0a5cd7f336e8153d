package dev.linchpin.forecast;

import dev.linchpin.forecast.internal.Placing;
import java.time.LocalDateTime;

/// Places a plan once: one person does one thing at a time, the more important project first.
public final class Scheduler {
  private Scheduler() {}

  /// Places the plan with likely durations, as of a point in time, with mean interruptions.
  public static Schedule schedule(Plan plan, Interruptions interruptions, LocalDateTime asOf) {
    return Placing.schedule(plan, interruptions, asOf);
  }
}
