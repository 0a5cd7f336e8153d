package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Effort;
import dev.linchpin.forecast.search.Search.Budget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/*
 * Looks for an order in which the plan comes out better, as Aim says. It begins with the order of
 * the longest paths and, where that is better, with the order of a sketch (Sketch). Then it takes
 * what decides the end of a project or a missed date, walks back from there over the reasons of the
 * starts, and moves one to three of the tasks it meets earlier or later among those of the same
 * project. What is not worse is kept.
 *
 * Moving only what decides is worth most: on 500 tasks of named people it reached in a second what
 * random moves did not reach in ten (docs/schedules.md).
 *
 * Every candidate is placed by the same pass as the plan on the page, so what is found is true with
 * all calendars, windows and lags.
 *
 * Source: critical-path neighbourhoods as in P. van Laarhoven, E. Aarts, J. Lenstra, Operations
 * Research 40 (1992) 113–125, here on reasons instead of machine sequences.
 */
final class Improving {
  private static final int MOVES_MOST = 3;
  private static final double ANYWHERE = 0.2;
  private static final int SKETCH_CHEAPER = 10;

  /// Beyond this many placings a sketch wins less than its distance from the plan.
  private static final int SKETCH_MOST = 20_000;

  /// A task is moved over at most this part of its project.
  private static final double SPAN = 0.3;

  private final Prepared plan;
  private final Effort effort;
  private final SplittableRandom random;
  private final Aim aim;
  private int[] order;
  private SerialPass best;
  private SerialPass other;
  private long[] score;
  private int passes = 1;

  private Improving(Prepared plan, int[] order, Effort effort) {
    this.plan = plan;
    this.effort = effort;
    this.random = new SplittableRandom(effort.seed().value());
    this.order = order;
    this.best = new SerialPass(plan);
    this.other = new SerialPass(plan);
    best.run(order);
    this.aim = new Aim(plan, best);
    this.score = aim.of(best);
  }

  /// The best order found; the one given if there is none better.
  static int[] improve(Prepared plan, int[] order, Effort effort) {
    Improving improving = new Improving(plan, order, effort);
    improving.run();
    return improving.order;
  }

  private void run() {
    if (plan.count() == 0 || !goesOn()) {
      return;
    }
    trySketches();
    List<Integer> deciding = deciding();
    while (goesOn() && !deciding.isEmpty()) {
      if (take(moved(deciding))) {
        deciding = deciding();
      }
    }
  }

  /// Half of the effort at most goes into sketches, whose placings are cheaper by about ten.
  private void trySketches() {
    int projects = plan.projects.length;
    Sketch sketch = new Sketch(plan, best.person.clone(), random.nextLong());
    long affordable = (long) SKETCH_CHEAPER * effort.passes() / 2 / projects;
    Budget budget = new Budget(Math.clamp(affordable, 1, SKETCH_MOST), effort.stop());
    for (int project = 0;
        project < projects && goesOn() && passes < effort.passes() / 2;
        project++) {
      take(sketch.order(order, project, budget));
    }
  }

  private boolean goesOn() {
    return passes < effort.passes() && !effort.stop().getAsBoolean();
  }

  /// Places an order and keeps it unless it is worse.
  private boolean take(int[] candidate) {
    passes++;
    other.run(candidate);
    long[] reached = aim.of(other);
    if (Arrays.compare(reached, score) > 0) {
      return false;
    }
    SerialPass worse = best;
    best = other;
    other = worse;
    order = candidate;
    score = reached;
    return true;
  }

  /// The tasks on the way to whatever ends a project or misses a date.
  private List<Integer> deciding() {
    List<Integer> ends = new ArrayList<>(aim.late(best));
    for (int last : aim.lastOf(best)) {
      if (last >= 0) {
        ends.add(last);
      }
    }
    boolean[] met = new boolean[plan.count()];
    List<Integer> deciding = new ArrayList<>();
    for (int end : ends) {
      for (int task = end; task >= 0 && !met[task]; task = reason(task)) {
        met[task] = true;
        if (plan.state[task] == Prepared.State.OPEN && !plan.pinned[task]) {
          deciding.add(task);
        }
      }
    }
    return deciding;
  }

  /// The task that holds this one back; -1 if none does.
  private int reason(int task) {
    if (best.blockedBy[task] >= 0) {
      return best.blockedBy[task];
    }
    boolean byFinish =
        best.start[task] > best.startBound[task] && best.finishBound[task] >= best.finish[task];
    return byFinish ? best.finishCause[task] : best.startCause[task];
  }

  private int[] moved(List<Integer> deciding) {
    int[] candidate = order.clone();
    int moves = 1 + random.nextInt(MOVES_MOST);
    for (int move = 0; move < moves; move++) {
      int task =
          random.nextDouble() < ANYWHERE
              ? candidate[random.nextInt(candidate.length)]
              : deciding.get(random.nextInt(deciding.size()));
      if (plan.state[task] == Prepared.State.OPEN && !plan.pinned[task]) {
        move(candidate, task, random.nextBoolean() ? 1 : -1);
      }
    }
    return candidate;
  }

  /// Moves a task past others of its project, and of no other.
  private void move(int[] candidate, int task, int step) {
    int at = 0;
    while (candidate[at] != task) {
      at++;
    }
    int far = 1 + random.nextInt(Math.max(1, (int) (SPAN * candidate.length)));
    int next = at + step;
    while (far-- > 0 && next >= 0 && next < candidate.length && mayPass(task, candidate[next])) {
      candidate[at] = candidate[next];
      at = next;
      next += step;
    }
    candidate[at] = task;
  }

  private boolean mayPass(int task, int other) {
    return plan.project[task] == plan.project[other]
        && plan.state[other] != Prepared.State.STARTED
        && !plan.pinned[other];
  }
}
