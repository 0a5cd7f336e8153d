package dev.linchpin.forecast;

import java.util.List;

/// Everything one forecast looks at: all projects that compete for the same people.
///
/// A plan may be wrong in any way (cycles, links to nowhere, people nobody knows): that gives
/// findings, never an exception.
///
/// @param projects the most important first: where two tasks want the same person, the earlier
///   project's task goes first
/// @param links order constraints between tasks, within and across projects
/// @param people everybody a task may name
/// @param calendars every calendar a project, task or person may name
/// @param windows every change window a task may name
/// @param promises dates that people were told
public record Plan(
    List<Project> projects,
    List<Link> links,
    List<Person> people,
    List<WorkCalendar> calendars,
    List<ChangeWindow> windows,
    List<Promise> promises) {
  public Plan {
    projects = List.copyOf(projects);
    links = List.copyOf(links);
    people = List.copyOf(people);
    calendars = List.copyOf(calendars);
    windows = List.copyOf(windows);
    promises = List.copyOf(promises);
  }

  /// A plan without change windows and promises.
  public Plan(
      List<Project> projects, List<Link> links, List<Person> people, List<WorkCalendar> calendars) {
    this(projects, links, people, calendars, List.of(), List.of());
  }

  /// Every task of every project, in the order of the plan.
  public List<Task> tasks() {
    return projects.stream().flatMap(project -> project.tasks().stream()).toList();
  }
}
