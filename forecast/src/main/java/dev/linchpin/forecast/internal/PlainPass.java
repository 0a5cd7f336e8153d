package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * A run of a plain plan: whatever begins runs to its end, by people who are named, at any time, and
 * nothing waits with its end. Most plans are plain, and most of the time of a forecast goes into
 * the loop below. PausingPass plays the same runs in more steps; a test compares them.
 *
 * What costs time is not the work but what a processor cannot foresee: with the same luck in every
 * run it takes half as long. So events and what waits are kept without guesses (EventQueue, and one
 * bit per task and person), what is read together lies together, and a task that gets ready just
 * when the one it waited for ends hangs on that one's event. Figures: docs/simulation-speed.md.
 */
final class PlainPass extends DispatchPass {
  /// What is known of a task, in one line of the cache.
  private static final int FACTS = 8;

  private static final int FIRST_PLACE = 0;
  private static final int LAST_PLACE = 1;
  private static final int FIRST_LINK = 2;
  private static final int FROM_FINISH = 3;
  private static final int LAST_LINK = 4;
  private static final int PROJECT = 5;
  private static final int KIND = 6;
  private static final int BEGAN = 7;

  /// What a task waits for: how many, until when, and who says so.
  private static final int WAITS = 4;

  private static final int NEEDS = 0;
  private static final int BOUND = 1;
  private static final int CAUSE = 2;

  /// One of the people of a task; what gets ready when it ends is a list.
  private static final int PLACES = 8;

  private static final int PERSON = 0;
  private static final int SHARE = 1;
  private static final int BIT = 2;
  private static final int TASK = 3;
  private static final int ENDS = 4;
  private static final int READY_THEN = 5;

  private static final int PEOPLE = Prepared.Kind.PEOPLE.ordinal();
  private static final int NONE = Prepared.Kind.NONE.ordinal();
  private static final int ELAPSED = Prepared.Kind.ELAPSED.ordinal();

  private final int[] facts;
  private final int[] places;
  private final int[] waits;
  private final int[] waitsAtFirst;
  private final int[] readyAtFirst;
  private final int[] ready;
  private final int[] alsoReady;
  private final int[] linkTo;
  private final boolean lags;
  private final Waiting waiting;
  private final int[] atWorkAt;
  private final int[] wakesAt;

  PlainPass(Prepared plan, int[] byRank, RunClocks clocks) {
    super(plan, byRank, clocks);
    int count = plan.count();
    Links links = plan.links;
    this.waiting = new Waiting(plan, byRank);
    this.facts = new int[count * FACTS];
    this.places = new int[plan.who[count] * PLACES];
    this.waitsAtFirst = new int[count * WAITS];
    for (int i = 0; i < count; i++) {
      facts[i * FACTS + FIRST_PLACE] = plan.who[i] * PLACES;
      facts[i * FACTS + LAST_PLACE] = plan.who[i + 1] * PLACES;
      facts[i * FACTS + FIRST_LINK] = links.first()[i];
      facts[i * FACTS + FROM_FINISH] = links.fromFinish()[i];
      facts[i * FACTS + LAST_LINK] = links.first()[i + 1];
      facts[i * FACTS + PROJECT] = plan.project[i];
      facts[i * FACTS + KIND] = plan.kind[i].ordinal();
      facts[i * FACTS + BEGAN] = plan.state[i] == Prepared.State.STARTED ? plan.began[i] : -1;
      waitsAtFirst[i * WAITS + NEEDS] = past.startNeeds()[i];
      waitsAtFirst[i * WAITS + BOUND] = past.startBound()[i];
      waitsAtFirst[i * WAITS + CAUSE] = past.startCause()[i];
      for (int place = plan.who[i]; place < plan.who[i + 1]; place++) {
        places[place * PLACES + PERSON] = plan.person[place];
        places[place * PLACES + SHARE] = plan.share[place];
        places[place * PLACES + BIT] = waiting.bit[place];
        places[place * PLACES + TASK] = i;
        places[place * PLACES + ENDS] = ITSELF;
      }
    }
    this.waits = new int[count * WAITS];
    this.readyAtFirst = past.ready();
    this.ready = new int[count];
    this.alsoReady = new int[count];
    this.linkTo = links.to();
    this.lags = Arrays.stream(links.lag()).anyMatch(lag -> lag != 0);
    this.atWorkAt = new int[plan.people.length];
    this.wakesAt = new int[plan.people.length];
  }

  /// True if this pass can play a plan.
  static boolean plays(Prepared plan) {
    for (int i = 0; i < plan.count(); i++) {
      if (plan.isOpen(i) && (plan.window[i] != null || plan.finishNotBefore[i] > 0)) {
        return false;
      }
    }
    boolean waitsWithItsEnd = false;
    for (boolean toFinish : plan.links.toFinish()) {
      waitsWithItsEnd |= toFinish;
    }
    return plan.runsThrough() && !waitsWithItsEnd;
  }

  @Override
  void clear() {
    waiting.clear();
    Arrays.fill(freeFrom, 0);
    Arrays.fill(atWorkAt, ITSELF);
    Arrays.fill(wakesAt, ITSELF);
    System.arraycopy(waitsAtFirst, 0, waits, 0, waits.length);
  }

  @Override
  void begin() {
    System.arraycopy(readyAtFirst, 0, ready, 0, readyAtFirst.length);
    placeReady(readyAtFirst.length);
  }

  private void placeReady(int size) {
    int left = size;
    while (left > 0) {
      int task = ready[--left];
      if (laterWorking.length > 0) {
        startBound[task] = waits[task * WAITS + BOUND];
        ready(task);
        waits[task * WAITS + BOUND] = startBound[task];
      }
      int kind = facts[task * FACTS + KIND];
      if (kind == PEOPLE) {
        waitForPeople(task);
      } else {
        left = place(task, kind, left);
      }
    }
  }

  /// Work that needs nobody in particular.
  private int place(int task, int kind, int left) {
    int bound = waits[task * WAITS + BOUND];
    decidedBy[task] = waits[task * WAITS + CAUSE];
    if (kind == NONE) {
      int at = onWorkedDay(task, bound);
      return settle(task, at, at, left);
    }
    if (kind == ELAPSED) {
      return settle(task, bound, plan.axis.plus(bound, work[task]), left);
    }
    WorkClock clock = plan.calendar[task];
    int from = clock.next(bound);
    return settle(task, from, clock.finish(from, work[task]), left);
  }

  @Override
  void waitForPeople(int task) {
    int bound = waits[task * WAITS + BOUND];
    int cause = waits[task * WAITS + CAUSE];
    if (cause >= 0 && bound > now) {
      int place = facts[cause * FACTS + FIRST_PLACE];
      if (place < facts[cause * FACTS + LAST_PLACE] && places[place + ENDS] == bound) {
        alsoReady[task] = places[place + READY_THEN];
        places[place + READY_THEN] = task;
        return;
      }
    }
    happens(Math.max(now, bound), task);
  }

  @Override
  void enqueue(int task) {
    int last = facts[task * FACTS + LAST_PLACE];
    for (int place = facts[task * FACTS + FIRST_PLACE]; place < last; place += PLACES) {
      waiting.add(places[place + BIT]);
      wake(places[place + PERSON]);
    }
  }

  @Override
  void hear(int what) {
    if (what >= places.length) {
      wake(what - places.length);
      return;
    }
    int person = places[what + PERSON];
    free[person] += places[what + SHARE];
    atWorkAt[person] = now;
    wake(person);
    for (int task = places[what + READY_THEN]; task >= 0; task = alsoReady[task]) {
      enqueue(task);
    }
  }

  /// Begins, most urgent first, whatever waits for a person and can begin now.
  @Override
  void beginWork(int person) {
    int bit = free[person] == 0 ? ITSELF : waiting.first(person);
    if (bit < 0 || (atWorkAt[person] != now && !isAtWork(person))) {
      return;
    }
    for (; bit >= 0 && free[person] > 0; bit = waiting.next(person, bit + 1)) {
      int task = waiting.task(bit);
      if (canBegin(task)) {
        beginTask(task);
      }
    }
  }

  /// Whoever is not at work looks again when he or she is.
  private boolean isAtWork(int person) {
    int next = plan.clock[person].next(now);
    if (next > now && wakesAt[person] != next) {
      wakesAt[person] = next;
      happens(next, ~(places.length + person));
    }
    return next == now;
  }

  private boolean canBegin(int task) {
    int last = facts[task * FACTS + LAST_PLACE];
    boolean can = true;
    for (int place = facts[task * FACTS + FIRST_PLACE]; place < last; place += PLACES) {
      can &= free[places[place + PERSON]] >= places[place + SHARE];
    }
    return can;
  }

  private void beginTask(int task) {
    int decider = waits[task * WAITS + CAUSE];
    int bound = waits[task * WAITS + BOUND];
    int end = 0;
    int last = facts[task * FACTS + LAST_PLACE];
    for (int place = facts[task * FACTS + FIRST_PLACE]; place < last; place += PLACES) {
      int person = places[place + PERSON];
      waiting.remove(places[place + BIT]);
      boolean waited = freeFrom[person] > bound;
      bound = waited ? freeFrom[person] : bound;
      decider = waited ? lastBegun[person] : decider;
      int done = clocks.finish(person, now, work[task]);
      free[person] -= places[place + SHARE];
      lastBegun[person] = task;
      freeFrom[person] = done;
      int next = plan.clock[person].next(done);
      places[place + ENDS] = next;
      places[place + READY_THEN] = ITSELF;
      happens(next, ~place);
      end = Math.max(end, done);
    }
    decidedBy[task] = decider;
    placeReady(settle(task, now, end, 0));
  }

  /// Says when a task lies.
  ///
  /// @param left how many are ready
  /// @return how many are ready now
  private int settle(int task, int from, int to, int left) {
    int fact = task * FACTS;
    int size = left;
    int began = facts[fact + BEGAN] >= 0 ? facts[fact + BEGAN] : from;
    start[task] = began;
    finish[task] = to;
    for (int k = facts[fact + FIRST_LINK]; k < facts[fact + FROM_FINISH]; k++) {
      size = travel(task, k, began, size);
    }
    known(task, facts[fact + PROJECT], to);
    for (int k = facts[fact + FROM_FINISH]; k < facts[fact + LAST_LINK]; k++) {
      size = travel(task, k, to, size);
    }
    return size;
  }

  private int travel(int from, int link, int time, int left) {
    int to = linkTo[link];
    int bound = lags ? moved(link, time) : time;
    int wait = to * WAITS;
    int before = waits[wait + BOUND];
    boolean later = bound > before;
    int needs = waits[wait + NEEDS] - 1;
    waits[wait + NEEDS] = needs;
    waits[wait + BOUND] = later ? bound : before;
    waits[wait + CAUSE] = later ? from : waits[wait + CAUSE];
    ready[left] = to;
    return needs == 0 ? left + 1 : left;
  }
}
