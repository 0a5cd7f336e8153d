package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Batch;
import dev.linchpin.forecast.CostSpread;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Forecast;
import dev.linchpin.forecast.Forecast.TaskForecast;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.TaskId;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
  static final String VERSION = "7";

  /// Runs after which something is shown, and in which it is looked whether they are enough.
  private static final int FIRST = 256;

  /// Below this chance a deadline is said to be at risk.
  private static final double LIKELY_MET = 0.5;

  /// Finished tasks below which history is said to be thin.
  private static final int HISTORY_ENOUGH = 30;

  private final Model model;
  private final Question question;
  private final Prepared plan;
  private final Tally tally;
  private final Findings read;
  private final List<Worker> workers = new ArrayList<>();
  private final Marks elsewhere;
  private int runs;
  private Findings findings;

  private Simulation(Question question, int workers) {
    this.question = question;
    this.read = new Findings();
    this.findings = read;
    this.model = new Model(question, read);
    this.plan = model.plan;
    new RiskFindings(question.plan(), read).check();
    this.tally = new Tally(plan, question.runs(), model.costs.areKnown());
    this.elsewhere = new Marks(plan);
    for (int worker = 0; worker < workers; worker++) {
      this.workers.add(new Worker(model, tally));
    }
  }

  /// Answers a question with that many workers; their number does not change the answer.
  public static Outcome forecast(Question question, int workers) {
    Simulation simulation = new Simulation(question, workers);
    simulation.play(0, question.runs());
    return simulation.outcome();
  }

  /// Answers a question with as many runs as the dates people are told need, at most its own.
  ///
  /// @param goOn shown what there is after 256 runs, and whenever there are twice as many
  public static Outcome untilStable(Question question, int workers, Predicate<Forecast> goOn) {
    Simulation simulation = new Simulation(question, workers);
    @Nullable Stable[] stable = simulation.stable();
    int show = FIRST;
    int done = 0;
    boolean wanted = true;
    while (wanted && done < question.runs()) {
      int next = Math.min(question.runs(), done + FIRST);
      simulation.play(done, next);
      done = next;
      if (simulation.isStable(stable)) {
        break;
      }
      if (done >= show && done < question.runs()) {
        wanted = goOn.test(simulation.outcome().forecast());
        show = 2 * done;
      }
    }
    return simulation.outcome();
  }

  /// Plays some of the runs of a question, to be merged.
  public static Batch play(Question question, int workers, int from, int to) {
    Simulation simulation = new Simulation(question, workers);
    simulation.play(from, to);
    Marks marks = simulation.marks();
    int room = 2 * Integer.BYTES + marks.bytes() + simulation.tally.bytes(from, to);
    ByteBuffer out = ByteBuffer.allocate(room).putInt(from).putInt(to);
    marks.write(out);
    simulation.tally.write(from, to, out);
    return Batch.of(out.array());
  }

  /// Answers a question from all its runs, in their order.
  public static Outcome merge(Question question, List<Batch> batches) {
    Simulation simulation = new Simulation(question, 0);
    for (Batch batch : batches) {
      ByteBuffer in = batch.content();
      simulation.elsewhere.read(in);
      simulation.tally.read(batch.from(), batch.to(), in);
      simulation.runs = batch.to();
    }
    return simulation.outcome();
  }

  private void play(int from, int to) {
    AtomicInteger next = new AtomicInteger(from);
    workers.parallelStream().forEach(worker -> worker.play(next, to));
    runs = to;
  }

  private Marks marks() {
    Marks all = new Marks(plan);
    all.add(elsewhere);
    workers.forEach(worker -> all.add(worker.marks));
    return all;
  }

  /// One for each project with something to come, otherwise null.
  private @Nullable Stable[] stable() {
    @Nullable Stable[] stable = new Stable[plan.projects.length];
    for (int i = 0; i < plan.count(); i++) {
      if (plan.isOpen(i) && stable[plan.project[i]] == null) {
        stable[plan.project[i]] = new Stable(plan.axis, plan.calendar[i]);
      }
    }
    return stable;
  }

  private boolean isStable(@Nullable Stable[] stable) {
    for (int p = 0; p < stable.length; p++) {
      Stable rule = stable[p];
      if (rule != null && !rule.isReached(tally.projectEndsByRun(p, runs))) {
        return false;
      }
    }
    return true;
  }

  private Outcome outcome() {
    findings = read.copy();
    Marks marks = marks();
    Map<TaskId, TaskForecast> tasks = new LinkedHashMap<>();
    for (int i = 0; i < plan.count(); i++) {
      if (!plan.isOut(i)) {
        TaskForecast forecast = taskForecast(i, marks);
        checkDeadline(i, forecast);
        tasks.put(plan.tasks[i].id(), forecast);
      }
    }
    new Promises(model.placing, findings).checkConstraints();
    Map<ProjectId, Spread> ends = projectEnds();
    plan.dues.forEach(due -> checkPromise(due, tasks, ends));
    sayHowMuchIsKnown();
    Forecast forecast =
        new Forecast(
            VERSION,
            question.asOf(),
            question.seed(),
            runs,
            tasks,
            ends,
            costs(ends.keySet()),
            marks.people(runs));
    return new Outcome(forecast, findings.all());
  }

  private Map<ProjectId, CostSpread> costs(Set<ProjectId> projects) {
    Map<ProjectId, CostSpread> costs = new LinkedHashMap<>();
    for (int p = 0; p < plan.projects.length && model.costs.areKnown(); p++) {
      if (projects.contains(plan.projects[p].id())) {
        int[] ends = tally.projectEndsByRun(p, runs);
        costs.put(
            plan.projects[p].id(), new PairedCosts(plan.axis, ends, tally.costsByRun(p, runs)));
      }
    }
    return costs;
  }

  private TaskForecast taskForecast(int i, Marks marks) {
    return switch (plan.tasks[i].progress()) {
      case Progress.Done done ->
          new TaskForecast(done.start(), new Certain(done.finish(), runs), 0);
      case Progress.Started started -> open(i, started.at(), marks);
      case Progress.NotStarted _ -> open(i, plan.axis.at(tally.medianStart(i, runs)), marks);
    };
  }

  private TaskForecast open(int i, LocalDateTime start, Marks marks) {
    return new TaskForecast(
        start,
        Corrected.of(
            new SortedSpread(plan.axis, tally.kept(i, runs), tally.finishes(i, runs)),
            false,
            question),
        (double) marks.tasks[i] / runs);
  }

  private Map<ProjectId, Spread> projectEnds() {
    boolean[] open = new boolean[plan.projects.length];
    Map<ProjectId, Spread> ends = new LinkedHashMap<>();
    for (int i = 0; i < plan.count(); i++) {
      open[plan.project[i]] |= plan.isOpen(i);
      if (plan.tasks[i].progress() instanceof Progress.Done done) {
        ends.merge(
            plan.projects[plan.project[i]].id(),
            new Certain(done.finish(), runs),
            (a, b) -> a.at(1).isBefore(b.at(1)) ? b : a);
      }
    }
    for (int p = 0; p < open.length; p++) {
      if (open[p]) {
        ends.put(
            plan.projects[p].id(),
            Corrected.of(new SortedSpread(plan.axis, tally.projectEnds(p, runs)), true, question));
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
