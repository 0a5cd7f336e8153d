package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Effort;
import dev.linchpin.forecast.search.Search.Budget;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/*
 * Looks for an order in which the plan comes out better, as Aim says. It begins with the order of
 * the longest paths and, where that is better, with the order of a sketch (Sketch). Then it moves
 * some of the tasks that decide the end of a project or a missed date (Deciding, Moves), places the
 * plan again and keeps what is not worse.
 *
 * Every candidate is placed by the same pass as the plan on the page, so what is found is true with
 * all calendars, windows and lags.
 */
final class Improving {
  private static final int SKETCH_CHEAPER = 10;

  /// Beyond this many placings a sketch wins less than its distance from the plan.
  private static final int SKETCH_MOST = 20_000;

  private final Prepared plan;
  private final Effort effort;
  private final SplittableRandom random;
  private final Moves moves;
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
    this.moves = new Moves(plan, random);
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
    List<Integer> deciding = Deciding.tasks(plan, best, aim);
    while (goesOn() && !deciding.isEmpty()) {
      if (take(moves.moved(order, deciding))) {
        deciding = Deciding.tasks(plan, best, aim);
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
}
