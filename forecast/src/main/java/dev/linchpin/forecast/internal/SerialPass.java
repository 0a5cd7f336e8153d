package dev.linchpin.forecast.internal;

import java.util.Arrays;
import java.util.PriorityQueue;

/*
 * Serial schedule generation: task after task in the order of ranks, each at the first time its
 * bounds and its people allow, gaps included. A later task never moves an earlier one, so a less
 * important project cannot delay a more important one by a minute.
 *
 * Source: J. E. Kelley (1963); R. Kolisch, EJOR 90 (1996).
 */
final class SerialPass extends Pass {
  /// Who was busy and so put the start off; -1 if nobody was.
  final int[] blockedBy;

  /// The person who decided the start, by being busy or away; -1 for none.
  final int[] decider;

  /// Put off because it is wanted as late as possible.
  final boolean[] putOff;

  private final int[] bookedAt;
  private final int[] byRank;
  private final int[] rank;
  private final Profile[] profiles;
  private final PriorityQueue<Integer> waiting = new PriorityQueue<>();

  SerialPass(Prepared plan, int[] byRank) {
    super(plan);
    this.byRank = byRank;
    this.rank = new int[byRank.length];
    for (int place = 0; place < byRank.length; place++) {
      rank[byRank[place]] = place;
    }
    this.blockedBy = new int[plan.count()];
    this.decider = new int[plan.count()];
    this.putOff = new boolean[plan.count()];
    this.bookedAt = new int[plan.who[plan.count()]];
    this.profiles = new Profile[plan.people.length];
    Arrays.setAll(profiles, person -> new Profile(plan.capacity[person]));
  }

  void run() {
    Arrays.fill(blockedBy, -1);
    Arrays.fill(decider, -1);
    begin();
    while (!waiting.isEmpty()) {
      place(byRank[waiting.remove()]);
    }
    end();
    new LatePass(plan, this, profiles).run();
  }

  /// From which point of the person's working time an assignment is booked.
  int bookedAt(int assignment) {
    return bookedAt[assignment];
  }

  @Override
  void waitForPeople(int task) {
    waiting.add(rank[task]);
  }

  private void place(int task) {
    int from = firstChance(task, Math.max(startBound[task], pushedByPeople(task)));
    int begin = plan.axis.end();
    int end = 0;
    for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
      WorkClock clock = plan.meanClock[plan.person[at]];
      int worked = clock.worked(from);
      if (clock.startAt(worked) < begin) {
        begin = clock.startAt(worked);
        decider[task] = blockedBy[task] >= 0 ? decider[task] : plan.person[at];
      }
      end = Math.max(end, clock.finish(from, work[task]));
      bookedAt[at] = worked;
      profiles[plan.person[at]].book(worked, work[task], plan.share[at], task);
    }
    placed(task, begin, end);
  }

  /// At least one of them has to be at work when the finish is due.
  private int pushedByPeople(int task) {
    int pushed = plan.axis.end();
    for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
      pushed = Math.min(pushed, pushed(task, plan.meanClock[plan.person[at]]));
    }
    return pushed;
  }

  /// The first time from `earliest` on at which all people of a task have time for all of it.
  private int firstChance(int task, int earliest) {
    int from = earliest;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
        int person = plan.person[at];
        WorkClock clock = plan.meanClock[person];
        int worked = clock.worked(from);
        int free = profiles[person].earliest(worked, work[task], plan.share[at]);
        if (free > worked) {
          from = clock.startAt(free);
          blockedBy[task] = profiles[person].blocker();
          decider[task] = person;
          moved = true;
        }
      }
    }
    return from;
  }
}
