package dev.linchpin.forecast.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/*
 * What is kept of the runs, in the order of their numbers. Every finish of every task and run, as
 * long as that is few enough; beyond it every k-th run, which is a fair sample because no layer of
 * chance follows the order of runs. Milestones and project ends, which people are told, have a
 * limit of their own and so nearly always keep all runs. Each run writes its own places, so threads
 * never meet, the outcome does not depend on them, and parts that were played elsewhere fit in.
 */
final class Tally {
  /// Finish times kept of each kind (tasks, milestones, projects): 128 MB.
  static final int FINISHES_KEPT = 32_000_000;

  /// Runs kept at least, whatever it costs.
  static final int RUNS_KEPT = 200;

  /// Runs whose starts are kept: the median start is shown to the day.
  static final int STARTS_KEPT = 400;

  private final Prepared plan;
  private final int[] tasks;
  private final int[] milestones;
  private final Sample taskRuns;
  private final Sample milestoneRuns;
  private final Sample projectRuns;
  private final Sample startRuns;
  private final int[][] finish;
  private final int[][] start;
  private final int[][] projectEnd;
  private final long[][] cost;

  /// @param costs what projects cost is kept as well
  Tally(Prepared plan, int runs, boolean costs) {
    this.plan = plan;
    this.finish = new int[plan.count()][];
    this.start = new int[plan.count()][];
    this.projectEnd = new int[plan.projects.length][];
    this.cost = new long[costs ? plan.projects.length : 0][];
    this.tasks = open(plan, false);
    this.milestones = open(plan, true);
    this.taskRuns = Sample.of(runs, FINISHES_KEPT / Math.max(1, tasks.length));
    this.milestoneRuns = Sample.of(runs, FINISHES_KEPT / Math.max(1, milestones.length));
    this.projectRuns = Sample.of(runs, FINISHES_KEPT / Math.max(1, plan.projects.length));
    this.startRuns = Sample.of(runs, STARTS_KEPT);
    for (int i = 0; i < plan.count(); i++) {
      finish[i] = new int[plan.isOpen(i) ? finishes(i).kept() : 0];
      start[i] = new int[plan.isOpen(i) ? startRuns.kept() : 0];
    }
    Arrays.setAll(projectEnd, _ -> new int[projectRuns.kept()]);
    Arrays.setAll(cost, _ -> new long[projectRuns.kept()]);
  }

  private static int[] open(Prepared plan, boolean milestones) {
    return IntStream.range(0, plan.count())
        .filter(i -> plan.isOpen(i) && plan.tasks[i].isMilestone() == milestones)
        .toArray();
  }

  private Sample finishes(int task) {
    return isMilestone(task) ? milestoneRuns : taskRuns;
  }

  /// Keeps what is kept of a run at once; [#keep] does the rest.
  void record(int run, DispatchPass pass, double[] costs) {
    int forStarts = startRuns.place(run);
    if (forStarts >= 0) {
      put(tasks, forStarts, start, pass.start);
      put(milestones, forStarts, start, pass.start);
    }
    int forProjects = projectRuns.place(run);
    for (int p = 0; p < projectEnd.length; p++) {
      if (forProjects >= 0) {
        int last = pass.lastOf[p];
        int end = pass.endOf[p];
        projectEnd[p][forProjects] = last < 0 ? end : plan.lastMinute(last, end);
      }
    }
    for (int p = 0; p < cost.length && forProjects >= 0; p++) {
      cost[p][forProjects] = Math.round(costs[p]);
    }
  }

  private static void put(int[] which, int place, int[][] kept, int[] times) {
    for (int i : which) {
      kept[i][place] = times[i];
    }
  }

  /// Keeps the finishes of some runs, task by task: what one task has lies together, and to go from
  /// one to the next is what takes time.
  ///
  /// @param finishes by run and task
  void keep(int from, int to, int[][] finishes) {
    keep(tasks, taskRuns, from, to, finishes);
    keep(milestones, milestoneRuns, from, to, finishes);
  }

  private void keep(int[] which, Sample sample, int from, int to, int[][] finishes) {
    int first = sample.upTo(from);
    int[][] kept =
        IntStream.range(from, to)
            .filter(run -> sample.place(run) >= 0)
            .mapToObj(run -> finishes[run - from])
            .toArray(int[][]::new);
    for (int i : which) {
      int[] own = finish[i];
      for (int k = 0; k < kept.length; k++) {
        own[first + k] = kept[k][i];
      }
    }
  }

  /// Finishes of a task in the first runs, ascending; put in order when they are read, because most
  /// are never asked for.
  Supplier<int[]> finishes(int task, int runs) {
    return read(plan, task, finish[task], finishes(task).upTo(runs));
  }

  private static Supplier<int[]> read(Prepared plan, int task, int[] finishes, int runs) {
    return () -> {
      int[] sorted = sorted(finishes, runs);
      Arrays.setAll(sorted, i -> plan.lastMinute(task, sorted[i]));
      return sorted;
    };
  }

  /// How many finishes of a task are kept of the first runs.
  int kept(int task, int runs) {
    return finishes(task).upTo(runs);
  }

  int medianStart(int task, int runs) {
    int[] sorted = sorted(start[task], startRuns.upTo(runs));
    return sorted[(sorted.length - 1) / 2];
  }

  /// Ends of a project in the first runs, ascending.
  int[] projectEnds(int project, int runs) {
    return sorted(projectEnd[project], projectRuns.upTo(runs));
  }

  /// The same in the order of the runs.
  int[] projectEndsByRun(int project, int runs) {
    return Arrays.copyOf(projectEnd[project], projectRuns.upTo(runs));
  }

  /// What a project cost in the same runs.
  long[] costsByRun(int project, int runs) {
    return Arrays.copyOf(cost[project], projectRuns.upTo(runs));
  }

  private static int[] sorted(int[] values, int count) {
    int[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /// Room in bytes that some runs take.
  int bytes(int from, int to) {
    long bytes = 0;
    for (int i = 0; i < finish.length; i++) {
      if (plan.isOpen(i)) {
        bytes += Integer.BYTES * (finishes(i).between(from, to) + startRuns.between(from, to));
      }
    }
    int each = Integer.BYTES * projectEnd.length + Long.BYTES * cost.length;
    return Math.toIntExact(bytes + each * projectRuns.between(from, to));
  }

  /// Writes what is kept of some runs.
  void write(int from, int to, ByteBuffer out) {
    for (int i = 0; i < finish.length; i++) {
      if (plan.isOpen(i)) {
        write(finish[i], finishes(i), from, to, out);
        write(start[i], startRuns, from, to, out);
      }
    }
    for (int[] ends : projectEnd) {
      write(ends, projectRuns, from, to, out);
    }
    for (long[] costs : cost) {
      for (int place = projectRuns.upTo(from); place < projectRuns.upTo(to); place++) {
        out.putLong(costs[place]);
      }
    }
  }

  private static void write(int[] values, Sample sample, int from, int to, ByteBuffer out) {
    for (int place = sample.upTo(from); place < sample.upTo(to); place++) {
      out.putInt(values[place]);
    }
  }

  /// Takes in what another tally wrote of some runs.
  void read(int from, int to, ByteBuffer in) {
    for (int i = 0; i < finish.length; i++) {
      if (plan.isOpen(i)) {
        read(finish[i], finishes(i), from, to, in);
        read(start[i], startRuns, from, to, in);
      }
    }
    for (int[] ends : projectEnd) {
      read(ends, projectRuns, from, to, in);
    }
    for (long[] costs : cost) {
      for (int place = projectRuns.upTo(from); place < projectRuns.upTo(to); place++) {
        costs[place] = in.getLong();
      }
    }
  }

  private static void read(int[] values, Sample sample, int from, int to, ByteBuffer in) {
    for (int place = sample.upTo(from); place < sample.upTo(to); place++) {
      values[place] = in.getInt();
    }
  }

  private boolean isMilestone(int task) {
    return plan.tasks[task].isMilestone();
  }

  /// Every k-th of the runs.
  private record Sample(int runs, int kept) {
    static Sample of(int runs, int wanted) {
      return new Sample(runs, Math.min(runs, Math.max(RUNS_KEPT, wanted)));
    }

    /// Where a run is kept; -1 if it is not.
    int place(int run) {
      int place = upTo(run + 1) - 1;
      return place == upTo(run) - 1 ? -1 : place;
    }

    /// How many of the first runs are kept.
    int upTo(int first) {
      return first == 0 ? 0 : (int) ((first - 1L) * kept / runs) + 1;
    }

    int between(int from, int to) {
      return upTo(to) - upTo(from);
    }
  }
}
