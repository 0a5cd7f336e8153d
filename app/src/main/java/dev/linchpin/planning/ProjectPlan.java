package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Lag;
import dev.linchpin.forecast.Link.Type;
import dev.linchpin.forecast.WorkCalendar;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The plan of one project: its lines in the order people see, and what hangs on what.
///
/// It may hold cycles, because a bad plan gives findings and not errors; but every number names a
/// line of it.
///
/// @param start nothing of it starts before; null means today
/// @param calendar working time of tasks without people; null means the organisation's
public record ProjectPlan(
    ProjectKey project,
    @Nullable LocalDateTime start,
    @Nullable WorkCalendar calendar,
    List<PlannedTask> tasks,
    List<PlannedLink> links,
    List<PlannedAssignment> assignments,
    List<Outsider> outsiders) {
  static final int TASKS_MAX = 20_000;

  /// `to` waits for `from`; both are task numbers of this project.
  public record PlannedLink(int from, int to, Type type, Lag lag) {
    public static PlannedLink finishToStart(int from, int to) {
      return new PlannedLink(from, to, Type.FINISH_TO_START, Lag.NONE);
    }
  }

  /// @param share of the worker's time while the task runs: 1 is all of it
  public record PlannedAssignment(int task, Worker who, double share) {}

  /// Somebody the directory does not know, or a pool of machines.
  ///
  /// @param capacity how many things at once
  /// @param calendar null means the project's
  public record Outsider(
      String name, double capacity, @Nullable WorkCalendar calendar, List<DayRange> away) {
    public Outsider {
      away = List.copyOf(away);
    }
  }

  public ProjectPlan {
    tasks = List.copyOf(tasks);
    links = List.copyOf(links);
    assignments = List.copyOf(assignments);
    outsiders = List.copyOf(outsiders);
    require(tasks.size() <= TASKS_MAX, "A plan has at most %,d lines.", TASKS_MAX);
    Map<Integer, PlannedTask> known = byNumber(tasks);
    require(known.size() == tasks.size(), "Two tasks of %s have the same number.", project);
    for (PlannedTask task : tasks) {
      require(task.project().equals(project), "%s is no task of %s.", task.ref(), project);
      require(
          task.parent() == null || known.containsKey(task.parent()),
          "Task %d stands under a line that is not there.",
          task.number());
    }
    for (PlannedLink link : links) {
      requireWork(known.get(link.from()), link.from());
      requireWork(known.get(link.to()), link.to());
    }
    Set<String> names = new HashSet<>();
    outsiders.forEach(outsider -> names.add(outsider.name()));
    for (PlannedAssignment assignment : assignments) {
      requireWork(known.get(assignment.task()), assignment.task());
      require(
          !(assignment.who() instanceof Worker.Outside(String name)) || names.contains(name),
          "Task %d names somebody who is not in the plan.",
          assignment.task());
    }
  }

  private static void requireWork(@Nullable PlannedTask task, int number) {
    if (task == null) {
      throw new IllegalArgumentException("Task " + number + " is not in the plan.");
    }
    require(
        task.kind() != PlannedTask.Kind.SUMMARY,
        "\"%s\" is a summary: link and assign the tasks below it.",
        task.name());
  }

  private static Map<Integer, PlannedTask> byNumber(List<PlannedTask> tasks) {
    var known = new HashMap<Integer, PlannedTask>();
    tasks.forEach(task -> known.put(task.number(), task));
    return known;
  }

  /// The same plan, in which those tasks ask for what they asked for in another one.
  ///
  /// @param before lines of the other one; a number that is missing there keeps its own
  public ProjectPlan keepingConditions(List<PlannedTask> before) {
    Map<Integer, PlannedTask> known = byNumber(before);
    List<PlannedTask> kept =
        tasks.stream()
            .map(task -> {
              PlannedTask same = known.get(task.number());
              return same == null || task.kind() != PlannedTask.Kind.TASK
                  ? task
                  : task.with(same.conditions());
            })
            .toList();
    return new ProjectPlan(project, start, calendar, kept, links, assignments, outsiders);
  }

  /// A plan without a start, calendar or outsiders of its own.
  public static ProjectPlan of(
      ProjectKey project,
      List<PlannedTask> tasks,
      List<PlannedLink> links,
      List<PlannedAssignment> assignments) {
    return new ProjectPlan(project, null, null, tasks, links, assignments, List.of());
  }
}
