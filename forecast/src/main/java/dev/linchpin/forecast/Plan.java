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

  /// The same plan with other projects, or the same in another order.
  public Plan withProjects(List<Project> others) {
    return new Plan(others, links, people, calendars, windows, promises);
  }

  /// The same plan with other links.
  public Plan withLinks(List<Link> others) {
    return new Plan(projects, others, people, calendars, windows, promises);
  }

  /// The same plan with other people, or the same who changed.
  public Plan withPeople(List<Person> others) {
    return new Plan(projects, links, others, calendars, windows, promises);
  }

  /// The same plan with other change windows.
  public Plan withWindows(List<ChangeWindow> others) {
    return new Plan(projects, links, people, calendars, others, promises);
  }

  /// The same plan with other calendars.
  public Plan withCalendars(List<WorkCalendar> others) {
    return new Plan(projects, links, people, others, windows, promises);
  }

  /// The same plan with other promises.
  public Plan withPromises(List<Promise> others) {
    return new Plan(projects, links, people, calendars, windows, others);
  }
}
