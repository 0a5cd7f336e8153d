package dev.linchpin.forecast;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A planned unit of work, or a milestone when its work is [Work.None].
///
/// @param people who does it; all of them, each on an own clock. Empty: it needs time but nobody's
/// @param calendar the task's own working time; null means the project's
/// @param deadline the day it should be finished by: reported against, it moves nothing
/// @param needs who else does it: somebody for each of these, other people than those named
/// @param within change windows, all of which have to be open while it is done
/// @param splittable each of its people may interrupt it for something else
public record Task(
    TaskId id,
    String name,
    Work work,
    List<Assignment> people,
    Constraint constraint,
    Progress progress,
    @Nullable CalendarId calendar,
    @Nullable LocalDateTime deadline,
    List<Need> needs,
    List<WindowId> within,
    boolean splittable) {
  private static final int NEEDS = 100;

  public Task {
    Checks.require(needs.size() <= NEEDS, "A task needs at most %d topics.", NEEDS);
    people = List.copyOf(people);
    needs = List.copyOf(needs);
    within = List.copyOf(within);
  }

  /// A task that is done in one go, by those it names, at any time.
  public Task(
      TaskId id,
      String name,
      Work work,
      List<Assignment> people,
      Constraint constraint,
      Progress progress,
      @Nullable CalendarId calendar,
      @Nullable LocalDateTime deadline) {
    this(
        id,
        name,
        work,
        people,
        constraint,
        progress,
        calendar,
        deadline,
        List.of(),
        List.of(),
        false);
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

  /// The same task with other work.
  public Task with(Work other) {
    return new Task(
        id,
        name,
        other,
        people,
        constraint,
        progress,
        calendar,
        deadline,
        needs,
        within,
        splittable);
  }

  /// The same task, further on.
  public Task with(Progress other) {
    return new Task(
        id, name, work, people, constraint, other, calendar, deadline, needs, within, splittable);
  }

  /// The same task with other wishes about its dates.
  public Task with(Constraint other) {
    return new Task(
        id, name, work, people, other, progress, calendar, deadline, needs, within, splittable);
  }

  /// The same task, done by others.
  public Task with(List<Assignment> others, List<Need> othersWho) {
    return new Task(
        id,
        name,
        work,
        others,
        constraint,
        progress,
        calendar,
        deadline,
        othersWho,
        within,
        splittable);
  }
}
