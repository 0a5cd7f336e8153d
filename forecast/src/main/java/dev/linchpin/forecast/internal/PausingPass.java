package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * A run of a plan in which work is interrupted, lies in change windows, or goes to anyone who knows
 * enough. It adds to EventPass:
 *
 * - Each place of a task (one of its people) runs by itself, once the task has begun. What can be
 *   split also begins place by place.
 * - A more urgent task pauses work that can be split. A change window is an appointment: it also
 *   pauses what is less urgent, and out of hours anything, because nothing is lost then.
 * - A task begins in a window if what is planned fits the rest of it. If it takes longer than
 *   planned, the rest waits for the next opening: missing a window costs until the next.
 * - Of several people who may do it, whoever is free takes it; of those free at the same time the
 *   first of the plan.
 *
 * Where another task has to know an end before it comes (finish-to-finish, or a lead), the end is
 * fixed when the work begins: such work is steady, nothing pauses it. An appointment then simply
 * takes its people a second time.
 *
 * Events are a task that is ready or whose window opens, a place that ends or is shut, a person who
 * is at work again. A place that was paused leaves an event behind, which is told by its time.
 */
final class PausingPass extends EventPass {
  private static final int NOT = -1;

  private final int places;
  private final int[] taskOf;

  private final boolean[] steady;

  /// Work left by place; when it began to run, or NOT; when it ends or its window shuts.
  private final int[] left;

  private final int[] since;
  private final int[] ends;
  private final boolean[] shuts;

  /// Done, but its person is not at work to begin something else.
  private final boolean[] lingers;

  private final Staff staff;
  private final Queues queues;
  private final boolean[] begun;

  /// Places of a task that are not done; when its window is looked at next.
  private final int[] unfinished;

  private final int[] dueAt;
  private final boolean[] queued;

  /// What runs by person, tasks with windows that wait for a person, when a person is woken next.
  private final int[][] running;

  private final int[] runningSize;
  private final int[] waiting;
  private final int[] wakesAt;
  private int[] setAside = new int[8];

  PausingPass(Prepared plan, int[] byRank, RunClocks clocks) {
    super(plan, byRank, clocks);
    int people = plan.people.length;
    this.places = plan.who[plan.count()];
    this.taskOf = new int[places];
    for (int i = 0; i < plan.count(); i++) {
      Arrays.fill(taskOf, plan.who[i], plan.who[i + 1], i);
    }
    this.steady = Steady.of(plan);
    this.left = new int[places];
    this.since = new int[places];
    this.ends = new int[places];
    this.shuts = new boolean[places];
    this.lingers = new boolean[places];
    this.staff = new Staff(plan, person);
    this.queues = new Queues(people);
    this.begun = new boolean[plan.count()];
    this.unfinished = new int[plan.count()];
    this.dueAt = new int[plan.count()];
    this.queued = new boolean[plan.count()];
    this.running = new int[people][4];
    this.runningSize = new int[people];
    this.waiting = new int[people];
    this.wakesAt = new int[people];
  }

  @Override
  void clear() {
    staff.clear();
    queues.clear();
    Arrays.fill(begun, false);
    for (int place = 0; place < places; place++) {
      left[place] = work[taskOf[place]];
    }
    for (int i = 0; i < plan.count(); i++) {
      unfinished[i] = plan.who[i + 1] - plan.who[i];
    }
    Arrays.fill(since, NOT);
    Arrays.fill(lingers, false);
    Arrays.fill(dueAt, NOT);
    Arrays.fill(queued, false);
    Arrays.fill(runningSize, 0);
    Arrays.fill(waiting, 0);
    Arrays.fill(wakesAt, NOT);
  }

  @Override
  void waitForPeople(int task) {
    Openings window = plan.window[task];
    if (window == null) {
      super.waitForPeople(task);
      return;
    }
    int at = Math.max(now, startBound[task]);
    if (finishBound[task] > 0) {
      int pushed = window.outOfHours() ? finishBound[task] - work[task] : pushedByPeople(task);
      at = Math.max(at, pushed);
    }
    dueAt[task] = at;
    happens(at, task);
  }

  @Override
  void enqueue(int task) {
    for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
      if (plan.choice[place] == null) {
        call(task, person[place]);
      } else if (staff.has(place)) {
        wake(person[place]);
      } else {
        for (int candidate : plan.choices.of(place)) {
          call(task, candidate);
        }
      }
    }
    queued[task] = true;
  }

  private void call(int task, int who) {
    if (!queued[task]) {
      push(who, task, rank[task]);
    }
    wake(who);
  }

  private void push(int who, int task, int value) {
    queues.push(who, value);
    waiting[who] += plan.window[task] == null ? 0 : 1;
  }

  /// What has been paused and cannot be split goes on before anything new.
  private int task(int value) {
    return byRank[value < 0 ? value + byRank.length : value];
  }

  @Override
  void hear(int what) {
    if (what >= 2 * places) {
      wake(what - 2 * places);
    } else if (what >= places) {
      if (lingers[what - places]) {
        release(what - places);
      }
    } else if (since[what] != NOT && ends[what] == now) {
      if (shuts[what]) {
        shut(what);
      } else {
        finish(what);
      }
    }
  }

  private void finish(int place) {
    int task = taskOf[place];
    int who = person[place];
    left[place] = 0;
    since[place] = NOT;
    lastBegun[who] = task;
    freeFrom[who] = now;
    lingers[place] = true;
    int next = plan.clock[who].next(now);
    if (next == now) {
      release(place);
    } else {
      happens(next, ~(places + place));
    }
    if (--unfinished[task] == 0 && !steady[task]) {
      ended(task, now);
    }
  }

  private void release(int place) {
    int who = person[place];
    lingers[place] = false;
    free[who] += plan.share[place];
    int at = 0;
    while (running[who][at] != place) {
      at++;
    }
    running[who][at] = running[who][--runningSize[who]];
    wake(who);
  }

  private void shut(int place) {
    int task = taskOf[place];
    stop(place);
    push(person[place], task, rank[task]);
    lookAgain(task);
  }

  private void pause(int place) {
    if (lingers[place]) {
      release(place);
      return;
    }
    int task = taskOf[place];
    stop(place);
    push(person[place], task, plan.split[task] ? rank[task] : rank[task] - byRank.length);
  }

  private void stop(int place) {
    left[place] = Math.max(1, left[place] - done(place, since[place], now));
    since[place] = NOT;
    release(place);
  }

  @Override
  void beginWork(int who) {
    int aside = 0;
    int next = clocks.next(who, now);
    boolean there = clocks.isThere(who, now);
    while (!queues.isEmpty(who) && (free[who] > 0 || waiting[who] > 0 || runningSize[who] > 0)) {
      int value = queues.pop(who);
      int task = task(value);
      waiting[who] -= plan.window[task] == null ? 0 : 1;
      boolean atWork = next == now || (byAppointment(task) && there) || left(task, who) < 0;
      if (!atWork || !begin(task, who)) {
        if (aside == setAside.length) {
          setAside = Arrays.copyOf(setAside, 2 * aside);
        }
        setAside[aside++] = value;
      }
    }
    for (int at = 0; at < aside; at++) {
      push(who, task(setAside[at]), setAside[at]);
    }
    if (aside > 0 && next > now && next < plan.axis.end() && wakesAt[who] != next) {
      wakesAt[who] = next;
      happens(next, ~(2 * places + who));
    }
  }

  /// True if it has begun, or if there is nothing in it for that person any more.
  private boolean begin(int task, int who) {
    if (begun[task] || (plan.split[task] && !steady[task])) {
      int place = left(task, who);
      return place < 0 || beginPlace(task, place, who);
    }
    return beginTogether(task, who);
  }

  /// The place that a person has or could have in a task and that does not run; -1 for none.
  private int left(int task, int who) {
    int open = -1;
    for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
      if (staff.has(place) && person[place] == who) {
        return left[place] > 0 && since[place] == NOT ? place : -1;
      }
      if (!staff.has(place) && left[place] > 0 && open < 0 && staff.isChoice(place, who)) {
        open = place;
      }
    }
    return open;
  }

  private boolean beginPlace(int task, int place, int who) {
    Openings window = plan.window[task];
    if (window != null && !isOpen(window)) {
      lookAgain(task);
      return false;
    }
    if (!canHave(place, who) || !staff.mayTake(task, place, who)) {
      return false;
    }
    staff.take(place, who);
    boolean first = !begun[task];
    if (first) {
      decide(task);
    }
    run(task, place);
    if (first) {
      began(task, now);
    }
    return true;
  }

  private boolean beginTogether(int task, int who) {
    Openings window = plan.window[task];
    if (window != null && !isOpen(window)) {
      lookAgain(task);
      return false;
    }
    boolean staffed = staff.fill(task, who, this::canHave, freeFrom);
    if (!staffed || (window != null && !fits(task, window))) {
      staff.empty(task);
      if (staffed) {
        lookAgain(task);
      }
      return false;
    }
    decide(task);
    int end = now;
    for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
      run(task, place);
      end = Math.max(end, ends[place]);
    }
    if (steady[task]) {
      placed(task, now, end);
    } else {
      began(task, now);
    }
    return true;
  }

  /// True if a person has the share that a place takes, or gets it by pausing something.
  private boolean canHave(int place, int who) {
    int task = taskOf[place];
    int share = plan.share[place];
    if (plan.choice[place] != null && !clocks.isThere(who, now)) {
      return false;
    }
    if (free[who] >= share) {
      return true;
    }
    int could = free[who];
    for (int at = 0; at < runningSize[who]; at++) {
      int other = running[who][at];
      boolean twice = steady[taskOf[other]] && byAppointment(task) && !byAppointment(taskOf[other]);
      could += twice || yields(other, task) ? plan.share[other] : 0;
    }
    return could >= share;
  }

  /// True if what runs is paused for a task.
  private boolean yields(int place, int task) {
    int other = taskOf[place];
    boolean appointment = byAppointment(task);
    if (lingers[place]) {
      return appointment;
    }
    boolean lessUrgent = rank[other] > rank[task];
    return plan.window[other] == null
        && !steady[other]
        && (appointment || (lessUrgent && (plan.split[other] || plan.window[task] != null)));
  }

  private void run(int task, int place) {
    int who = person[place];
    for (int least = NOT; free[who] < plan.share[place]; pause(least)) {
      least = leastUrgent(who, task);
      if (least == NOT) {
        break;
      }
    }
    free[who] -= plan.share[place];
    since[place] = now;
    ends[place] = end(task, place, now, left[place]);
    Openings window = plan.window[task];
    shuts[place] = false;
    if (window != null && ends[place] > window.closes(window.after(now))) {
      shuts[place] = !steady[task];
      ends[place] =
          steady[task]
              ? window.through(
                  now,
                  left[place],
                  (at, work) -> end(task, place, at, work),
                  (from, to) -> done(place, from, to))
              : window.closes(window.after(now));
    }
    happens(ends[place], ~place);
    if (runningSize[who] == running[who].length) {
      running[who] = Arrays.copyOf(running[who], 2 * runningSize[who]);
    }
    running[who][runningSize[who]++] = place;
  }

  private int end(int task, int place, int from, int work) {
    return byAppointment(task)
        ? plan.axis.plus(from, work)
        : clocks.finish(person[place], from, work);
  }

  private int done(int place, int from, int to) {
    return byAppointment(taskOf[place]) ? to - from : clocks.done(person[place], from, to);
  }

  private int leastUrgent(int who, int task) {
    int least = NOT;
    for (int at = 0; at < runningSize[who]; at++) {
      int place = running[who][at];
      if (yields(place, task) && (least == NOT || rank[taskOf[place]] > rank[taskOf[least]])) {
        least = place;
      }
    }
    return least;
  }

  /// Notes what decided the start: the last of the bounds and of what its people did before.
  private void decide(int task) {
    begun[task] = true;
    decidedBy[task] = startCause[task];
    int bound = startBound[task];
    for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
      int who = person[place];
      if (staff.has(place) && lastBegun[who] != ITSELF && freeFrom[who] > bound) {
        bound = freeFrom[who];
        decidedBy[task] = lastBegun[who];
      }
    }
  }

  private boolean isOpen(Openings window) {
    int span = window.after(now);
    return span >= 0 && window.opens(span) <= now;
  }

  private boolean fits(int task, Openings window) {
    int least = least(task);
    int end = plan.axis.plus(now, least);
    if (!window.outOfHours()) {
      end = now;
      for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
        end = Math.max(end, plan.meanClock[person[place]].finish(now, least));
      }
    }
    return end <= window.closes(window.after(now));
  }

  /// Looks at a task again when its window opens next.
  private void lookAgain(int task) {
    if (dueAt[task] > now) {
      return;
    }
    Openings window = plan.window[task];
    int span = window == null ? NOT : window.after(now);
    if (window != null && span >= 0 && window.opens(span) <= now) {
      span = window.next(span);
    }
    int at = window == null || span < 0 ? plan.axis.end() : window.opens(span);
    at = byAppointment(task) ? at : atWork(task, at);
    if (at >= plan.axis.end()) {
      giveUp(task);
    } else {
      dueAt[task] = at;
      happens(at, task);
    }
  }

  /// No window comes any more in this run: it ends beyond everything.
  private void giveUp(int task) {
    int open = 0;
    for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
      if (left[place] > 0 && since[place] == NOT) {
        left[place] = 0;
        open++;
      }
    }
    if (open == 0) {
      return;
    }
    if (!begun[task]) {
      begun[task] = true;
      if (steady[task]) {
        placed(task, plan.axis.end(), plan.axis.end());
        return;
      }
      began(task, plan.axis.end());
    }
    unfinished[task] -= open;
    if (unfinished[task] == 0) {
      ended(task, plan.axis.end());
    }
  }
}
