package dev.linchpin.forecast;

import dev.linchpin.forecast.internal.Placing;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;

/// A placed plan that one keeps while it is edited: after an edit it is dated again in about a
/// millisecond for a thousand tasks, because calendars, people's time and windows that did not
/// change are not laid out again. A value: an edit gives another one.
public final class Planned {
  private final Interruptions interruptions;
  private final LocalDateTime asOf;
  private final Placing placing;

  private Planned(Interruptions interruptions, LocalDateTime asOf, Placing placing) {
    this.interruptions = interruptions;
    this.asOf = asOf;
    this.placing = placing;
  }

  /// Places the plan with likely durations, as of a point in time, with mean interruptions.
  public static Planned of(Plan plan, Interruptions interruptions, LocalDateTime asOf) {
    return new Planned(interruptions, asOf, Placing.place(plan, interruptions, asOf));
  }

  /// The same after an edit. Where this one was improved, its tasks keep their order, so that the
  /// plan does not jump; otherwise it is what [#of] gives.
  public Planned with(Plan changed) {
    return new Planned(interruptions, asOf, placing.with(changed, interruptions, asOf));
  }

  /// The best that is found with an effort, beginning with what it is now.
  public Planned improved(Effort effort) {
    return new Planned(interruptions, asOf, placing.improved(effort));
  }

  public Schedule schedule() {
    return placing.schedule();
  }

  /// How much later each task that is not done may lie before its project ends later, in its own
  /// working time; a task without any is critical.
  public Map<TaskId, Duration> slack() {
    return Map.copyOf(placing.slack());
  }
}
