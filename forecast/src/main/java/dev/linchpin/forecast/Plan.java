package dev.linchpin.forecast;

import dev.linchpin.forecast.internal.Competing;
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
/// @param risks what may happen
/// @param growth work that is not planned yet, at most once per project
/// @param rates what people cost, at most once per person; whoever is missing costs nothing
/// @param items what else is paid for
public record Plan(
    List<Project> projects,
    List<Link> links,
    List<Person> people,
    List<WorkCalendar> calendars,
    List<ChangeWindow> windows,
    List<Promise> promises,
    List<Risk> risks,
    List<ScopeGrowth> growth,
    List<Rate> rates,
    List<CostItem> items) {
  public Plan {
    projects = List.copyOf(projects);
    links = List.copyOf(links);
    people = List.copyOf(people);
    calendars = List.copyOf(calendars);
    windows = List.copyOf(windows);
    promises = List.copyOf(promises);
    risks = List.copyOf(risks);
    growth = List.copyOf(growth);
    rates = List.copyOf(rates);
    items = List.copyOf(items);
  }

  /// A plan without risks and money.
  public Plan(
      List<Project> projects,
      List<Link> links,
      List<Person> people,
      List<WorkCalendar> calendars,
      List<ChangeWindow> windows,
      List<Promise> promises) {
    this(
        projects, links, people, calendars, windows, promises, List.of(), List.of(), List.of(),
        List.of());
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

  /// The plan in parts that cannot move each other's dates: projects that share people, whoever
  /// could do a task, links or risks, directly or through others, are in one. Each part holds all
  /// it needs; the one with the most important project comes first. Forecast as
  /// [Forecaster.Question#about], a part has the same dates as in the whole plan.
  public List<Plan> parts() {
    return Competing.parts(this);
  }

  /// The part that a project is in; a plan without projects if there is no such project.
  public Plan connectedTo(ProjectId project) {
    return parts().stream()
        .filter(part -> part.projects().stream().anyMatch(it -> it.id().equals(project)))
        .findFirst()
        .orElseGet(() -> withProjects(List.of()));
  }

  /// The same plan with other projects, or the same in another order.
  public Plan withProjects(List<Project> others) {
    return new Plan(
        others, links, people, calendars, windows, promises, risks, growth, rates, items);
  }

  /// The same plan with other links.
  public Plan withLinks(List<Link> others) {
    return new Plan(
        projects, others, people, calendars, windows, promises, risks, growth, rates, items);
  }

  /// The same plan with other people, or the same who changed.
  public Plan withPeople(List<Person> others) {
    return new Plan(
        projects, links, others, calendars, windows, promises, risks, growth, rates, items);
  }

  /// The same plan with other calendars.
  public Plan withCalendars(List<WorkCalendar> others) {
    return new Plan(
        projects, links, people, others, windows, promises, risks, growth, rates, items);
  }

  /// The same plan with other change windows.
  public Plan withWindows(List<ChangeWindow> others) {
    return new Plan(
        projects, links, people, calendars, others, promises, risks, growth, rates, items);
  }

  /// The same plan with other promises.
  public Plan withPromises(List<Promise> others) {
    return new Plan(
        projects, links, people, calendars, windows, others, risks, growth, rates, items);
  }

  /// The same plan with other risks.
  public Plan withRisks(List<Risk> others) {
    return new Plan(
        projects, links, people, calendars, windows, promises, others, growth, rates, items);
  }

  /// The same plan with other growth of scope.
  public Plan withGrowth(List<ScopeGrowth> others) {
    return new Plan(
        projects, links, people, calendars, windows, promises, risks, others, rates, items);
  }

  /// The same plan with another price.
  public Plan withCosts(List<Rate> otherRates, List<CostItem> otherItems) {
    return new Plan(
        projects,
        links,
        people,
        calendars,
        windows,
        promises,
        risks,
        growth,
        otherRates,
        otherItems);
  }
}
