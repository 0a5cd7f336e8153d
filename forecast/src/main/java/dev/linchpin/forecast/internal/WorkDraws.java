package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.Work;

/*
 * How long work takes in one run: likely work × the task's own ratio × the project's factor.
 *
 * Ratio of a single estimate, nothing known: lognormal with median 1. Its log-sd is 0.8 for a day
 * of work and less (SiP: 0.76 for tasks of hours, n = 6,081; CESAW: 1.05) and falls with size,
 * because a large task is a sum of small ones, to 0.45 at half a year (Landmark: true over claimed
 * remaining time of whole projects, p90/p10 3.3, log-sd 0.47). In between it is a straight line in
 * logs, which is our judgement: σ = 0.8 · (size / 8 h)^-1/8. A median of 1 with this spread has a
 * mean of 1.38 for a day's task, in line with the 27 to 40 % mean overrun of SCIENCE A3.
 *
 * Three points are what people say are the 10, 50 and 90 % points. Ranges that should hold 80 %
 * held 50 to 60 % (ENGINE C5); so they are read as the middle 55 % of a lognormal with two sides.
 *
 * Project factor: lognormal, median 1, log-sd 0.22 (27 CESAW projects, SCIENCE B8), the same for
 * all tasks of a project in a run. Without it an 80 % range holds 11 to 44 % of the time. Time
 * that simply passes (a delivery, drying paint) does not share it.
 */
final class WorkDraws {
  static final double PROJECT_LOG_SD = 0.22;
  static final double DAY_LOG_SD = 0.8;
  static final double LEAST_LOG_SD = 0.45;

  /// Normal quantile of 0.5 + 0.55 / 2.
  static final double STATED_RANGE_Z = 0.7554;

  private static final double SIZE_EXPONENT = -0.125;
  private static final double WORKDAY_MINUTES = 480;
  private static final double MOST_LOG_SD = 1.5;

  private final Prepared plan;
  private final Ratios ratios;
  private final Strata strata;
  private final long[] taskKey;
  private final long[] referenceKey;
  private final long[] projectKey;
  private final double[] logSdBelow;
  private final double[] logSdAbove;
  private final int[] sizeClass;

  WorkDraws(Prepared plan, History history, Seed seed, int runs) {
    this.plan = plan;
    this.ratios = new Ratios(history);
    this.strata = new Strata(runs);
    int count = plan.count();
    this.taskKey = new long[count];
    this.referenceKey = new long[count];
    this.projectKey = new long[plan.projects.length];
    this.logSdBelow = new double[count];
    this.logSdAbove = new double[count];
    this.sizeClass = new int[count];
    for (int i = 0; i < count; i++) {
      String id = plan.tasks[i].id().value();
      taskKey[i] = Draws.key(seed, Draws.Layer.TASK, id);
      referenceKey[i] = Draws.key(seed, Draws.Layer.REFERENCE, id);
      readSpread(i, plan.tasks[i]);
    }
    for (int p = 0; p < projectKey.length; p++) {
      projectKey[p] = Draws.key(seed, Draws.Layer.PROJECT, plan.projects[p].id().value());
    }
  }

  /// Draws the work of every task in one run.
  ///
  /// @param factor room for one number per project
  void draw(int run, double[] factor, int[] work) {
    for (int p = 0; p < factor.length; p++) {
      factor[p] = Exp.of(PROJECT_LOG_SD * strata.normal(projectKey[p], run));
    }
    for (int i = 0; i < work.length; i++) {
      switch (plan.kind[i]) {
        case NONE -> {}
        case ELAPSED -> work[i] = minutes(i, ratio(i, run));
        case PEOPLE, CALENDAR -> work[i] = minutes(i, ratio(i, run) * factor[plan.project[i]]);
      }
    }
  }

  private int minutes(int task, double ratio) {
    double drawn = Math.rint(plan.work[task] * ratio);
    return (int) Math.clamp(drawn, 1, plan.axis.end());
  }

  private double ratio(int task, int run) {
    if (sizeClass[task] >= 0) {
      double u = Draws.uniform(Draws.key(referenceKey[task], run));
      double weight = ratios.weight(sizeClass[task]);
      if (u < weight) {
        return ratios.quantile(sizeClass[task], u / weight);
      }
    }
    double z = Draws.normal(Draws.key(taskKey[task], run));
    return Exp.of(z * (z < 0 ? logSdBelow[task] : logSdAbove[task]));
  }

  private void readSpread(int i, Task task) {
    sizeClass[i] = -1;
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
        double minutes = Math.max(1, passes ? plan.work[i] / 3.0 : plan.work[i]);
        logSdBelow[i] = logSd(minutes);
        logSdAbove[i] = logSdBelow[i];
        sizeClass[i] = passes ? -1 : ratios.sizeClass(minutes);
      }
      case Estimate.ThreePoint it -> {
        double most = Math.max(1, it.pessimistic().toSeconds());
        double likely = Math.max(most / 100, it.likely().toSeconds());
        double least = Math.max(most / 100, it.optimistic().toSeconds());
        logSdBelow[i] = stated(likely / Math.min(least, likely));
        logSdAbove[i] = stated(most / likely);
      }
    }
  }

  static double logSd(double minutes) {
    double falling = DAY_LOG_SD * StrictMath.pow(minutes / WORKDAY_MINUTES, SIZE_EXPONENT);
    return Math.clamp(falling, LEAST_LOG_SD, DAY_LOG_SD);
  }

  private static double stated(double ratio) {
    return Math.min(MOST_LOG_SD, StrictMath.log(ratio) / STATED_RANGE_Z);
  }
}
