package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Movement.Cause;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Takes what belongs to one cause from a later question into an earlier one, and nothing else.
public final class Causes {
  private final Plan now;
  private final Plan later;
  private final ProjectId own;
  private final Map<TaskId, Task> laterTasks = new HashMap<>();

  private Causes(Plan now, Plan later, ProjectId own) {
    this.now = now;
    this.later = later;
    this.own = own;
    later.tasks().forEach(task -> laterTasks.putIfAbsent(task.id(), task));
  }

  /// The question with one cause more applied; the last cause gives the later question itself.
  ///
  /// @param of whose project is the own one
  public static Question apply(Cause cause, Question now, Question later, Promise.Of of) {
    ProjectId own = projectOf(now.plan(), of);
    Causes causes = new Causes(now.plan(), later.plan(), own);
    return switch (cause) {
      case ACTUALS -> causes.actuals(now, later);
      case SCOPE -> now.with(causes.scope());
      case ESTIMATES -> causes.estimates(now, later);
      case PEOPLE -> now.with(causes.people());
      case INTERRUPTIONS -> now.with(later.interruptions());
      case WINDOWS -> now.with(causes.windows());
      case OTHER_PROJECTS ->
          now.with(later.plan().withRisks(now.plan().risks()).withGrowth(now.plan().growth()));
      case RISKS -> now.with(later.plan());
      case MODEL -> later;
    };
  }

  private static ProjectId projectOf(Plan plan, Promise.Of of) {
    return switch (of) {
      case Promise.Of.AProject it -> it.id();
      case Promise.Of.ATask it ->
          plan.projects().stream()
              .filter(project -> has(project, it.id()))
              .map(Project::id)
              .findFirst()
              .orElseThrow();
    };
  }

  private static boolean has(Project project, TaskId task) {
    return project.tasks().stream().anyMatch(it -> it.id().equals(task));
  }

  private Question actuals(Question now, Question later) {
    Plan plan = eachTask(_ -> true, (task, then) -> task.with(then.progress()));
    return now.with(plan).asOf(later.asOf());
  }

  private Plan scope() {
    List<Project> projects =
        now.projects().stream().map(it -> it.id().equals(own) ? scope(it) : it).toList();
    return now.withProjects(projects).withLinks(links());
  }

  /// The later tasks, as they were known before where they were.
  private Project scope(Project before) {
    Map<TaskId, Task> known = new HashMap<>();
    before.tasks().forEach(task -> known.putIfAbsent(task.id(), task));
    return later.projects().stream()
        .filter(it -> it.id().equals(own))
        .findFirst()
        .map(then ->
            new Project(
                own,
                then.name(),
                then.notBefore(),
                before.calendar(),
                then.tasks().stream()
                    .map(task -> scope(known.getOrDefault(task.id(), task), task))
                    .toList()))
        .orElse(before);
  }

  private static Task scope(Task task, Task then) {
    return new Task(
        task.id(),
        then.name(),
        task.work(),
        task.people(),
        then.constraint(),
        task.progress(),
        task.calendar(),
        then.deadline(),
        task.needs(),
        task.within(),
        then.splittable());
  }

  /// The later links of own tasks, and those of before between others.
  private List<Link> links() {
    Set<TaskId> ours = new HashSet<>();
    for (Plan plan : List.of(now, later)) {
      plan.projects().stream()
          .filter(it -> it.id().equals(own))
          .forEach(it -> it.tasks().forEach(task -> ours.add(task.id())));
    }
    Predicate<Link> isOurs = it -> ours.contains(it.from()) || ours.contains(it.to());
    if (now.links().stream()
        .filter(isOurs)
        .toList()
        .equals(later.links().stream().filter(isOurs).toList())) {
      return now.links();
    }
    Set<Link> before = new LinkedHashSet<>(now.links());
    Set<Link> mixed =
        later.links().stream()
            .filter(it -> isOurs.test(it) || before.contains(it))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    before.stream().filter(isOurs.negate()).forEach(mixed::add);
    return List.copyOf(mixed);
  }

  private Question estimates(Question now, Question later) {
    Plan plan = eachTask(this::isOwn, (task, then) -> task.with(then.work()));
    return now.with(plan).with(later.history());
  }

  private Plan people() {
    Plan who = eachTask(this::isOwn, Causes::people);
    Map<ProjectId, Project> then = new HashMap<>();
    later.projects().forEach(it -> then.putIfAbsent(it.id(), it));
    List<Project> projects =
        who.projects().stream()
            .map(it ->
                new Project(
                    it.id(),
                    it.name(),
                    it.notBefore(),
                    it.id().equals(own) ? then.getOrDefault(own, it).calendar() : it.calendar(),
                    it.tasks()))
            .toList();
    return now.withProjects(projects).withPeople(later.people()).withCalendars(later.calendars());
  }

  private static Task people(Task task, Task then) {
    return new Task(
        task.id(),
        task.name(),
        task.work(),
        then.people(),
        task.constraint(),
        task.progress(),
        then.calendar(),
        task.deadline(),
        then.needs(),
        task.within(),
        task.splittable());
  }

  private Plan windows() {
    return eachTask(this::isOwn, Causes::windows).withWindows(later.windows());
  }

  private static Task windows(Task task, Task then) {
    return new Task(
        task.id(),
        task.name(),
        task.work(),
        task.people(),
        task.constraint(),
        task.progress(),
        task.calendar(),
        task.deadline(),
        task.needs(),
        then.within(),
        task.splittable());
  }

  private boolean isOwn(Project project) {
    return project.id().equals(own);
  }

  /// Changes each task of some projects that there is later as well.
  private Plan eachTask(Predicate<Project> where, BinaryOperator<Task> change) {
    List<Project> projects =
        now.projects().stream().map(it -> where.test(it) ? eachTask(it, change) : it).toList();
    return now.withProjects(projects);
  }

  private Project eachTask(Project project, BinaryOperator<Task> change) {
    return new Project(
        project.id(),
        project.name(),
        project.notBefore(),
        project.calendar(),
        project.tasks().stream()
            .map(task -> {
              Task then = laterTasks.get(task.id());
              return then == null ? task : change.apply(task, then);
            })
            .toList());
  }
}
