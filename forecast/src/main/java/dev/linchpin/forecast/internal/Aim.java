package dev.linchpin.forecast.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/*
 * What makes one schedule better than another, the weightier first: minutes by which hard dates are
 * missed; minutes by which other promised dates and deadlines are missed, times their weight;
 * minutes by which projects end later than in the first schedule; the ends of all projects added
 * up; then how many starts differ from the first schedule, so that a plan does not jump for
 * nothing.
 *
 * The third line is why a search never surprises: no project pays for what another one wins. One
 * project alone is searched for the shortest schedule. Aiming at the end of the most important
 * project first, then at that of the next, made the mean project of 50 end 6 days later than
 * without any search (docs/schedules.md).
 */
final class Aim {
  private final Prepared plan;
  private final List<Due> hard = new ArrayList<>();
  private final List<Due> soft = new ArrayList<>();
  private final int[] firstStart;
  private final int[] firstEnds;

  /// A day to keep. The task is -1 for the end of the project.
  private record Due(int task, int project, int by, int weight) {}

  /// @param first the schedule that would be shown without any search
  Aim(Prepared plan, SerialPass first) {
    this.plan = plan;
    this.firstStart = first.start.clone();
    this.firstEnds = ends(first);
    for (Rules.Due due : plan.dues) {
      List<Due> dues = due.promise().hard() ? hard : soft;
      dues.add(new Due(due.task(), due.project(), due.by(), due.promise().weight()));
    }
    for (int i = 0; i < plan.count(); i++) {
      if (plan.tasks[i].deadline() != null && !plan.isOut(i)) {
        soft.add(new Due(i, plan.project[i], deadline(i), 1));
      }
    }
  }

  /// How good a schedule is; the smaller by [Arrays#compare(long\[\], long\[\])], the better.
  long[] of(SerialPass pass) {
    int[] ends = ends(pass);
    long later = 0;
    long all = 0;
    for (int project = 0; project < ends.length; project++) {
      later += Math.max(0, ends[project] - firstEnds[project]);
      all += ends[project];
    }
    return new long[] {late(hard, pass, ends), late(soft, pass, ends), later, all, changes(pass)};
  }

  /// The task that ends last in each project; -1 where nothing is open.
  int[] lastOf(SerialPass pass) {
    int[] last = new int[plan.projects.length];
    Arrays.fill(last, -1);
    for (int i = 0; i < plan.count(); i++) {
      int project = plan.project[i];
      if (plan.isOpen(i) && (last[project] < 0 || pass.finish[i] > pass.finish[last[project]])) {
        last[project] = i;
      }
    }
    return last;
  }

  /// Tasks that end after the day they are due.
  List<Integer> late(SerialPass pass) {
    int[] last = lastOf(pass);
    List<Integer> late = new ArrayList<>();
    for (List<Due> dues : List.of(hard, soft)) {
      for (Due due : dues) {
        int task = due.task() >= 0 ? due.task() : last[due.project()];
        if (task >= 0 && plan.isOpen(task) && pass.finish[task] > due.by()) {
          late.add(task);
        }
      }
    }
    return late;
  }

  private int deadline(int task) {
    var deadline = plan.tasks[task].deadline();
    return deadline == null ? plan.axis.end() : plan.axis.midnightAfter(deadline.toLocalDate());
  }

  private static long late(List<Due> dues, SerialPass pass, int[] ends) {
    long late = 0;
    for (Due due : dues) {
      int end = due.task() >= 0 ? pass.finish[due.task()] : ends[due.project()];
      late += (long) due.weight() * Math.max(0, end - due.by());
    }
    return late;
  }

  private int[] ends(SerialPass pass) {
    int[] ends = new int[plan.projects.length];
    for (int i = 0; i < plan.count(); i++) {
      if (plan.isOpen(i)) {
        ends[plan.project[i]] = Math.max(ends[plan.project[i]], pass.finish[i]);
      }
    }
    return ends;
  }

  private int changes(SerialPass pass) {
    int changes = 0;
    for (int i = 0; i < firstStart.length; i++) {
      changes += pass.start[i] == firstStart[i] ? 0 : 1;
    }
    return changes;
  }
}
