package dev.linchpin.forecast;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A planned unit of work, or a milestone when its work is [Work.None].
///
/// @param people who does it; all of them, each on an own clock. Empty: it needs time but nobody's
/// @param calendar the task's own working time; null means the project's
/// @param deadline the day it should be finished by: reported against, it moves nothing
public record Task(
    TaskId id,
    String name,
    Work work,
    List<Assignment> people,
    Constraint constraint,
    Progress progress,
    @Nullable CalendarId calendar,
    @Nullable LocalDateTime deadline) {
  public Task {
    people = List.copyOf(people);
  }

  /// A task without constraint, calendar or deadline of its own that has not begun.
  public static Task of(TaskId id, String name, Work work, List<Assignment> people) {
    return new Task(
        id,
        name,
        work,
        people,
        new Constraint.AsSoonAsPossible(),
        new Progress.NotStarted(),
        null,
        null);
  }

  public boolean isMilestone() {
    return work instanceof Work.None;
  }
}
