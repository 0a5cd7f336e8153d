package dev.linchpin.forecast.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds tasks that no stretch of their change windows is long enough for, before a pass looks for
/// one in vain. Each pair of window and clock is looked through once, whatever the number of tasks.
final class Fitting {
  /// What a clock brings at most in one stretch of a window.
  private record Pair(Openings window, WorkClock clock) {}

  private final Prepared plan;
  private final Map<Pair, Integer> most = new HashMap<>();
  private final Map<Openings, Integer> longest = new HashMap<>();

  Fitting(Prepared plan) {
    this.plan = plan;
  }

  /// The tasks that can never be placed.
  List<Integer> never() {
    List<Integer> never = new ArrayList<>();
    for (int i = 0; i < plan.count(); i++) {
      Openings window = plan.window[i];
      if (window != null && !plan.isOut(i) && !fits(i, window)) {
        never.add(i);
      }
    }
    return never;
  }

  private boolean fits(int task, Openings window) {
    int work = plan.split[task] ? Math.min(1, plan.work[task]) : plan.work[task];
    if (longest(window) < Math.max(1, work)) {
      return false;
    }
    boolean passes = plan.kind[task] == Prepared.Kind.ELAPSED || window.outOfHours();
    if (passes || plan.kind[task] == Prepared.Kind.NONE) {
      return true;
    }
    if (plan.kind[task] == Prepared.Kind.CALENDAR) {
      return most(window, plan.calendar[task]) >= work;
    }
    return peopleFit(task, window, work);
  }

  private boolean peopleFit(int task, Openings window, int work) {
    int named = plan.who[task];
    for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
      if (plan.choice[at] == null) {
        named = at + 1;
        if (most(window, plan.meanClock[plan.person[at]]) < work) {
          return false;
        }
      }
    }
    return plan.choices.canFill(
        named, plan.who[task + 1], person -> most(window, plan.meanClock[person]) >= work);
  }

  private int most(Openings window, WorkClock clock) {
    return most.computeIfAbsent(
        new Pair(window, clock),
        _ -> {
          int best = 0;
          for (int span = window.after(plan.axis.asOf()); span >= 0; span = window.next(span)) {
            int from = Math.max(plan.axis.asOf(), window.opens(span));
            best = Math.max(best, clock.worked(window.closes(span)) - clock.worked(from));
          }
          return best;
        });
  }

  private int longest(Openings window) {
    return longest.computeIfAbsent(
        window,
        _ -> {
          int best = 0;
          for (int span = window.after(plan.axis.asOf()); span >= 0; span = window.next(span)) {
            int from = Math.max(plan.axis.asOf(), window.opens(span));
            best = Math.max(best, window.closes(span) - from);
          }
          return best;
        });
  }
}
