package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.Knows;
import dev.linchpin.forecast.Levers.Change;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.RiskId;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Makes a change to a question, and says it in words.
public final class Changes {
  private Changes() {}

  /// The question with the change made; what the change names and nobody knows changes nothing.
  public static Question with(Question question, Change change) {
    Plan plan = question.plan();
    return switch (change) {
      case Change.AddPerson it ->
          question.with(eachTask(plan, it.task(), task -> added(task, it.person())));
      case Change.HandOver it ->
          question.with(eachTask(plan, it.task(), task -> handedOver(task, it.from(), it.to())));
      case Change.Teach it -> question.with(taught(plan, it));
      case Change.HalfTheTickets it -> question.with(halved(question.interruptions(), it.people()));
      case Change.Drop it ->
          question.with(eachTask(plan, it.task(), task -> task.with(new Work.None())));
      case Change.StartWhenReady it ->
          question.with(
              eachTask(plan, it.task(), task -> task.with(new Constraint.AsSoonAsPossible())));
      case Change.StartNow it -> question.with(begun(plan, it.project(), question.asOf()));
      case Change.MoveFreeze it -> question.with(thawed(plan, it));
      case Change.Avoid it ->
          question.with(
              plan.withRisks(
                  plan.risks().stream().filter(risk -> !risk.id().equals(it.risk())).toList()));
      case Change.GoBefore it -> question.with(first(plan, it.project(), it.other()));
    };
  }

  /// What to do, as a sentence.
  public static String sentence(Plan plan, Change change) {
    return switch (change) {
      case Change.AddPerson it ->
          "Put %s on \"%s\" as well.".formatted(name(plan, it.person()), name(plan, it.task()));
      case Change.HandOver it ->
          "Let %s do \"%s\" instead of %s."
              .formatted(name(plan, it.to()), name(plan, it.task()), name(plan, it.from()));
      case Change.Teach it ->
          "Let %s learn %s to level %d.".formatted(name(plan, it.person()), it.topic(), it.level());
      case Change.HalfTheTickets it ->
          "Take half of the tickets from %s."
              .formatted(
                  it.people().size() > 3
                      ? it.people().size() + " people"
                      : Findings.and(it.people().stream().map(who -> name(plan, who)).toList()));
      case Change.Drop it -> "Leave \"%s\" out.".formatted(name(plan, it.task()));
      case Change.StartWhenReady it ->
          "Begin \"%s\" as soon as it can begin.".formatted(name(plan, it.task()));
      case Change.StartNow it -> "Begin %s now.".formatted(name(plan, it.project()));
      case Change.MoveFreeze it -> "Move the freeze \"%s\".".formatted(it.freeze());
      case Change.Avoid it ->
          "See to it that \"%s\" cannot happen.".formatted(name(plan, it.risk()));
      case Change.GoBefore it ->
          "Put %s before %s.".formatted(name(plan, it.project()), name(plan, it.other()));
    };
  }

  private static Task added(Task task, PersonId person) {
    List<Assignment> people = new ArrayList<>(task.people());
    people.add(new Assignment(person, 1));
    return task.with(people, task.needs());
  }

  private static Task handedOver(Task task, PersonId from, PersonId to) {
    return task.with(
        task.people().stream()
            .map(it -> it.person().equals(from) ? new Assignment(to, it.share()) : it)
            .toList(),
        task.needs());
  }

  private static Plan taught(Plan plan, Change.Teach change) {
    return plan.withPeople(
        plan.people().stream()
            .map(it -> it.id().equals(change.person()) ? taught(it, change) : it)
            .toList());
  }

  private static Person taught(Person it, Change.Teach change) {
    List<Knows> knows = new ArrayList<>(it.knows());
    knows.add(new Knows(change.topic(), change.level()));
    return it.with(knows);
  }

  private static Interruptions halved(Interruptions all, List<PersonId> people) {
    Map<PersonId, Load> loads = new HashMap<>(all.loads());
    people.forEach(who -> loads.computeIfPresent(who, (_, load) -> load.times(0.5)));
    return new Interruptions(loads, all.common());
  }

  private static Plan begun(Plan plan, ProjectId project, LocalDateTime now) {
    return plan.withProjects(
        plan.projects().stream()
            .map(it ->
                it.id().equals(project)
                    ? new Project(it.id(), it.name(), now, it.calendar(), it.tasks())
                    : it)
            .toList());
  }

  private static Plan thawed(Plan plan, Change.MoveFreeze change) {
    return plan.withWindows(
        plan.windows().stream()
            .map(it ->
                it.id().equals(change.window())
                    ? new ChangeWindow(
                        it.id(),
                        it.name(),
                        it.week(),
                        it.dates(),
                        it.freezes().stream()
                            .filter(freeze -> !freeze.name().equals(change.freeze()))
                            .toList(),
                        it.lead(),
                        it.outOfHours())
                    : it)
            .toList());
  }

  private static Plan first(Plan plan, ProjectId project, ProjectId other) {
    List<Project> projects = new ArrayList<>(plan.projects());
    List<Project> moved = projects.stream().filter(it -> it.id().equals(project)).toList();
    projects.removeAll(moved);
    int at = 0;
    while (at < projects.size() && !projects.get(at).id().equals(other)) {
      at++;
    }
    projects.addAll(at, moved);
    return plan.withProjects(projects);
  }

  private static Plan eachTask(Plan plan, TaskId id, UnaryOperator<Task> change) {
    return plan.withProjects(
        plan.projects().stream()
            .map(project ->
                new Project(
                    project.id(),
                    project.name(),
                    project.notBefore(),
                    project.calendar(),
                    project.tasks().stream()
                        .map(task -> task.id().equals(id) ? change.apply(task) : task)
                        .toList()))
            .toList());
  }

  private static String name(Plan plan, TaskId id) {
    return plan.tasks().stream()
        .filter(it -> it.id().equals(id))
        .map(Task::name)
        .findFirst()
        .orElse(id.value());
  }

  private static String name(Plan plan, PersonId id) {
    return plan.people().stream()
        .filter(it -> it.id().equals(id))
        .map(Person::name)
        .findFirst()
        .orElse(id.value());
  }

  private static String name(Plan plan, ProjectId id) {
    return plan.projects().stream()
        .filter(it -> it.id().equals(id))
        .map(Project::name)
        .findFirst()
        .orElse(id.value());
  }

  private static String name(Plan plan, RiskId id) {
    return plan.risks().stream()
        .filter(it -> it.id().equals(id))
        .map(Risk::name)
        .findFirst()
        .orElse(id.value());
  }
}
