package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Forecast;
import dev.linchpin.forecast.Forecast.TaskForecast;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.TaskId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/*
 * Monte Carlo: the plan is played many times, each time with other work, other factors and other
 * weeks (WorkDraws, RunClocks), by the rule people follow (DispatchPass). What is told are
 * quantiles.
 *
 * Runs are numbered, and chance depends on the number alone; so workers may take runs as they
 * come, and any number of them gives the same bytes.
 */
public final class Simulation {
  /// Of the model: changes whenever the same question may get another answer.
  static final String VERSION = "2";

  /// Runs a worker takes at a time.
  private static final int CHUNK = 32;

  /// Below this chance a deadline is said to be at risk.
  private static final double LIKELY_MET = 0.5;

  /// Finished tasks below which history is said to be thin.
  private static final int HISTORY_ENOUGH = 30;

  private final Model model;
  private final Question question;
  private final Prepared plan;
  private final Tally tally;
  private final Findings findings;

  private Simulation(Question question, Findings findings) {
    this.question = question;
    this.findings = findings;
    this.model = new Model(question, findings);
    this.plan = model.plan;
    this.tally = new Tally(plan, question.runs());
  }

  /// Answers a question with that many workers; their number does not change the answer.
  public static Outcome forecast(Question question, int workers) {
    Simulation simulation = new Simulation(question, new Findings());
    simulation.play(workers);
    return simulation.outcome();
  }

  private void play(int workers) {
    AtomicInteger nextChunk = new AtomicInteger();
    IntStream.range(0, workers).parallel().forEach(_ -> work(nextChunk));
  }

  private void work(AtomicInteger nextChunk) {
    int runs = question.runs();
    Model.Player player = model.player();
    int[] critical = new int[plan.count()];
    int[] markedIn = new int[plan.count()];
    int from;
    while ((from = nextChunk.getAndIncrement() * CHUNK) < runs) {
      for (int run = from; run < Math.min(runs, from + CHUNK); run++) {
        DispatchPass pass = player.play(run);
        tally.record(run, pass);
        markCritical(pass, run, critical, markedIn);
      }
    }
    tally.add(critical);
  }

  /// Walks back from the end of each project along what decided each start. Where two tasks hold
  /// each other, by start and by finish, it has been there before and stops.
  private void markCritical(DispatchPass pass, int run, int[] critical, int[] markedIn) {
    int projects = pass.lastOf.length;
    for (int project = 0; project < projects; project++) {
      int walk = run * projects + project + 1;
      int task = pass.lastOf[project];
      while (task >= 0 && markedIn[task] != walk) {
        markedIn[task] = walk;
        if (plan.project[task] == project) {
          critical[task]++;
        }
        task = pass.decidedBy[task];
      }
    }
  }

  private Outcome outcome() {
    Map<TaskId, TaskForecast> tasks = new LinkedHashMap<>();
    for (int i = 0; i < plan.count(); i++) {
      if (!plan.isOut(i)) {
        TaskForecast forecast = taskForecast(i);
        checkDeadline(i, forecast);
        tasks.put(plan.tasks[i].id(), forecast);
      }
    }
    new Promises(model.placing, findings).checkConstraints();
    Map<ProjectId, Spread> ends = projectEnds();
    plan.dues.forEach(due -> checkPromise(due, tasks, ends));
    sayHowMuchIsKnown();
    Forecast forecast =
        new Forecast(VERSION, question.asOf(), question.seed(), question.runs(), tasks, ends);
    return new Outcome(forecast, findings.all());
  }

  private TaskForecast taskForecast(int i) {
    return switch (plan.tasks[i].progress()) {
      case Progress.Done done ->
          new TaskForecast(done.start(), new Certain(done.finish(), question.runs()), 0);
      case Progress.Started started -> open(i, started.at());
      case Progress.NotStarted _ -> open(i, plan.axis.at(tally.medianStart(i)));
    };
  }

  private TaskForecast open(int i, LocalDateTime start) {
    return new TaskForecast(
        start, new SortedSpread(plan.axis, tally.finishes(i)), tally.critical(i));
  }

  private Map<ProjectId, Spread> projectEnds() {
    boolean[] open = new boolean[plan.projects.length];
    Map<ProjectId, Spread> ends = new LinkedHashMap<>();
    for (int i = 0; i < plan.count(); i++) {
      open[plan.project[i]] |= plan.isOpen(i);
      if (plan.tasks[i].progress() instanceof Progress.Done done) {
        ends.merge(
            plan.projects[plan.project[i]].id(),
            new Certain(done.finish(), question.runs()),
            (a, b) -> a.at(1).isBefore(b.at(1)) ? b : a);
      }
    }
    for (int p = 0; p < open.length; p++) {
      if (open[p]) {
        ends.put(plan.projects[p].id(), new SortedSpread(plan.axis, tally.projectEnds(p)));
      }
    }
    return ends;
  }

  private void checkDeadline(int i, TaskForecast forecast) {
    LocalDateTime deadline = plan.tasks[i].deadline();
    if (deadline == null || !plan.isOpen(i)) {
      return;
    }
    double chance = forecast.finish().chanceBy(deadline.toLocalDate());
    if (chance < LIKELY_MET) {
      findings.add(
          Finding.Code.DEADLINE_AT_RISK,
          List.of(plan.tasks[i].id()),
          "\"%s\" meets its deadline %s in %.0f of 100 runs. Nothing was moved for it. Change the"
              + " deadline, or what it waits for.",
          plan.name(i),
          deadline.toLocalDate(),
          100 * chance);
    }
  }

  private void checkPromise(
      Rules.Due due, Map<TaskId, TaskForecast> tasks, Map<ProjectId, Spread> ends) {
    TaskForecast task = due.task() < 0 ? null : tasks.get(plan.tasks[due.task()].id());
    Spread end =
        due.task() < 0
            ? ends.get(plan.projects[due.project()].id())
            : task == null ? null : task.finish();
    double chance = end == null || end instanceof Certain ? 1 : end.chanceBy(due.promise().by());
    if (chance < LIKELY_MET) {
      findings.add(
          Finding.Code.PROMISE_AT_RISK,
          due.task() < 0 ? List.of() : List.of(plan.tasks[due.task()].id()),
          "%s was promised%s by %s, which holds in %.0f of 100 runs. Nothing was moved for it. Tell"
              + " them, or make it wait for less.",
          due.name(),
          due.promise().hard() ? " as a hard date" : "",
          due.promise().by(),
          100 * chance);
    }
  }

  private void sayHowMuchIsKnown() {
    int known = question.history().tasks().size();
    if (known < HISTORY_ENOUGH) {
      findings.add(
          Finding.Code.LITTLE_KNOWN,
          List.of(),
          "%s known, so the spread comes mostly from built-in reference classes and is wide. It"
              + " gets sharper with every finished task.",
          switch (known) {
            case 0 -> "No finished tasks are";
            case 1 -> "Only 1 finished task is";
            default -> "Only " + known + " finished tasks are";
          });
    }
    List<String> free = new ArrayList<>();
    for (var person : plan.people) {
      if (!question.interruptions().loads().containsKey(person.id())) {
        free.add(person.name());
      }
    }
    if (!free.isEmpty()) {
      findings.add(
          Finding.Code.LITTLE_KNOWN,
          List.of(),
          "Nothing is known about what interrupts %s. All their working time counts as free. Import"
              + " tickets to see what they take.",
          Findings.names(free));
    }
  }
}
