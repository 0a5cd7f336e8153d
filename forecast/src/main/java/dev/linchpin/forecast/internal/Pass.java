package dev.linchpin.forecast.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/*
 * One pass gives every task a start and a finish. What all passes share is here: times that become
 * known travel along the links as bounds, and a task whose bounds are all known is ready. Work that
 * needs nobody in particular is placed at once; work that needs people is handed to the subclass,
 * which knows an order (a schedule) or a clock that runs (a forecast).
 *
 * Every link type is handled in one place, `travel`: it moves a bound on a start or on a finish. A
 * bound on a finish pushes the start back by the work (`pushed`), so that work is not interrupted;
 * where the start could not know it in time, the finish alone is put off (`settleFinish`).
 */
abstract class Pass {
  /// No task decided it: the project's first day, today or a constraint.
  static final int ITSELF = -1;

  final Prepared plan;

  /// Work in this pass, per task.
  final int[] work;

  final int[] start;
  final int[] finish;

  /// What must not be undercut, and which task says so.
  final int[] startBound;

  final int[] startCause;
  final int[] finishBound;
  final int[] finishCause;

  /// Who does it, by place; the plan's own array where nobody has to choose.
  final int[] person;

  /// A change window decided the start.
  final boolean[] byWindow;

  private final int[] startNeeds;
  private final int[] finishNeeds;
  private final int[] ready;
  private int readySize;
  private final int[] ending;
  private int endingSize;
  private int settled;
  final Snapshot past;

  /// The state of a pass when the past is known and nothing else.
  record Snapshot(
      int[] startBound,
      int[] startCause,
      int[] finishBound,
      int[] finishCause,
      int[] startNeeds,
      int[] finishNeeds,
      int[] ready,
      int settled) {}

  Pass(Prepared plan) {
    int count = plan.count();
    this.plan = plan;
    this.work = plan.work.clone();
    this.start = new int[count];
    this.finish = new int[count];
    this.startBound = plan.notBefore.clone();
    this.startCause = new int[count];
    this.finishBound = plan.finishNotBefore.clone();
    this.finishCause = new int[count];
    this.person = plan.chooses ? plan.person.clone() : plan.person;
    this.byWindow = new boolean[count];
    this.startNeeds = new int[count];
    this.finishNeeds = new int[count];
    this.ready = new int[count];
    this.ending = new int[count];
    Arrays.fill(startCause, ITSELF);
    Arrays.fill(finishCause, ITSELF);
    countNeeds();
    knowThePast();
    this.past =
        new Snapshot(
            startBound.clone(),
            startCause.clone(),
            finishBound.clone(),
            finishCause.clone(),
            startNeeds.clone(),
            finishNeeds.clone(),
            Arrays.copyOf(ready, readySize),
            settled);
  }

  /// Puts a task that needs people on hold until they have time.
  abstract void waitForPeople(int task);

  /// Places every task; `waiting` takes those on hold from there.
  void begin() {
    Arrays.fill(byWindow, false);
    System.arraycopy(past.startBound, 0, startBound, 0, startBound.length);
    System.arraycopy(past.startCause, 0, startCause, 0, startCause.length);
    System.arraycopy(past.finishBound, 0, finishBound, 0, finishBound.length);
    System.arraycopy(past.finishCause, 0, finishCause, 0, finishCause.length);
    System.arraycopy(past.startNeeds, 0, startNeeds, 0, startNeeds.length);
    System.arraycopy(past.finishNeeds, 0, finishNeeds, 0, finishNeeds.length);
    System.arraycopy(past.ready, 0, ready, 0, past.ready.length);
    readySize = past.ready.length;
    settled = past.settled;
    placeReady();
  }

  /// Says when a task that waited for people lies, and places what that makes ready.
  final void placed(int task, int from, int to) {
    settle(task, from, to);
    placeReady();
  }

  /// Says when a task that waited for people begins; [#ended] says the rest.
  final void began(int task, int from) {
    settleStart(task, from);
    placeReady();
  }

  final void ended(int task, int to) {
    finish[task] = to;
    workEnded(task);
    placeReady();
  }

  final void end() {
    Invariant.holds(settled == plan.count(), "%d of %d tasks placed.", settled, plan.count());
  }

  /// The earliest start that a bound on the finish leaves to work on one clock.
  final int pushed(int task, WorkClock clock) {
    return finishBound[task] == 0 ? 0 : clock.startToEndAt(finishBound[task], work[task]);
  }

  private void countNeeds() {
    Arrays.fill(finishNeeds, 1);
    Links links = plan.links;
    for (int k = 0; k < links.count(); k++) {
      if (links.stretches()[k]) {
        finishNeeds[links.to()[k]]++;
      } else {
        startNeeds[links.to()[k]]++;
      }
    }
  }

  private void knowThePast() {
    for (int i = 0; i < plan.count(); i++) {
      switch (plan.state[i]) {
        case OPEN, STARTED -> {
          if (startNeeds[i] == 0) {
            ready[readySize++] = i;
          }
        }
        case DONE, OUT -> {}
      }
    }
    for (int i = 0; i < plan.count(); i++) {
      if (plan.state[i] == Prepared.State.DONE) {
        settle(i, plan.began[i], plan.ended[i]);
      } else if (plan.isOut(i)) {
        settled++;
      }
    }
  }

  private void placeReady() {
    while (readySize + endingSize > 0) {
      if (endingSize > 0) {
        settleFinish(ending[--endingSize]);
        continue;
      }
      int task = ready[--readySize];
      Openings window = plan.window[task];
      ready(task);
      switch (plan.kind[task]) {
        case PEOPLE -> waitForPeople(task);
        case NONE -> placeMilestone(task, window);
        case CALENDAR -> placeOnCalendar(task, window);
        case ELAPSED -> placeElapsed(task, window);
      }
    }
  }

  private void placeMilestone(int task, @Nullable Openings window) {
    int bound = Math.max(startBound[task], finishBound[task]);
    int at = onWorkedDay(task, window == null ? bound : opens(task, window, bound, 0));
    settle(task, at, at);
  }

  private void placeOnCalendar(int task, @Nullable Openings window) {
    WorkClock clock = plan.calendar[task];
    int bound = Math.max(startBound[task], pushed(task, clock));
    if (window == null) {
      int from = clock.next(bound);
      settle(task, from, clock.finish(from, work[task]));
    } else if (window.outOfHours()) {
      placeElapsed(task, window);
    } else {
      int from = clock.next(opens(task, window, bound, least(task)));
      settle(task, from, through(task, window, from));
    }
  }

  private void placeElapsed(int task, @Nullable Openings window) {
    int bound = Math.max(startBound[task], finishBound[task] - work[task]);
    if (window == null) {
      settle(task, bound, plan.axis.plus(bound, work[task]));
    } else {
      int from = opens(task, window, bound, least(task));
      settle(task, from, through(task, window, from));
    }
  }

  /// When work ends that nobody in particular does and that goes on in the next stretch of its
  /// windows where it has to.
  final int through(int task, Openings window, int from) {
    WorkClock clock = plan.calendar[task];
    return passes(task)
        ? window.through(from, work[task], plan.axis::plus, (a, b) -> b - a)
        : window.through(
            from, work[task], clock::finish, (a, b) -> clock.worked(b) - clock.worked(a));
  }

  /// Time passes for it whether somebody works or not.
  final boolean passes(int task) {
    return plan.kind[task] == Prepared.Kind.ELAPSED || byAppointment(task);
  }

  /// Its windows are out of hours: people come whatever their calendar says.
  final boolean byAppointment(int task) {
    Openings window = plan.window[task];
    return window != null && window.outOfHours();
  }

  /// What has to fit into one stretch of a window: all that is planned, or one minute of what can
  /// be split. A run may then take longer; what does not fit any more waits for the next opening.
  final int least(int task) {
    return plan.split[task] ? Math.min(1, plan.work[task]) : plan.work[task];
  }

  /// The first time from `bound` on at which a window has room for work that nobody in particular
  /// does.
  private int opens(int task, Openings window, int bound, int least) {
    boolean passes = passes(task);
    int from =
        window.fit(
            bound,
            at -> {
              if (passes) {
                return plan.axis.plus(at, least);
              }
              return least == 0 ? onWorkedDay(task, at) : plan.calendar[task].finish(at, least);
            });
    byWindow[task] = from > (passes ? bound : onWorkedDay(task, bound));
    return from;
  }

  /// A time at which work can begin or end; where nobody ever works, the time itself.
  final int onWorkedDay(int task, int at) {
    WorkClock clock = plan.calendar[task];
    if (clock.touches(at) || byAppointment(task)) {
      return at;
    }
    int next = clock.next(at);
    return next == plan.axis.end() ? at : next;
  }

  private void settle(int task, int from, int to) {
    finish[task] = to;
    settleStart(task, from);
    workEnded(task);
  }

  private void settleStart(int task, int from) {
    start[task] = plan.state[task] == Prepared.State.STARTED ? plan.began[task] : from;
    Links links = plan.links;
    for (int k = links.first()[task]; k < links.fromFinish()[task]; k++) {
      travel(task, k, start[task]);
    }
  }

  private void workEnded(int task) {
    if (--finishNeeds[task] == 0) {
      settleFinish(task);
    }
  }

  private void settleFinish(int task) {
    settled++;
    if (finishBound[task] > finish[task]
        && plan.state[task] != Prepared.State.DONE
        && !isReached(task)) {
      finish[task] = onWorkedDay(task, finishBound[task]);
    }
    if (plan.state[task] != Prepared.State.DONE) {
      finishKnown(task);
    }
    Links links = plan.links;
    for (int k = links.fromFinish()[task]; k < links.first()[task + 1]; k++) {
      travel(task, k, finish[task]);
    }
  }

  /// True if the bound on the finish is the start of a shift, and work ended with the one before.
  private boolean isReached(int task) {
    int due = finishBound[task];
    Openings window = plan.window[task];
    if (window != null && window.outOfHours()) {
      return false;
    }
    if (plan.kind[task] == Prepared.Kind.CALENDAR) {
      return plan.calendar[task].isReached(due, finish[task]);
    }
    boolean reached = false;
    if (plan.kind[task] == Prepared.Kind.PEOPLE) {
      for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
        reached |= plan.clock[person[at]].isReached(due, finish[task]);
      }
    }
    return reached;
  }

  /// Told when all that the start of a task waits for is known, people apart.
  void ready(int task) {}

  /// Told when the finish of a task that was not done yet is final.
  void finishKnown(int task) {}

  private void travel(int from, int link, int time) {
    Links links = plan.links;
    int to = links.to()[link];
    int bound = moved(link, time);
    if (links.toFinish()[link]) {
      if (bound > finishBound[to]) {
        finishBound[to] = bound;
        finishCause[to] = from;
      }
    } else if (bound > startBound[to]) {
      startBound[to] = bound;
      startCause[to] = from;
    }
    if (links.stretches()[link]) {
      if (--finishNeeds[to] == 0) {
        ending[endingSize++] = to;
      }
    } else if (--startNeeds[to] == 0) {
      ready[readySize++] = to;
    }
  }

  final int moved(int link, int time) {
    int lag = plan.links.lag()[link];
    if (lag == 0) {
      return time;
    }
    return plan.links.elapsed()[link]
        ? plan.axis.plus(time, lag)
        : plan.calendar[plan.links.to()[link]].shift(time, lag);
  }
}
