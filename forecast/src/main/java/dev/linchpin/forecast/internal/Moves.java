package dev.linchpin.forecast.internal;

import java.util.List;
import java.util.SplittableRandom;

/*
 * Small random changes of an order: one to three tasks, most of them among those that decide, go
 * earlier or later among the tasks of their project. Priorities between projects stay as they are.
 */
final class Moves {
  private static final int MOST = 3;

  /// The part of the moves that takes any task, so that no order is out of reach.
  private static final double ANYWHERE = 0.2;

  /// A task is moved over at most this part of all tasks.
  private static final double SPAN = 0.3;

  private final Prepared plan;
  private final SplittableRandom random;

  Moves(Prepared plan, SplittableRandom random) {
    this.plan = plan;
    this.random = random;
  }

  /// @param deciding where to look most of the time; not empty
  int[] moved(int[] order, List<Integer> deciding) {
    int[] moved = order.clone();
    int moves = 1 + random.nextInt(MOST);
    for (int move = 0; move < moves; move++) {
      int task =
          random.nextDouble() < ANYWHERE
              ? moved[random.nextInt(moved.length)]
              : deciding.get(random.nextInt(deciding.size()));
      if (plan.mayMove(task)) {
        move(moved, task, random.nextBoolean() ? 1 : -1);
      }
    }
    return moved;
  }

  /// Moves a task past others of its project, and of no other.
  private void move(int[] order, int task, int step) {
    int at = 0;
    while (order[at] != task) {
      at++;
    }
    int far = 1 + random.nextInt(Math.max(1, (int) (SPAN * order.length)));
    int next = at + step;
    while (far-- > 0 && next >= 0 && next < order.length && mayPass(task, order[next])) {
      order[at] = order[next];
      at = next;
      next += step;
    }
    order[at] = task;
  }

  private boolean mayPass(int task, int other) {
    return plan.project[task] == plan.project[other]
        && plan.state[other] != Prepared.State.STARTED
        && !plan.pinned[other];
  }
}
