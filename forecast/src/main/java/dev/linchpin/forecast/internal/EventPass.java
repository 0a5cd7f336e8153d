package dev.linchpin.forecast.internal;

import java.util.Arrays;

/// A run whose events all wait in one queue: what happens at one time is heard, then people decide.
abstract class EventPass extends DispatchPass {
  final int[] free;
  final int[] lastBegun;
  final int[] freeFrom;
  private boolean beginning;

  EventPass(Prepared plan, int[] byRank, RunClocks clocks) {
    super(plan, byRank, clocks, 0);
    int people = plan.people.length;
    this.free = new int[people];
    this.lastBegun = new int[people];
    this.freeFrom = new int[people];
  }

  @Override
  final void play() {
    System.arraycopy(plan.capacity, 0, free, 0, free.length);
    Arrays.fill(lastBegun, ITSELF);
    Arrays.fill(freeFrom, 0);
    Arrays.fill(decidedBy, ITSELF);
    Arrays.fill(awake, 0);
    clear();
    beginning = true;
    begin();
    beginning = false;
    moment();
    while (!events.isEmpty() && missing > 0) {
      now = events.time();
      moment();
    }
  }

  /// Forgets the last run.
  abstract void clear();

  @Override
  void waitForPeople(int task) {
    int at = Math.max(now, startBound[task]);
    if (finishBound[task] > 0) {
      at = Math.max(at, pushedByPeople(task));
    }
    happens(atWork(task, at), task);
  }

  /// The first time from `at` on at which one of a task's people is at work.
  final int atWork(int task, int at) {
    int atWork = plan.axis.end();
    for (int who = plan.who[task]; who < plan.who[task + 1]; who++) {
      atWork = Math.min(atWork, plan.clock[person[who]].next(at));
    }
    return atWork;
  }

  /// A task will be ready, or what [#hear] understands will happen: its complement.
  final void happens(int at, int what) {
    if (beginning && at == now && what >= 0) {
      enqueue(what);
    } else {
      events.add(at, what);
    }
  }

  @Override
  void finishKnown(int task) {
    if (plan.kind[task] != Prepared.Kind.PEOPLE) {
      decidedBy[task] = startCause[task];
    }
    if (finishBound[task] >= finish[task] && finishCause[task] != ITSELF) {
      decidedBy[task] = finishCause[task];
    }
    known(task, plan.project[task], finish[task]);
  }

  /// The earliest start that the bound on a task's finish leaves.
  final int pushedByPeople(int task) {
    int pushed = plan.axis.end();
    for (int who = plan.who[task]; who < plan.who[task + 1]; who++) {
      pushed = Math.min(pushed, pushed(task, plan.meanClock[person[who]]));
    }
    return pushed;
  }

  /// All that happens at one time is heard before anybody decides; then people decide in the order
  /// of the plan.
  private void moment() {
    while (events.time() == now) {
      int what = events.remove();
      if (what >= 0) {
        enqueue(what);
      } else {
        hear(~what);
      }
    }
    for (int word = 0; word < awake.length; word++) {
      long left = awake[word];
      awake[word] = 0;
      for (; left != 0; left &= left - 1) {
        beginWork(word * Long.SIZE + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /// A task is ready.
  abstract void enqueue(int task);

  /// Something else happens.
  abstract void hear(int what);

  /// A person decides what to begin.
  abstract void beginWork(int person);
}
