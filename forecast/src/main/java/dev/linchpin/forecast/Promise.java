package dev.linchpin.forecast;

import java.time.LocalDate;

/// A date that somebody was told. It moves nothing by itself; a schedule that breaks it says so.
///
/// @param by the day on which it is done at the latest
/// @param hard true: a date to keep at nearly any price; false: a wish
/// @param weight what a day of delay costs compared with other promises, 1 to 1,000
public record Promise(Of of, LocalDate by, boolean hard, int weight) {
  static final int MOST = 1_000;

  public Promise {
    Checks.require(1 <= weight && weight <= MOST, "A weight goes from 1 to 1,000, not %d.", weight);
  }

  /// What was promised.
  public sealed interface Of {
    /// The end of one task, or that a milestone is reached.
    record ATask(TaskId id) implements Of {}

    /// The end of the last task of a project.
    record AProject(ProjectId id) implements Of {}
  }
}
