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
  private final Sample taskRuns;
  private final Sample milestoneRuns;
  private final Sample projectRuns;
  private final Sample startRuns;
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
      milestones += plan.isOpen(i) && isMilestone(i) ? 1 : 0;
      tasks += plan.isOpen(i) && !isMilestone(i) ? 1 : 0;
    }
    this.taskRuns = Sample.of(runs, FINISHES_KEPT / Math.max(1, tasks));
    this.milestoneRuns = Sample.of(runs, FINISHES_KEPT / Math.max(1, milestones));
    this.projectRuns = Sample.of(runs, FINISHES_KEPT / Math.max(1, plan.projects.length));
    this.startRuns = Sample.of(runs, STARTS_KEPT);
    for (int i = 0; i < plan.count(); i++) {
      int kept = isMilestone(i) ? milestoneRuns.kept() : taskRuns.kept();
      finish[i] = new int[plan.isOpen(i) ? kept : 0];
      start[i] = new int[plan.isOpen(i) ? startRuns.kept() : 0];
    }
    Arrays.setAll(projectEnd, _ -> new int[projectRuns.kept()]);
  }

  void record(int run, DispatchPass pass) {
    int forTasks = taskRuns.place(run);
    int forMilestones = milestoneRuns.place(run);
    int forStarts = startRuns.place(run);
    for (int i = 0; i < finish.length; i++) {
      if (plan.isOpen(i)) {
        put(finish[i], isMilestone(i) ? forMilestones : forTasks, pass.finish[i], i);
        if (forStarts >= 0) {
          start[i][forStarts] = pass.start[i];
        }
      }
    }
    int forProjects = projectRuns.place(run);
    for (int p = 0; p < projectEnd.length; p++) {
      put(projectEnd[p], forProjects, pass.endOf[p], pass.lastOf[p]);
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

  private void put(int[] kept, int place, int end, int task) {
    if (place >= 0) {
      kept[place] = task < 0 ? end : plan.lastMinute(task, end);
    }
  }

  /// Every k-th of the runs.
  private record Sample(int runs, int kept) {
    static Sample of(int runs, int wanted) {
      return new Sample(runs, Math.min(runs, Math.max(RUNS_KEPT, wanted)));
    }

    /// Where a run is kept; -1 if it is not.
    int place(int run) {
      long place = (long) run * kept / runs;
      long before = run == 0 ? -1 : (run - 1L) * kept / runs;
      return place == before ? -1 : (int) place;
    }
  }
}
