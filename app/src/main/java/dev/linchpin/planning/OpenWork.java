package dev.linchpin.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How much of a plan is still to do.
///
/// @param tasks of the plan; milestones and summaries are none
/// @param open tasks that are not done
/// @param unestimated open tasks that nobody has estimated
/// @param lastDone the day on which the last task that is done was done; null when none is
public record OpenWork(int tasks, int open, int unestimated, @Nullable LocalDate lastDone) {
  /// Of a project without a plan.
  public static final OpenWork NONE = new OpenWork(0, 0, 0, null);

  /// Share of the open tasks that nobody has estimated, 0 to 1; 0 when none is open.
  public double unestimatedShare() {
    return open == 0 ? 0 : (double) unestimated / open;
  }

  /// The day since which every task is done; null while one is open, or when there is none.
  public @Nullable LocalDate allDoneSince() {
    return open == 0 ? lastDone : null;
  }
}
