package dev.linchpin.forecast.validate;

import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.validate.Violation.Rule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says every rule of a plan that a schedule breaks.
public final class Validator {
  /// What a task may be left out for.
  private static final Set<Finding.Code> LEFT_OUT =
      EnumSet.of(
          Finding.Code.CYCLE,
          Finding.Code.NO_WORKING_TIME,
          Finding.Code.TOO_FAR,
          Finding.Code.NO_WINDOW,
          Finding.Code.NOBODY_KNOWS,
          Finding.Code.DOUBLE_ID);

  private final Plan plan;
  private final PlanFacts facts;
  private final LocalDateTime asOf;
  private final Schedule schedule;
  private final List<Violation> violations = new ArrayList<>();

  private Validator(Plan plan, Interruptions interruptions, LocalDateTime asOf, Schedule schedule) {
    this.plan = plan;
    this.facts = new PlanFacts(plan, interruptions);
    this.asOf = asOf;
    this.schedule = schedule;
  }

  /// All violations, in the order of the plan; none if the schedule is right.
  public static List<Violation> check(
      Plan plan, Interruptions interruptions, LocalDateTime asOf, Schedule schedule) {
    return new Validator(plan, interruptions, asOf, schedule).check();
  }

  private List<Violation> check() {
    for (Task task : facts.tasks.values()) {
      Placed placed = schedule.tasks().get(task.id());
      if (placed != null) {
        checkDates(task, placed);
        new WorkCheck(facts, task, placed, asOf, violations).check();
      } else if (schedule.findings().stream().noneMatch(it -> LEFT_OUT.contains(it.code()))) {
        say(Rule.MISSING, task.id(), "is missing and nothing says why");
      }
    }
    new LinkCheck(facts, schedule, violations).check(plan.links());
    new CapacityCheck(facts, schedule, violations).check();
    checkPromises();
    return List.copyOf(violations);
  }

  private void checkDates(Task task, Placed placed) {
    if (placed.finish().isBefore(placed.start())) {
      say(Rule.ORDER, task.id(), "ends before it begins");
    }
    switch (task.progress()) {
      case Progress.Done done -> {
        if (!placed.start().equals(done.start()) || !placed.finish().equals(done.finish())) {
          say(Rule.PAST, task.id(), "was done at another time");
        }
      }
      case Progress.Started started -> {
        if (!placed.start().equals(started.at()) || placed.finish().isBefore(asOf)) {
          say(Rule.PAST, task.id(), "runs since another time, or no more");
        }
      }
      case Progress.NotStarted _ -> checkOpen(task, placed);
    }
  }

  private void checkOpen(Task task, Placed placed) {
    if (placed.start().isBefore(asOf)) {
      say(Rule.PAST, task.id(), "begins before now");
    }
    switch (task.constraint()) {
      case Constraint.StartOn it -> checkPin(task, placed, it.at());
      case Constraint.StartNotBefore it -> notBefore(task, placed.start(), it.at());
      case Constraint.FinishNotBefore it -> endsNotBefore(task, placed, it.at());
      case Constraint.FinishOn it -> endsNotBefore(task, placed, it.at());
      case Constraint.AsSoonAsPossible _,
          Constraint.AsLateAsPossible _,
          Constraint.StartNotAfter _,
          Constraint.FinishNotAfter _ -> {}
    }
    if (!(task.constraint() instanceof Constraint.StartOn)) {
      notBefore(task, placed.start(), facts.home(task).notBefore());
    }
  }

  private void checkPin(Task task, Placed placed, LocalDateTime pin) {
    LocalDateTime wanted = pin.isBefore(asOf) ? asOf : pin;
    notBefore(task, placed.start(), wanted);
    if (placed.start().toLocalDate().isAfter(wanted.toLocalDate())
        && schedule.findings().stream()
            .noneMatch(it -> it.code() == Finding.Code.CONSTRAINT_BROKEN)) {
      say(Rule.NOT_BEFORE, task.id(), "slips from its pin and nothing says so");
    }
  }

  private void notBefore(Task task, LocalDateTime start, LocalDateTime earliest) {
    if (start.isBefore(earliest)) {
      say(Rule.NOT_BEFORE, task.id(), "begins before " + earliest);
    }
  }

  private void endsNotBefore(Task task, Placed placed, LocalDateTime earliest) {
    LocalDateTime end = WorkCheck.exact(placed.finish());
    if (end.isBefore(earliest)
        && WorkCheck.hours(facts, task, placed).stream()
            .allMatch(hours -> hours.anyBetween(end, earliest))) {
      say(Rule.NOT_BEFORE, task.id(), "ends before " + earliest);
    }
  }

  private void checkPromises() {
    Map<ProjectId, LocalDate> ends = new HashMap<>();
    schedule
        .tasks()
        .forEach((id, placed) -> {
          Task task = facts.tasks.get(id);
          if (task != null) {
            ends.merge(
                facts.home(task).id(),
                placed.finish().toLocalDate(),
                (a, b) -> a.isAfter(b) ? a : b);
          }
        });
    boolean said =
        schedule.findings().stream().anyMatch(it -> it.code() == Finding.Code.PROMISE_AT_RISK);
    for (Promise promise : plan.promises()) {
      LocalDate end = said ? null : end(promise, ends);
      if (end != null && end.isAfter(promise.by())) {
        say(Rule.PROMISE, new TaskId(promise.of().toString()), "ends late and nothing says so");
      }
    }
  }

  private @Nullable LocalDate end(Promise promise, Map<ProjectId, LocalDate> ends) {
    return switch (promise.of()) {
      case Promise.Of.AProject it -> ends.get(it.id());
      case Promise.Of.ATask it -> {
        Placed placed = schedule.tasks().get(it.id());
        Task task = facts.tasks.get(it.id());
        boolean open = task != null && !(task.progress() instanceof Progress.Done);
        yield placed == null || !open ? null : placed.finish().toLocalDate();
      }
    };
  }

  private void say(Rule rule, TaskId task, String message) {
    violations.add(new Violation(rule, task, task + " " + message));
  }
}
