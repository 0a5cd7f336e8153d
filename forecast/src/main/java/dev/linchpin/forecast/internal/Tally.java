package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * What is kept of the runs. Every finish of every task and run, as long as that is few enough;
 * beyond it every k-th run, which is a fair sample because no layer of chance follows the order of
 * runs. Milestones and project ends, which people are told, have a limit of their own and so nearly
 * always keep all runs. Each run writes its own places, so threads never meet and the outcome does
 * not depend on them.
 */
final class Tally {
  /// Finish times kept of each kind (tasks, milestones, projects): 128 MB.
  static final int FINISHES_KEPT = 32_000_000;

  /// Runs kept at least, whatever it costs.
  static final int RUNS_KEPT = 200;

  /// Runs whose starts are kept: the median start is shown to the day.
  static final int STARTS_KEPT = 400;

  private final Prepared plan;
  private final int runs;
  private final int[][] finish;
  private final int[][] start;
  private final int[][] projectEnd;
  private final int[] critical;

  Tally(Prepared plan, int runs) {
    this.plan = plan;
    this.runs = runs;
    this.finish = new int[plan.count()][];
    this.start = new int[plan.count()][];
    this.projectEnd = new int[plan.projects.length][];
    this.critical = new int[plan.count()];
    int milestones = 0;
    int tasks = 0;
    for (int i = 0; i < plan.count(); i++) {
      milestones += isOpen(i) && isMilestone(i) ? 1 : 0;
      tasks += isOpen(i) && !isMilestone(i) ? 1 : 0;
    }
    for (int i = 0; i < plan.count(); i++) {
      if (isOpen(i)) {
        finish[i] = new int[kept(isMilestone(i) ? milestones : tasks)];
        start[i] = new int[Math.min(runs, STARTS_KEPT)];
      } else {
        finish[i] = new int[0];
        start[i] = new int[0];
      }
    }
    int projectRuns = kept(plan.projects.length);
    Arrays.setAll(projectEnd, _ -> new int[projectRuns]);
  }

  boolean isOpen(int task) {
    return plan.state[task] == Prepared.State.OPEN || plan.state[task] == Prepared.State.STARTED;
  }

  void record(int run, DispatchPass pass) {
    for (int i = 0; i < finish.length; i++) {
      put(finish[i], run, plan.lastMinute(i, pass.finish[i]));
      put(start[i], run, pass.start[i]);
    }
    for (int p = 0; p < projectEnd.length; p++) {
      int last = pass.lastOf[p];
      put(projectEnd[p], run, last < 0 ? pass.endOf[p] : plan.lastMinute(last, pass.endOf[p]));
    }
  }

  synchronized void add(int[] criticalRuns) {
    for (int i = 0; i < critical.length; i++) {
      critical[i] += criticalRuns[i];
    }
  }

  /// Finishes of a task, ascending.
  int[] finishes(int task) {
    Arrays.sort(finish[task]);
    return finish[task];
  }

  int medianStart(int task) {
    Arrays.sort(start[task]);
    return start[task][(start[task].length - 1) / 2];
  }

  int[] projectEnds(int project) {
    Arrays.sort(projectEnd[project]);
    return projectEnd[project];
  }

  double critical(int task) {
    return (double) critical[task] / runs;
  }

  private boolean isMilestone(int task) {
    return plan.tasks[task].isMilestone();
  }

  private int kept(int things) {
    return Math.min(runs, Math.max(RUNS_KEPT, FINISHES_KEPT / Math.max(1, things)));
  }

  private void put(int[] kept, int run, int value) {
    int place = (int) ((long) run * kept.length / runs);
    if (place < kept.length && (run == 0 || (long) (run - 1) * kept.length / runs != place)) {
      kept[place] = value;
    }
  }
}
