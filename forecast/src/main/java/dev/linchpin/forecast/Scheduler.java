package dev.linchpin.forecast;

import java.time.LocalDateTime;

/// Places a plan: one person does one thing at a time, the more important project first.
public final class Scheduler {
  private Scheduler() {}

  /// Places the plan with likely durations, as of a point in time, with mean interruptions.
  public static Schedule schedule(Plan plan, Interruptions interruptions, LocalDateTime asOf) {
    return schedule(plan, interruptions, asOf, Effort.passes(1));
  }

  /// Places the plan many times and returns the best schedule, as `docs/schedules.md` says what is
  /// better: hard dates, then other promised dates and deadlines, then the ends of the projects,
  /// the more important first, then as few changed starts as can be.
  public static Schedule schedule(
      Plan plan, Interruptions interruptions, LocalDateTime asOf, Effort effort) {
    Planned placed = Planned.of(plan, interruptions, asOf);
    return (effort.passes() > 1 ? placed.improved(effort) : placed).schedule();
  }
}
