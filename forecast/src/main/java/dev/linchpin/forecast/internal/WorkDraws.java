package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Drivers.Source;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.learn.ProjectFactor;
import dev.linchpin.forecast.learn.ProjectFactors;
import dev.linchpin.forecast.learn.RatioClass;
import dev.linchpin.forecast.learn.TaskRatios;
import dev.linchpin.forecast.score.Sample;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/*
 * How long work takes in one run: likely work × the task's own ratio × the project's factor.
 *
 * Ratio of a single estimate: as history says (`TaskRatios`), and as far as that does not say, a
 * lognormal that is built in (`RatioClass`).
 *
 * Three points are what people say are the 10, 50 and 90 % points. Ranges that should hold 80 %
 * held 50 to 60 % (ENGINE C5); so they are read as the middle 55 % of a lognormal with two sides.
 *
 * Project factor: the same for all tasks of a project in a run, as finished projects and what is
 * done of this one say (`ProjectFactors`). Without it an 80 % range holds 11 to 44 % of the time.
 * Time that simply passes (a delivery, drying paint) does not share it.
 */
final class WorkDraws {
  /// Normal quantile of 0.5 + 0.55 / 2.
  static final double STATED_RANGE_Z = 0.7554;

  private static final double MOST_LOG_SD = 1.5;

  private final Prepared plan;
  private final TaskRatios ratios;
  private final ProjectFactor[] factors;
  private final long[] taskKey;
  private final long[] runKey;
  private final long[] referenceKey;
  private final long[] projectKey;

  /// Below the median and above it, by task.
  private final double[] logSd;

  private final double[] weight;

  /// The tasks with work, and which factor applies to each: of its project, or 1 behind them all.
  private final int[] drawn;

  private final int[] factorOf;
  private final double[] factor;
  private final @Nullable Sample[] known;

  WorkDraws(Prepared plan, History history, Seed seed, Held held) {
    this.plan = plan;
    this.ratios = TaskRatios.of(history);
    int count = plan.count();
    this.taskKey = new long[count];
    this.runKey = new long[count];
    this.referenceKey = new long[count];
    this.projectKey = new long[plan.projects.length];
    this.logSd = new double[2 * count];
    this.weight = new double[count];
    this.known = new Sample[count];
    for (int i = 0; i < count; i++) {
      String id = plan.tasks[i].id().value();
      taskKey[i] = Draws.key(seed, Draws.Layer.TASK, id);
      referenceKey[i] = Draws.key(seed, Draws.Layer.REFERENCE, id);
      readSpread(i, plan.tasks[i]);
    }
    for (int p = 0; p < projectKey.length; p++) {
      projectKey[p] = Draws.key(seed, Draws.Layer.PROJECT, plan.projects[p].id().value());
    }
    this.factors = factors(history);
    this.drawn =
        IntStream.range(0, count).filter(i -> plan.kind[i] != Prepared.Kind.NONE).toArray();
    this.factor = new double[factors.length + 1];
    this.factorOf = new int[count];
    Arrays.setAll(
        factorOf, i -> plan.kind[i] == Prepared.Kind.ELAPSED ? factors.length : plan.project[i]);
    factor[factors.length] = 1;
    hold(held);
  }

  /// What is held takes what it takes on average.
  private void hold(Held held) {
    if (held.holds(Source.PROJECTS)) {
      Arrays.setAll(factors, p -> factors[p].average());
    }
    for (int i = 0; i < weight.length && held.holds(Source.ESTIMATES); i++) {
      double spread = new StatedRange(1, logSd[2 * i], logSd[2 * i + 1]).mean();
      Sample past = known[i];
      double mean = past == null ? spread : weight[i] * past.mean() + (1 - weight[i]) * spread;
      known[i] = Sample.of(mean);
      weight[i] = 1;
    }
  }

  private ProjectFactor[] factors(History history) {
    Set<ProjectId> running = new HashSet<>(history.running());
    Arrays.stream(plan.projects).map(Project::id).forEach(running::add);
    ProjectFactors learned = ProjectFactors.of(history, running, ratios);
    double[] remaining = new double[plan.projects.length];
    for (int i = 0; i < plan.count(); i++) {
      if (plan.kind[i] == Prepared.Kind.PEOPLE || plan.kind[i] == Prepared.Kind.CALENDAR) {
        remaining[plan.project[i]] +=
            learned.expected(hours(i), kind(plan.tasks[i]), person(plan.tasks[i]));
      }
    }
    ProjectFactor[] factors = new ProjectFactor[remaining.length];
    Arrays.setAll(factors, p -> learned.ofRest(plan.projects[p].id(), remaining[p]));
    return factors;
  }

  /// Likely work as people estimate it: of what passes day and night a third.
  private double hours(int task) {
    boolean passes = plan.kind[task] == Prepared.Kind.ELAPSED;
    return Math.max(1, passes ? plan.work[task] / 3.0 : plan.work[task]) / 60;
  }

  /// What it needs somebody to know says what sort of work it is; empty when that is not one thing.
  private static String kind(Task task) {
    return task.needs().size() == 1 ? task.needs().getFirst().topic().value() : "";
  }

  private static String person(Task task) {
    return task.people().size() == 1 && task.needs().isEmpty()
        ? task.people().getFirst().person().value()
        : "";
  }

  /// Draws the work of every task in one run.
  void draw(int run, int[] work) {
    for (int p = 0; p < factors.length; p++) {
      ProjectFactor it = factors[p];
      factor[p] = Exp.of(it.centre() + it.logSd() * Strata.normal(projectKey[p], run));
    }
    Draws.keys(taskKey, run, runKey);
    int end = plan.axis.end();
    for (int i : drawn) {
      double minutes = plan.work[i] * (ratio(i, run) * factor[factorOf[i]]);
      work[i] = Math.max(1, Math.min(end, (int) (minutes + 0.5)));
    }
  }

  private double ratio(int task, int run) {
    if (weight[task] > 0) {
      double u = Draws.uniform(Draws.key(referenceKey[task], run));
      if (u < weight[task]) {
        return Objects.requireNonNull(known[task]).quantile(u / weight[task]);
      }
    }
    long key = runKey[task];
    return Exp.of(Draws.normal(key) * logSd[2 * task + Draws.half(key)]);
  }

  private void readSpread(int i, Task task) {
    switch (task.work()) {
      case Work.None _ -> {}
      case Work.Effort effort -> readSpread(i, effort.hours());
      case Work.Working working -> readSpread(i, working.time());
      case Work.Elapsed elapsed -> readSpread(i, elapsed.time());
    }
  }

  private void readSpread(int i, Estimate estimate) {
    switch (estimate) {
      case Estimate.Single _ -> {
        boolean passes = plan.kind[i] == Prepared.Kind.ELAPSED;
        RatioClass expected =
            passes
                ? RatioClass.builtIn(hours(i))
                : ratios.of(hours(i), kind(plan.tasks[i]), person(plan.tasks[i]));
        logSd[2 * i] = expected.logSd();
        logSd[2 * i + 1] = expected.logSd();
        weight[i] = expected.weight();
        known[i] = expected.known();
      }
      case Estimate.ThreePoint it -> {
        StatedRange range = StatedRange.of(it);
        logSd[2 * i] = range.logSdBelow();
        logSd[2 * i + 1] = range.logSdAbove();
      }
    }
  }

  static double stated(double ratio) {
    return Math.min(MOST_LOG_SD, StrictMath.log(ratio) / STATED_RANGE_Z);
  }
}
