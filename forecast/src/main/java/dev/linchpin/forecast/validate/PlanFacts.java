package dev.linchpin.forecast.validate;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A plan by its ids; the first of two things with one id counts, as the plan says.
final class PlanFacts {
  private static final WorkCalendar USUAL = usual();

  final Map<TaskId, Task> tasks = new LinkedHashMap<>();
  final Map<PersonId, Person> people = new LinkedHashMap<>();
  private final Map<TaskId, Project> homes = new HashMap<>();
  private final Map<CalendarId, WorkCalendar> calendars = new HashMap<>();
  private final Map<WindowId, ChangeWindow> windows = new HashMap<>();
  private final Interruptions interruptions;

  PlanFacts(Plan plan, Interruptions interruptions) {
    this.interruptions = interruptions;
    plan.calendars().forEach(it -> calendars.putIfAbsent(it.id(), it));
    plan.people().forEach(it -> people.putIfAbsent(it.id(), it));
    plan.windows().forEach(it -> windows.putIfAbsent(it.id(), it));
    Map<Object, Project> projects = new LinkedHashMap<>();
    plan.projects().forEach(it -> projects.putIfAbsent(it.id(), it));
    for (Project project : projects.values()) {
      for (Task task : project.tasks()) {
        if (tasks.putIfAbsent(task.id(), task) == null) {
          homes.put(task.id(), project);
        }
      }
    }
  }

  Project home(Task task) {
    Project home = homes.get(task.id());
    if (home == null) {
      throw new IllegalStateException("No project has " + task.id());
    }
    return home;
  }

  /// The time that lags into a task, and work of nobody in particular, pass on.
  WorkHours hours(Task task) {
    CalendarId own = task.calendar();
    return new WorkHours(calendar(own == null ? home(task).calendar() : own), List.of(), List.of());
  }

  WorkHours hours(Person person) {
    var load = interruptions.loads().get(person.id());
    return new WorkHours(
        calendar(person.calendar()), person.away(), load == null ? List.of() : load.byWeekday());
  }

  List<ChangeWindow> windows(Task task) {
    List<ChangeWindow> known = new ArrayList<>();
    for (WindowId id : task.within()) {
      ChangeWindow window = windows.get(id);
      if (window != null) {
        known.add(window);
      }
    }
    return known;
  }

  /// Shares of those the task names, each person once, at most what there is of them.
  Map<PersonId, Double> named(Task task) {
    Map<PersonId, Double> shares = new LinkedHashMap<>();
    for (Assignment assignment : task.people()) {
      Person person = people.get(assignment.person());
      if (person != null) {
        shares.merge(person.id(), assignment.share(), Double::sum);
        shares.computeIfPresent(person.id(), (_, all) -> Math.min(all, person.capacity()));
      }
    }
    return shares;
  }

  /// What is still to do, as the plan says it.
  static Duration left(Task task) {
    if (task.isMilestone()) {
      return Duration.ZERO;
    }
    return switch (task.progress()) {
      case Progress.Done _ -> Duration.ZERO;
      case Progress.Started started -> started.remaining();
      case Progress.NotStarted _ ->
          switch (task.work()) {
            case Work.None _ -> Duration.ZERO;
            case Work.Effort effort -> effort.hours().likely();
            case Work.Working working -> working.time().likely();
            case Work.Elapsed elapsed -> elapsed.time().likely();
          };
    };
  }

  private WorkCalendar calendar(CalendarId id) {
    return calendars.getOrDefault(id, USUAL);
  }

  private static WorkCalendar usual() {
    Map<DayOfWeek, List<Shift>> week = new HashMap<>();
    for (DayOfWeek day : List.of(DayOfWeek.values()).subList(0, 5)) {
      week.put(day, List.of(new Shift(480, 720), new Shift(780, 1_020)));
    }
    return new WorkCalendar(new CalendarId("usual"), week, Map.of());
  }
}
