package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * A run of a plan of whole people: nobody does two things at a time, and a task waits for the ends
 * of others, at once or after a while. That is how most plans are, and then little can happen: a
 * person is done, or is at work again, and has one fixed place among the events for it; what needs
 * nobody ends; the day comes before which a task may not begin.
 *
 * So nobody's time has to be counted, one bit says who is idle, and whoever ends a task tells those
 * who wait for it. Whether somebody who is done is still at work is asked of the calendar only at
 * minutes of the day at which any shift ends. PlainPass plays the same runs in more steps, because
 * it knows shares, leads and starts that others wait for; a test compares them. Figures:
 * docs/simulation-speed.md.
 */
final class WholePass extends DispatchPass {
  /// What is known of a task: the first of those who wait for it, the first of its people and the
  /// bit with which it waits for them, where its other people stand, or -1, and when it began.
  private static final int FACTS = 8;

  private static final int FOLLOWS = 0;
  private static final int PERSON = 1;
  private static final int BIT = 2;
  private static final int OTHERS = 3;
  private static final int PROJECT = 4;
  private static final int BEGAN = 5;

  /// What a task waits for: how many, until when, and who says so.
  private static final int WAITS = 4;

  private static final int NEEDS = 0;
  private static final int BOUND = 1;
  private static final int CAUSE = 2;

  /// What is known of a person: whose end they tell, what they began last and when that ends, when
  /// they were last seen at work, and where what waits for them lies.
  private static final int PERSONS = 8;

  private static final int TELLS = 0;
  private static final int BEGUN = 1;
  private static final int DONE_AT = 2;
  private static final int SEEN = 3;
  private static final int WORD = 4;

  private final int people;
  private final int horizon;
  private final boolean lags;
  private final boolean aroundTheClock;
  private final boolean[] byPeople;
  private final int[] facts;

  /// A person and a bit each, -1 behind the last.
  private final int[] others;

  /// Who waits for a task, -1 behind the last; and the number of the link.
  private final int[] follows;

  private final int[] link;
  private final int[] waits;
  private final int[] waitsAtFirst;
  private final int[] persons;
  private final int[] personsAtFirst;
  private final Waiting waiting;

  /// One bit per person without work.
  private final long[] idle;

  /// One bit for each minute of the day at which a shift of anybody ends.
  private final long[] shiftEnds = new long[Axis.DAY / Long.SIZE + 1];

  WholePass(Prepared plan, int[] byRank, RunClocks clocks) {
    super(plan, byRank, clocks, plan.people.length);
    int count = plan.count();
    this.people = plan.people.length;
    this.horizon = plan.axis.end();
    this.lags = Arrays.stream(plan.links.lag()).anyMatch(lag -> lag != 0);
    this.aroundTheClock = clocks.areAroundTheClock();
    this.waiting = new Waiting(plan, byRank);
    this.byPeople = new boolean[count];
    this.facts = new int[count * FACTS];
    this.others = new int[2 * plan.who[count] + count];
    this.follows = new int[plan.links.count() + count];
    this.link = new int[follows.length];
    this.waitsAtFirst = new int[count * WAITS];
    for (int i = 0; i < count; i++) {
      byPeople[i] = plan.kind[i] == Prepared.Kind.PEOPLE;
      facts[i * FACTS + PROJECT] = plan.project[i];
      facts[i * FACTS + BEGAN] = plan.state[i] == Prepared.State.STARTED ? plan.began[i] : ITSELF;
      waitsAtFirst[i * WAITS + NEEDS] = past.startNeeds()[i];
      waitsAtFirst[i * WAITS + BOUND] = past.startBound()[i];
      waitsAtFirst[i * WAITS + CAUSE] = past.startCause()[i];
    }
    this.waits = new int[waitsAtFirst.length];
    layOutPeople();
    layOutLinks();
    this.personsAtFirst = new int[people * PERSONS];
    for (int person = 0; person < people; person++) {
      personsAtFirst[person * PERSONS + TELLS] = ITSELF;
      personsAtFirst[person * PERSONS + BEGUN] = ITSELF;
      personsAtFirst[person * PERSONS + SEEN] = ITSELF;
      personsAtFirst[person * PERSONS + WORD] = waiting.firstWord[person];
      plan.clock[person].markShiftEnds(shiftEnds);
    }
    this.persons = new int[personsAtFirst.length];
    this.idle = new long[awake.length];
  }

  /// True if this pass can play a plan.
  static boolean plays(Prepared plan) {
    Links links = plan.links;
    for (int i = 0; i < plan.count(); i++) {
      for (int k = links.first()[i]; k < links.first()[i + 1]; k++) {
        if (k < links.fromFinish()[i] || links.lag()[k] < 0) {
          return false;
        }
      }
      for (int place = plan.who[i]; place < plan.who[i + 1]; place++) {
        if (plan.share[place] != plan.capacity[plan.person[place]]) {
          return false;
        }
      }
    }
    return PlainPass.plays(plan);
  }

  private void layOutPeople() {
    int next = 0;
    for (int i = 0; i < plan.count(); i++) {
      int first = plan.who[i];
      int end = plan.who[i + 1];
      facts[i * FACTS + OTHERS] = end - first > 1 ? next : ITSELF;
      if (first < end) {
        facts[i * FACTS + PERSON] = plan.person[first];
        facts[i * FACTS + BIT] = waiting.bit[first];
      }
      for (int place = first + 1; place < end; place++) {
        others[next++] = plan.person[place];
        others[next++] = waiting.bit[place];
      }
      others[next++] = ITSELF;
    }
  }

  private void layOutLinks() {
    int next = 0;
    for (int i = 0; i < plan.count(); i++) {
      facts[i * FACTS + FOLLOWS] = next;
      for (int k = plan.links.first()[i]; k < plan.links.first()[i + 1]; k++) {
        link[next] = k;
        follows[next++] = plan.links.to()[k];
      }
      follows[next++] = ITSELF;
    }
  }

  @Override
  void play() {
    waiting.clear();
    Arrays.fill(awake, 0);
    Arrays.fill(idle, -1);
    System.arraycopy(personsAtFirst, 0, persons, 0, persons.length);
    System.arraycopy(waitsAtFirst, 0, waits, 0, waits.length);
    for (int task : past.ready()) {
      getsReady(task);
    }
    hear();
    decide();
    while (missing > 0) {
      now = events.time();
      hear();
      decide();
    }
  }

  /// All that happens at one time is heard before anybody decides.
  private void hear() {
    while (events.time() == now) {
      int first = events.first();
      if (first < people) {
        events.clear(first);
        hearOf(first);
      } else {
        int what = events.remove();
        if (what >= 0) {
          waitForPeople(what);
        } else {
          tell(~what);
        }
      }
    }
  }

  /// A shift of somebody ends now.
  private boolean mayLeave() {
    int minute = now % Axis.DAY;
    return (shiftEnds[minute >>> WORD_BITS] >>> minute & 1) != 0;
  }

  /// People decide in the order of the plan, if they are still idle when it is their turn.
  private void decide() {
    for (int word = 0; word < awake.length; word++) {
      long left = awake[word] & idle[word];
      awake[word] = 0;
      for (; left != 0; left &= left - 1 & idle[word]) {
        beginWork(word * Long.SIZE + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /// Somebody is done, or at work again. Who is done when a shift ends is idle from the next on.
  private void hearOf(int person) {
    int own = person * PERSONS;
    int task = persons[own + TELLS];
    if (task >= 0) {
      persons[own + TELLS] = ITSELF;
      tell(task);
      if (aroundTheClock) {
        releaseOthers(task);
      }
    }
    release(person);
  }

  /// Around the clock all who do a task are done together, and one event tells of them.
  private void releaseOthers(int task) {
    for (int at = facts[task * FACTS + OTHERS]; at >= 0 && others[at] >= 0; at += 2) {
      release(others[at]);
    }
  }

  private void release(int person) {
    if (!aroundTheClock && mayLeave() && !isAtWork(person)) {
      return;
    }
    persons[person * PERSONS + SEEN] = now;
    idle[person >>> WORD_BITS] |= 1L << person;
    wake(person);
  }

  /// Those who wait for the end of a task hear of it.
  private void tell(int task) {
    int time = finish[task];
    int to;
    for (int at = facts[task * FACTS + FOLLOWS]; (to = follows[at]) >= 0; at++) {
      int bound = lags ? moved(link[at], time) : time;
      int own = to * WAITS;
      int before = waits[own + BOUND];
      boolean later = bound > before;
      waits[own + BOUND] = later ? bound : before;
      waits[own + CAUSE] = later ? task : waits[own + CAUSE];
      if (--waits[own + NEEDS] == 0) {
        getsReady(to);
      }
    }
  }

  private void getsReady(int task) {
    int own = task * WAITS;
    if (plan.risky) {
      startBound[task] = waits[own + BOUND];
      ready(task);
      waits[own + BOUND] = startBound[task];
    }
    int bound = waits[own + BOUND];
    if (!byPeople[task]) {
      int from = begins(task, bound);
      settle(task, from, ends(task, from));
      events.add(Math.max(now, finish[task]), ~task);
    } else if (bound > now) {
      events.add(bound, task);
    } else {
      waitForPeople(task);
    }
  }

  @Override
  void waitForPeople(int task) {
    int fact = task * FACTS;
    waiting.add(facts[fact + BIT]);
    wake(facts[fact + PERSON]);
    for (int at = facts[fact + OTHERS]; at >= 0 && others[at] >= 0; at += 2) {
      wake(others[at]);
      waiting.add(others[at + 1]);
    }
  }

  /// Begins the most urgent of what waits for an idle person and can begin now.
  private void beginWork(int person) {
    int own = person * PERSONS;
    int bit = waiting.first(persons[own + WORD]);
    int task = waiting.task(bit);
    if (task < 0 || (!aroundTheClock && persons[own + SEEN] != now && !isAtWork(person))) {
      return;
    }
    for (; task >= 0; task = waiting.task(bit)) {
      int fact = task * FACTS;
      if (facts[fact + OTHERS] < 0) {
        settle(task, now, begin(task, person, bit));
        events.put(person, finish[task]);
        persons[own + TELLS] = task;
        return;
      }
      if (areIdle(fact)) {
        beginTogether(task);
        return;
      }
      bit = waiting.next(bit + 1);
    }
  }

  /// Whoever is not at work is heard of when he or she is.
  private boolean isAtWork(int person) {
    int next = plan.clock[person].next(now);
    if (next > now) {
      events.put(person, next);
    }
    return next == now;
  }

  private boolean areIdle(int fact) {
    boolean all = isIdle(facts[fact + PERSON]);
    for (int at = facts[fact + OTHERS]; others[at] >= 0; at += 2) {
      all &= isIdle(others[at]);
    }
    return all;
  }

  private boolean isIdle(int person) {
    return (idle[person >>> WORD_BITS] >>> person & 1) != 0;
  }

  /// The last to be done tells of the end.
  private void beginTogether(int task) {
    int fact = task * FACTS;
    int last = facts[fact + PERSON];
    int end = begin(task, last, facts[fact + BIT]);
    events.put(last, end);
    for (int at = facts[fact + OTHERS]; others[at] >= 0; at += 2) {
      int person = others[at];
      int done = begin(task, person, others[at + 1]);
      if (!aroundTheClock) {
        events.put(person, done);
      }
      last = done > end ? person : last;
      end = Math.max(end, done);
    }
    settle(task, now, end);
    persons[last * PERSONS + TELLS] = task;
  }

  /// One person begins a task. If they were busy after its bound, what they did decided when.
  ///
  /// @return when they have done it
  private int begin(int task, int person, int bit) {
    int done =
        aroundTheClock
            ? Math.min(now + work[task], horizon)
            : clocks.finish(person, now, work[task]);
    int own = person * PERSONS;
    int wait = task * WAITS;
    boolean waited = persons[own + DONE_AT] > waits[wait + BOUND];
    waits[wait + BOUND] = waited ? persons[own + DONE_AT] : waits[wait + BOUND];
    waits[wait + CAUSE] = waited ? persons[own + BEGUN] : waits[wait + CAUSE];
    waiting.remove(bit);
    persons[own + BEGUN] = task;
    persons[own + DONE_AT] = done;
    idle[person >>> WORD_BITS] &= ~(1L << person);
    return done;
  }

  /// Says when a task lies.
  private void settle(int task, int from, int to) {
    int fact = task * FACTS;
    start[task] = facts[fact + BEGAN] < 0 ? from : facts[fact + BEGAN];
    finish[task] = to;
    decidedBy[task] = waits[task * WAITS + CAUSE];
    known(task, facts[fact + PROJECT], to);
  }
}
