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
 * Here is what is told of a run. Plans of whole people have the quickest way to be played,
 * WholePass, plain plans a quick one, PlainPass; all others see PausingPass.
 */
abstract class DispatchPass extends Pass {
  /// A number of a bit is the number of its word, and so many bits of its place in it.
  static final int WORD_BITS = 6;

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
  final EventQueue events;

  /// One bit per person: something may have become possible for them.
  final long[] awake;

  private boolean[] awaited;
  private int awaitedCount;
  int missing;
  int now;

  /// @param fixed how many events have a place of their own
  DispatchPass(Prepared plan, int[] byRank, RunClocks clocks, int fixed) {
    super(plan);
    this.events = new EventQueue(fixed);
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
    this.awake = new long[plan.people.length / Long.SIZE + 1];
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
    Arrays.fill(lastOf, ITSELF);
    System.arraycopy(pastEnd, 0, endOf, 0, endOf.length);
    events.clear();
    now = plan.axis.asOf();
    play();
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

  /// When work begins that needs nobody in particular and may begin at a bound.
  final int begins(int task, int bound) {
    return switch (plan.kind[task]) {
      case NONE -> onWorkedDay(task, bound);
      case ELAPSED -> bound;
      case CALENDAR, PEOPLE -> plan.calendar[task].next(bound);
    };
  }

  /// When it ends.
  final int ends(int task, int from) {
    return switch (plan.kind[task]) {
      case NONE -> from;
      case ELAPSED -> plan.axis.plus(from, work[task]);
      case CALENDAR, PEOPLE -> plan.calendar[task].finish(from, work[task]);
    };
  }

  /// Plays it from `now` until no end is missing.
  abstract void play();

  final void known(int task, int project, int end) {
    missing -= awaited[task] ? 1 : 0;
    boolean last = end >= endOf[project];
    endOf[project] = Math.max(end, endOf[project]);
    lastOf[project] = last ? task : lastOf[project];
  }

  /// Lets a person decide at the end of this moment.
  final void wake(int person) {
    awake[person >>> WORD_BITS] |= 1L << person;
  }
}
