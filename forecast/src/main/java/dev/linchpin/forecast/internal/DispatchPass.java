package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * One run: what would happen if the work took this long. A clock runs from event to event;
 * whenever somebody gets free, or something gets ready, each free person begins the most urgent of
 * what waits for them. Nobody knows the future, so nobody waits for a better task to come.
 *
 * That is the policy that held best under uncertainty: with exponential durations 69.5 % over the
 * critical path, against 117 % for keeping the planned order (SCIENCE B4). Source: resource-based
 * policies, e.g. Ashtiani, Leus and Aryanezhad, J. Scheduling 14 (2011).
 *
 * Here is the clock and what is told of a run. Plain plans have a quick way to play them,
 * PlainPass; all others see PausingPass.
 */
abstract class DispatchPass extends Pass {
  /// The task whose end decided when each task ended, or -1: the way back along what delays.
  final int[] decidedBy;

  /// The open task that ended last in each project, -1 for none, and when.
  final int[] lastOf;

  final int[] endOf;

  /// By how many minutes each task begins later than it could; empty if nothing ever does that.
  final int[] laterWorking;

  final int[] laterElapsed;

  private final int[] pastEnd;
  final RunClocks clocks;
  final int[] byRank;
  final int[] rank;
  final int[] free;
  final int[] lastBegun;
  final int[] freeFrom;
  private final EventQueue events = new EventQueue();

  /// One bit per person: something may have become possible for them.
  private final long[] awake;

  private boolean[] awaited;
  private int awaitedCount;
  private int missing;
  private boolean beginning;
  int now;

  DispatchPass(Prepared plan, int[] byRank, RunClocks clocks) {
    super(plan);
    int people = plan.people.length;
    this.clocks = clocks;
    this.byRank = byRank;
    this.rank = new int[plan.count()];
    for (int place = 0; place < byRank.length; place++) {
      rank[byRank[place]] = place;
    }
    this.decidedBy = new int[plan.count()];
    this.lastOf = new int[plan.projects.length];
    this.endOf = new int[plan.projects.length];
    this.pastEnd = new int[plan.projects.length];
    this.awaited = new boolean[plan.count()];
    for (int i = 0; i < plan.count(); i++) {
      awaited[i] = plan.isOpen(i);
      awaitedCount += awaited[i] ? 1 : 0;
      int project = plan.project[i];
      pastEnd[project] = Math.max(pastEnd[project], plan.ended[i]);
    }
    int riskyTasks = plan.risky ? plan.count() : 0;
    this.laterWorking = new int[riskyTasks];
    this.laterElapsed = new int[riskyTasks];
    this.free = new int[people];
    this.lastBegun = new int[people];
    this.freeFrom = new int[people];
    this.awake = new long[people / Long.SIZE + 1];
  }

  /// From now on a run ends as soon as it is known when these tasks end, which are all still open;
  /// what would come later is not played.
  final void await(boolean[] tasks) {
    this.awaited = tasks;
    this.awaitedCount = 0;
    for (boolean awaits : tasks) {
      awaitedCount += awaits ? 1 : 0;
    }
  }

  /// Plays one run with the work that stands in `work`.
  final void run() {
    missing = awaitedCount;
    System.arraycopy(plan.capacity, 0, free, 0, free.length);
    Arrays.fill(lastBegun, ITSELF);
    Arrays.fill(decidedBy, ITSELF);
    Arrays.fill(lastOf, ITSELF);
    System.arraycopy(pastEnd, 0, endOf, 0, endOf.length);
    Arrays.fill(awake, 0);
    events.clear();
    now = plan.axis.asOf();
    clear();
    beginning = true;
    begin();
    beginning = false;
    moment();
    while (!events.isEmpty() && missing > 0) {
      now = events.time();
      moment();
    }
    Invariant.holds(missing == 0, "%d ends are not known.", missing);
  }

  @Override
  void ready(int task) {
    if (laterWorking.length > 0 && laterWorking[task] + laterElapsed[task] > 0) {
      int bound = plan.axis.plus(startBound[task], laterElapsed[task]);
      startBound[task] =
          laterWorking[task] == 0 ? bound : plan.calendar[task].finish(bound, laterWorking[task]);
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

  final void known(int task, int project, int end) {
    missing -= awaited[task] ? 1 : 0;
    if (end >= endOf[project]) {
      endOf[project] = end;
      lastOf[project] = task;
    }
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

  /// Lets a person decide at the end of this moment.
  final void wake(int person) {
    awake[person / Long.SIZE] |= 1L << person;
  }
}
