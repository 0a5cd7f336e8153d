package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.RiskId;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.WindowId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Some projects of a plan with what they need: their links, people, calendars, windows, promises,
/// risks and prices. In the order of the plan.
final class Part {
  private final Set<ProjectId> projects = new HashSet<>();
  private final Set<TaskId> tasks = new HashSet<>();
  private final Set<PersonId> people = new HashSet<>();
  private final Set<Need> needs = new HashSet<>();
  private final Set<CalendarId> calendars = new HashSet<>();
  private final Set<WindowId> windows = new HashSet<>();

  private Part(List<Project> some) {
    for (Project project : some) {
      projects.add(project.id());
      calendars.add(project.calendar());
      project.tasks().forEach(this::add);
    }
  }

  static Plan of(Plan plan, List<Project> projects) {
    return new Part(projects).of(projects, plan);
  }

  private void add(Task task) {
    tasks.add(task.id());
    task.people().stream().map(Assignment::person).forEach(people::add);
    needs.addAll(task.needs());
    windows.addAll(task.within());
    if (task.calendar() != null) {
      calendars.add(task.calendar());
    }
  }

  private Plan of(List<Project> some, Plan plan) {
    List<Person> everybody = plan.people().stream().filter(this::isNeeded).toList();
    everybody.forEach(person -> {
      people.add(person.id());
      calendars.add(person.calendar());
    });
    return new Plan(
        some,
        plan.links().stream()
            .filter(it -> tasks.contains(it.from()) || tasks.contains(it.to()))
            .toList(),
        everybody,
        plan.calendars().stream().filter(it -> calendars.contains(it.id())).toList(),
        plan.windows().stream().filter(it -> windows.contains(it.id())).toList(),
        plan.promises().stream().filter(this::isOurs).toList(),
        risks(plan.risks()),
        plan.growth().stream().filter(it -> projects.contains(it.project())).toList(),
        plan.rates().stream().filter(it -> people.contains(it.person())).toList(),
        plan.items().stream().filter(it -> projects.contains(it.project())).toList());
  }

  /// With those that have the same id: the first of them counts, wherever it belongs.
  private List<Risk> risks(List<Risk> all) {
    Set<RiskId> ours = all.stream().filter(this::isOurs).map(Risk::id).collect(Collectors.toSet());
    return all.stream().filter(it -> ours.contains(it.id())).toList();
  }

  private boolean isNeeded(Person person) {
    return people.contains(person.id())
        || needs.stream().anyMatch(need -> Competing.knows(person, need));
  }

  private boolean isOurs(Promise promise) {
    return switch (promise.of()) {
      case Promise.Of.AProject it -> projects.contains(it.id());
      case Promise.Of.ATask it -> tasks.contains(it.id());
    };
  }

  private boolean isOurs(Risk risk) {
    return projects.contains(risk.project())
        || risk.effects().stream().anyMatch(it -> tasks.contains(it.task()));
  }
}
