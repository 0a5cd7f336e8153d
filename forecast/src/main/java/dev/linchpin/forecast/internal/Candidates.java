package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Knows;
import dev.linchpin.forecast.Levers.Change;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.TopicId;
import dev.linchpin.forecast.Work;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/*
 * Changes that might make something end earlier. Only what decides the end in one of ten runs can
 * be worth a change, and of that the eight tasks that do it most often; whoever could help is
 * somebody of the project, or who knows what the present person knows, with the least other work.
 * All bounds keep the number of questions to a few dozen, whatever the size of the plan.
 */
public final class Candidates {
  private static final int TASKS = 8;
  private static final int HELPERS = 2;
  private static final int FREEZES = 3;
  private static final double OFTEN = 0.1;

  private final Question question;
  private final Plan plan;
  private final Project own;
  private final Map<TaskId, Double> critical;
  private final Map<PersonId, Double> criticalBy = new LinkedHashMap<>();
  private final Map<PersonId, Long> busy = new HashMap<>();
  private final Set<Change> changes = new LinkedHashSet<>();

  private Candidates(Question question, Project own, Map<TaskId, Double> critical) {
    this.question = question;
    this.plan = question.plan();
    this.own = own;
    this.critical = critical;
    for (Task task : plan.tasks()) {
      if (isOpen(task)) {
        task.people().forEach(it -> busy.merge(it.person(), minutes(task), Long::sum));
      }
    }
  }

  /// Changes worth trying, each once.
  ///
  /// @param critical how often each task decided the end
  public static List<Change> of(Question question, Promise.Of of, Map<TaskId, Double> critical) {
    return question.plan().projects().stream()
        .filter(it -> isAbout(it, of))
        .findFirst()
        .map(own -> new Candidates(question, own, critical).find())
        .orElse(List.of());
  }

  /// Changes that might let something be placed that cannot be placed now: less of what tickets
  /// take from whoever works on its project, or somebody else to do it.
  public static List<Change> toPlace(Question question, Promise.Of of) {
    return question.plan().projects().stream()
        .filter(it -> isAbout(it, of))
        .findFirst()
        .map(own -> new Candidates(question, own, Map.of()).findToPlace())
        .orElse(List.of());
  }

  private List<Change> findToPlace() {
    Set<PersonId> interrupted = new LinkedHashSet<>();
    List<Task> open = own.tasks().stream().filter(Candidates::isOpen).toList();
    open.forEach(task -> task.people().forEach(it -> interrupted.add(it.person())));
    interrupted.retainAll(question.interruptions().loads().keySet());
    interrupted.stream()
        .limit(TASKS)
        .forEach(it -> changes.add(new Change.HalfTheTickets(List.of(it))));
    if (interrupted.size() > 1) {
      changes.add(new Change.HalfTheTickets(List.copyOf(interrupted)));
    }
    open.stream()
        .filter(task -> task.people().stream().anyMatch(it -> interrupted.contains(it.person())))
        .limit(TASKS)
        .forEach(task -> task.people().forEach(it -> handOver(task, it.person())));
    return List.copyOf(changes);
  }

  private void handOver(Task task, PersonId from) {
    helpers(task, from).forEach(to -> changes.add(new Change.HandOver(task.id(), from, to)));
  }

  private static boolean isAbout(Project project, Promise.Of of) {
    return switch (of) {
      case Promise.Of.AProject it -> project.id().equals(it.id());
      case Promise.Of.ATask it ->
          project.tasks().stream().anyMatch(task -> task.id().equals(it.id()));
    };
  }

  private List<Change> find() {
    List<Task> decisive =
        plan.tasks().stream()
            .filter(task -> isOpen(task) && share(task) >= OFTEN)
            .sorted(Comparator.comparing(this::share).reversed())
            .toList();
    decisive.forEach(this::noteWho);
    List<Task> most = decisive.stream().filter(it -> !it.isMilestone()).limit(TASKS).toList();
    most.forEach(this::aboutPeople);
    aboutTickets();
    most.stream()
        .filter(own.tasks()::contains)
        .filter(it -> it.progress() instanceof Progress.NotStarted)
        .forEach(task -> changes.add(new Change.Drop(task.id())));
    decisive.stream().filter(own.tasks()::contains).forEach(this::aboutDates);
    aboutFreezes(decisive);
    aboutRisks(decisive);
    aboutPriority();
    return List.copyOf(changes);
  }

  private void noteWho(Task task) {
    task.people().forEach(it -> criticalBy.merge(it.person(), share(task), Double::sum));
  }

  private void aboutPeople(Task task) {
    for (Assignment assignment : task.people()) {
      for (PersonId helper : helpers(task, assignment.person())) {
        changes.add(
            task.work() instanceof Work.Effort
                ? new Change.AddPerson(task.id(), helper)
                : new Change.HandOver(task.id(), assignment.person(), helper));
      }
    }
    for (Need need : task.needs()) {
      plan.people().stream()
          .filter(it -> it.capacity() <= 1 && !knows(it, need.topic(), need.level()))
          .sorted(
              Comparator.comparing((Person it) -> !knows(it, need.topic(), 1))
                  .thenComparing(it -> busy.getOrDefault(it.id(), 0L)))
          .limit(HELPERS)
          .forEach(it -> changes.add(new Change.Teach(it.id(), need.topic(), need.level())));
    }
  }

  private List<PersonId> helpers(Task task, PersonId present) {
    Set<PersonId> team =
        own.tasks().stream()
            .filter(Candidates::isOpen)
            .flatMap(it -> it.people().stream())
            .map(Assignment::person)
            .collect(Collectors.toSet());
    Set<TopicId> topics = new HashSet<>();
    plan.people().stream()
        .filter(it -> it.id().equals(present))
        .forEach(it -> it.knows().forEach(known -> topics.add(known.topic())));
    Set<PersonId> there =
        task.people().stream().map(Assignment::person).collect(Collectors.toSet());
    return plan.people().stream()
        .filter(it -> !there.contains(it.id()))
        .filter(it -> team.contains(it.id()) || knowsAny(it, topics))
        .sorted(
            Comparator.comparing((Person it) -> !knowsAny(it, topics))
                .thenComparing(it -> busy.getOrDefault(it.id(), 0L)))
        .limit(HELPERS)
        .map(Person::id)
        .toList();
  }

  private static boolean knowsAny(Person person, Set<TopicId> topics) {
    return person.knows().stream().map(Knows::topic).anyMatch(topics::contains);
  }

  private static boolean knows(Person person, TopicId topic, int level) {
    return person.knows().stream().anyMatch(it -> it.topic().equals(topic) && it.level() >= level);
  }

  private void aboutTickets() {
    List<PersonId> interrupted =
        criticalBy.entrySet().stream()
            .filter(it -> question.interruptions().loads().containsKey(it.getKey()))
            .sorted(Map.Entry.<PersonId, Double>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    interrupted.stream()
        .limit(HELPERS)
        .forEach(it -> changes.add(new Change.HalfTheTickets(List.of(it))));
    if (interrupted.size() > 1) {
      changes.add(new Change.HalfTheTickets(interrupted));
    }
  }

  private void aboutDates(Task task) {
    boolean holds =
        switch (task.constraint()) {
          case Constraint.StartNotBefore _,
              Constraint.StartOn _,
              Constraint.FinishNotBefore _,
              Constraint.FinishOn _,
              Constraint.AsLateAsPossible _ ->
              true;
          case Constraint.AsSoonAsPossible _,
              Constraint.StartNotAfter _,
              Constraint.FinishNotAfter _ ->
              false;
        };
    if (holds && task.progress() instanceof Progress.NotStarted) {
      changes.add(new Change.StartWhenReady(task.id()));
    }
    if (own.notBefore().isAfter(question.asOf())) {
      changes.add(new Change.StartNow(own.id()));
    }
  }

  private void aboutFreezes(List<Task> decisive) {
    LocalDateTime now = question.asOf();
    for (ChangeWindow window : plan.windows()) {
      if (decisive.stream().anyMatch(it -> it.within().contains(window.id()))) {
        window.freezes().stream()
            .filter(it -> !it.days().last().isBefore(now.toLocalDate()))
            .map(ChangeWindow.Freeze::name)
            .distinct()
            .limit(FREEZES)
            .forEach(it -> changes.add(new Change.MoveFreeze(window.id(), it)));
      }
    }
  }

  private void aboutRisks(List<Task> decisive) {
    Set<TaskId> ids = decisive.stream().map(Task::id).collect(Collectors.toSet());
    plan.risks().stream()
        .filter(it -> it.effects().stream().anyMatch(effect -> ids.contains(effect.task())))
        .sorted(Comparator.comparing(Risk::chance).reversed())
        .limit(TASKS)
        .forEach(it -> changes.add(new Change.Avoid(it.id())));
  }

  /// Before the next project above it that takes its people, and before the first of them.
  private void aboutPriority() {
    int at = plan.projects().indexOf(own);
    List<Project> above = new ArrayList<>();
    for (Project other : plan.projects().subList(0, at)) {
      if (other.tasks().stream().anyMatch(it -> isOpen(it) && competes(it))) {
        above.add(other);
      }
    }
    if (!above.isEmpty()) {
      changes.add(new Change.GoBefore(own.id(), above.getLast().id()));
      changes.add(new Change.GoBefore(own.id(), above.getFirst().id()));
    }
  }

  private boolean competes(Task task) {
    return share(task) > 0
        || task.people().stream().anyMatch(it -> criticalBy.containsKey(it.person()))
        || !task.needs().isEmpty();
  }

  private double share(Task task) {
    return critical.getOrDefault(task.id(), 0.0);
  }

  private static boolean isOpen(Task task) {
    return !(task.progress() instanceof Progress.Done);
  }

  private static long minutes(Task task) {
    return switch (task.work()) {
      case Work.None _ -> 0;
      case Work.Effort it -> it.hours().likely().toMinutes();
      case Work.Working it -> it.time().likely().toMinutes();
      case Work.Elapsed _ -> 0;
    };
  }
}
