package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * A run of a plain plan: whatever begins runs to its end, by people who are named, at any time, and
 * nothing waits with its end. Most plans are plain, and most of the time of a forecast goes into
 * the loop below. PausingPass plays the same runs in more steps; a test compares them.
 *
 * Somebody whose whole time goes into one task has one thing that happens next: that task ends, or
 * they are at work again. So each person has one fixed place among the events, which is overwritten
 * when the next task begins. Whoever waits for an end hears of it when it comes, and needs no event
 * of their own. Only the rest is put into the queue: shares of a person, work that needs nobody,
 * bounds and lags.
 *
 * What waits is one bit per task and person, and lists end with a mark, not after a count: loops of
 * one or two steps are then as short as they look. Figures: docs/simulation-speed.md.
 */
final class PlainPass extends DispatchPass {
  /// What is known of a task, in one line of the cache.
  private static final int FACTS = 8;

  private static final int FIRST_PLACE = 0;

  /// The first link that tells when it begins: from its start, as a lead, or to what needs nobody
  /// and is placed at once; the first that tells when it ends.
  private static final int FIRST_EARLY = 1;

  private static final int FIRST_LATE = 2;
  private static final int PROJECT = 3;
  private static final int BEGAN = 4;

  /// What a task waits for: how many, until when, and who says so.
  private static final int WAITS = 4;

  private static final int NEEDS = 0;
  private static final int BOUND = 1;
  private static final int CAUSE = 2;

  /// One of the people of a task, and where the next one is; -1 behind the last.
  private static final int PLACES = 8;

  private static final int PERSON = 0;
  private static final int SHARE = 1;
  private static final int BIT = 2;
  private static final int WHOLLY = 3;
  private static final int NEXT_PLACE = 4;

  /// Who waits at the other end of a link, and where the next one is; -1 behind the last.
  private static final int LINKS = 4;

  private static final int TO = 0;
  private static final int NUMBER = 1;
  private static final int FROM_START = 2;
  private static final int NEXT_LINK = 3;

  /// What is known of a person: how much of them is free, what they began last and when that ends,
  /// the task whose end they tell, how much of them it has, when they were last seen at work, and
  /// where what waits for them lies.
  private static final int PERSONS = 8;

  private static final int FREE = 0;
  private static final int BEGUN = 1;
  private static final int DONE_AT = 2;
  private static final int ENDS = 3;
  private static final int HELD = 4;
  private static final int SEEN = 5;
  private static final int WORD = 6;

  private final int people;
  private final int horizon;
  private final boolean lags;
  private final boolean risky;
  private final boolean aroundTheClock;
  private final int[] facts;
  private final int[] places;
  private final int[] links;
  private final int[] waits;
  private final int[] waitsAtFirst;
  private final int[] persons;
  private final int[] personsAtFirst;
  private final int[] ready;
  private int readySize;
  private final boolean[] byPeople;
  private final Waiting waiting;

  PlainPass(Prepared plan, int[] byRank, RunClocks clocks) {
    super(plan, byRank, clocks, plan.people.length);
    int count = plan.count();
    this.people = plan.people.length;
    this.horizon = plan.axis.end();
    this.lags = Arrays.stream(plan.links.lag()).anyMatch(lag -> lag != 0);
    this.aroundTheClock = clocks.areAroundTheClock();
    this.waiting = new Waiting(plan, byRank);
    this.facts = new int[count * FACTS];
    this.places = places();
    this.links = new int[plan.links.count() * LINKS];
    this.waitsAtFirst = new int[count * WAITS];
    this.risky = plan.risky;
    this.byPeople = new boolean[count];
    for (int i = 0; i < count; i++) {
      byPeople[i] = plan.kind[i] == Prepared.Kind.PEOPLE;
    }
    for (int i = 0; i < count; i++) {
      facts[i * FACTS + FIRST_PLACE] = plan.who[i] * PLACES;
      facts[i * FACTS + PROJECT] = plan.project[i];
      facts[i * FACTS + BEGAN] = plan.state[i] == Prepared.State.STARTED ? plan.began[i] : ITSELF;
      waitsAtFirst[i * WAITS + NEEDS] = past.startNeeds()[i];
      waitsAtFirst[i * WAITS + BOUND] = past.startBound()[i];
      waitsAtFirst[i * WAITS + CAUSE] = past.startCause()[i];
      facts[i * FACTS + FIRST_EARLY] = links(i, true);
      facts[i * FACTS + FIRST_LATE] = links(i, false);
    }
    this.waits = new int[count * WAITS];
    this.personsAtFirst = persons();
    this.persons = personsAtFirst.clone();
    this.ready = new int[count];
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

  private int[] places() {
    int[] all = new int[plan.who[plan.count()] * PLACES];
    for (int i = 0; i < plan.count(); i++) {
      for (int place = plan.who[i]; place < plan.who[i + 1]; place++) {
        int who = plan.person[place];
        all[place * PLACES + PERSON] = who;
        all[place * PLACES + SHARE] = plan.share[place];
        all[place * PLACES + BIT] = waiting.bit[place];
        all[place * PLACES + WHOLLY] = plan.share[place] == plan.capacity[who] ? 1 : 0;
        boolean last = place + 1 == plan.who[i + 1];
        all[place * PLACES + NEXT_PLACE] = last ? ITSELF : (place + 1) * PLACES;
      }
    }
    return all;
  }

  private int[] persons() {
    int[] all = new int[people * PERSONS];
    for (int person = 0; person < people; person++) {
      all[person * PERSONS + FREE] = plan.capacity[person];
      all[person * PERSONS + BEGUN] = ITSELF;
      all[person * PERSONS + ENDS] = ITSELF;
      all[person * PERSONS + SEEN] = ITSELF;
      all[person * PERSONS + WORD] = waiting.firstWord[person];
    }
    return all;
  }

  /// Strings the links of a task together that tell early, or late.
  ///
  /// @return the first
  private int links(int task, boolean early) {
    int next = ITSELF;
    for (int k = plan.links.first()[task + 1] - 1; k >= plan.links.first()[task]; k--) {
      boolean fromStart = k < plan.links.fromFinish()[task];
      boolean soon = fromStart || plan.links.lag()[k] < 0 || !byPeople[plan.links.to()[k]];
      if (early == soon) {
        links[k * LINKS + TO] = plan.links.to()[k];
        links[k * LINKS + NUMBER] = k;
        links[k * LINKS + FROM_START] = fromStart ? 1 : 0;
        links[k * LINKS + NEXT_LINK] = next;
        next = k * LINKS;
      }
    }
    return next;
  }

  @Override
  void play() {
    waiting.clear();
    Arrays.fill(awake, 0);
    System.arraycopy(personsAtFirst, 0, persons, 0, persons.length);
    System.arraycopy(waitsAtFirst, 0, waits, 0, waits.length);
    System.arraycopy(past.ready(), 0, ready, 0, past.ready().length);
    readySize = past.ready().length;
    placeReady(false);
    decide();
    while (missing > 0) {
      int first = events.first();
      now = events.time();
      if (first < people && now < horizon && events.isAlone(first)) {
        hearOf(first);
        decide();
        events.clearBefore(first, now);
      } else {
        hearAll();
        decide();
      }
    }
  }

  /// All that happens at one time is heard before anybody decides.
  private void hearAll() {
    while (events.time() == now) {
      int first = events.first();
      if (first < people) {
        events.clear(first);
        hearOf(first);
      } else {
        hear(events.remove());
      }
    }
  }

  /// People decide in the order of the plan.
  private void decide() {
    for (int word = 0; word < awake.length; word++) {
      long left = awake[word];
      awake[word] = 0;
      for (; left != 0; left &= left - 1) {
        beginWork(word * Long.SIZE + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /// What a person does ends, and so it does for all who do it as long; or they are at work again.
  private void hearOf(int person) {
    int task = persons[person * PERSONS + ENDS];
    if (task < 0) {
      release(person);
      return;
    }
    persons[person * PERSONS + ENDS] = ITSELF;
    tell(task);
    if (readySize > 0) {
      placeReady(false);
    }
    release(person);
    int place = facts[task * FACTS + FIRST_PLACE];
    if (places[place + NEXT_PLACE] >= 0) {
      releaseOthers(task, person, place);
    }
  }

  private void releaseOthers(int task, int person, int first) {
    for (int place = first; place >= 0; place = places[place + NEXT_PLACE]) {
      int other = places[place + PERSON];
      int own = other * PERSONS;
      if (other != person && persons[own + DONE_AT] == now && persons[own + BEGUN] == task) {
        release(other);
      }
    }
  }

  /// Lets somebody decide who is done, as soon as they are at work.
  private void release(int person) {
    int own = person * PERSONS;
    int held = persons[own + HELD];
    int next = aroundTheClock || held == 0 ? now : plan.clock[person].next(now);
    if (next > now) {
      events.put(person, next);
      return;
    }
    persons[own + FREE] += held;
    persons[own + HELD] = 0;
    persons[own + SEEN] = now;
    wake(person);
  }

  /// A task is ready; or work that needs nobody ends; or of those who share it one gets free.
  private void hear(int what) {
    if (what >= 0) {
      waitForPeople(what);
    } else if (~what < plan.count()) {
      tell(~what);
      placeReady(false);
    } else {
      int place = (~what - plan.count()) * PLACES;
      int person = places[place + PERSON];
      persons[person * PERSONS + FREE] += places[place + SHARE];
      persons[person * PERSONS + SEEN] = now;
      wake(person);
    }
  }

  /// Those who wait for the end of a task hear of it.
  private void tell(int task) {
    int time = finish[task];
    for (int link = facts[task * FACTS + FIRST_LATE]; link >= 0; link = links[link + NEXT_LINK]) {
      if (travel(task, link, time) == 0) {
        int to = links[link + TO];
        if (risky || waits[to * WAITS + BOUND] > now) {
          ready[readySize++] = to;
        } else {
          waitForPeople(to);
        }
      }
    }
  }

  /// @return for how many others the task at the end of a link still waits
  private int travel(int from, int link, int time) {
    int bound = lags ? moved(links[link + NUMBER], time) : time;
    int wait = links[link + TO] * WAITS;
    int before = waits[wait + BOUND];
    boolean later = bound > before;
    int needs = waits[wait + NEEDS] - 1;
    waits[wait + NEEDS] = needs;
    waits[wait + BOUND] = later ? bound : before;
    waits[wait + CAUSE] = later ? from : waits[wait + CAUSE];
    return needs;
  }

  /// @param deciding people decide already; what is ready now is heard of in the next moment
  private void placeReady(boolean deciding) {
    while (readySize > 0) {
      int task = ready[--readySize];
      if (risky) {
        startBound[task] = waits[task * WAITS + BOUND];
        ready(task);
        waits[task * WAITS + BOUND] = startBound[task];
      }
      int bound = waits[task * WAITS + BOUND];
      int at = byPeople[task] ? bound : place(task, bound);
      if (at > now || deciding) {
        if (byPeople[task]) {
          events.add(Math.max(now, at), task);
        } else if (facts[task * FACTS + FIRST_LATE] >= 0) {
          events.add(Math.max(now, at), ~task);
        }
      } else if (byPeople[task]) {
        waitForPeople(task);
      } else {
        tell(task);
      }
    }
  }

  /// Places work that needs nobody in particular.
  ///
  /// @return when it ends
  private int place(int task, int bound) {
    decidedBy[task] = waits[task * WAITS + CAUSE];
    int from = begins(task, bound);
    settle(task, from, ends(task, from));
    return finish[task];
  }

  @Override
  void waitForPeople(int task) {
    int place = facts[task * FACTS + FIRST_PLACE];
    for (; place >= 0; place = places[place + NEXT_PLACE]) {
      waiting.add(places[place + BIT]);
      wake(places[place + PERSON]);
    }
  }

  /// Begins, most urgent first, whatever waits for a person and can begin now.
  private void beginWork(int person) {
    int own = person * PERSONS;
    if (persons[own + FREE] == 0) {
      return;
    }
    int bit = waiting.first(persons[own + WORD]);
    int task = waiting.task(bit);
    if (task < 0 || (!aroundTheClock && persons[own + SEEN] != now && !isAtWork(person))) {
      return;
    }
    do {
      int place = facts[task * FACTS + FIRST_PLACE];
      if (places[place + NEXT_PLACE] < 0) {
        if (persons[own + FREE] >= places[place + SHARE]) {
          beginAlone(task, place, own);
        }
      } else if (canBegin(task)) {
        beginTogether(task);
      }
      if (persons[own + FREE] == 0) {
        return;
      }
      bit = waiting.next(bit + 1);
      task = waiting.task(bit);
    } while (task >= 0);
  }

  /// Whoever is not at work looks again when he or she is.
  private boolean isAtWork(int person) {
    int next = plan.clock[person].next(now);
    if (next > now) {
      events.put(person, next);
    }
    return next == now;
  }

  private boolean canBegin(int task) {
    boolean can = true;
    int place = facts[task * FACTS + FIRST_PLACE];
    for (; place >= 0; place = places[place + NEXT_PLACE]) {
      can &= persons[places[place + PERSON] * PERSONS + FREE] >= places[place + SHARE];
    }
    return can;
  }

  private void beginAlone(int task, int place, int own) {
    int bound = waits[task * WAITS + BOUND];
    boolean waited = persons[own + DONE_AT] > bound;
    decidedBy[task] = waited ? persons[own + BEGUN] : waits[task * WAITS + CAUSE];
    settle(task, now, begin(place, task));
    comes(place, task, place);
    if (readySize > 0) {
      placeReady(true);
    }
  }

  private void beginTogether(int task) {
    int decider = waits[task * WAITS + CAUSE];
    int bound = waits[task * WAITS + BOUND];
    int end = ITSELF;
    int longest = 0;
    int first = facts[task * FACTS + FIRST_PLACE];
    for (int place = first; place >= 0; place = places[place + NEXT_PLACE]) {
      int own = places[place + PERSON] * PERSONS;
      boolean waited = persons[own + DONE_AT] > bound;
      bound = waited ? persons[own + DONE_AT] : bound;
      decider = waited ? persons[own + BEGUN] : decider;
      int done = begin(place, task);
      longest = done > end ? place : longest;
      end = Math.max(end, done);
    }
    decidedBy[task] = decider;
    settle(task, now, end);
    for (int place = first; place >= 0; place = places[place + NEXT_PLACE]) {
      comes(place, task, longest);
    }
    if (readySize > 0) {
      placeReady(true);
    }
  }

  /// @return when a person has done it
  private int begin(int place, int task) {
    int person = places[place + PERSON];
    int done =
        aroundTheClock
            ? Math.min(now + work[task], horizon)
            : clocks.finish(person, now, work[task]);
    waiting.remove(places[place + BIT]);
    int own = person * PERSONS;
    persons[own + FREE] -= places[place + SHARE];
    persons[own + BEGUN] = task;
    persons[own + DONE_AT] = done;
    return done;
  }

  /// Says when something is next heard of one who begins. Those who are done together with the one
  /// who tells the end are heard of with that.
  private void comes(int place, int task, int longest) {
    int person = places[place + PERSON];
    int own = person * PERSONS;
    int done = persons[own + DONE_AT];
    if (places[place + WHOLLY] == 0) {
      events.add(plan.clock[person].next(done), ~(plan.count() + place / PLACES));
      if (place == longest) {
        events.add(done, ~task);
      }
      return;
    }
    persons[own + HELD] += places[place + SHARE];
    if (place == longest) {
      persons[own + ENDS] = task;
      events.put(person, done);
    } else if (done < finish[task] || places[longest + WHOLLY] == 0) {
      events.put(person, done);
    } else if (!aroundTheClock) {
      events.clear(person);
    }
  }

  /// Says when a task lies.
  private void settle(int task, int from, int to) {
    int fact = task * FACTS;
    int began = facts[fact + BEGAN] < 0 ? from : facts[fact + BEGAN];
    start[task] = began;
    finish[task] = to;
    known(task, facts[fact + PROJECT], to);
    for (int link = facts[fact + FIRST_EARLY]; link >= 0; link = links[link + NEXT_LINK]) {
      ready[readySize] = links[link + TO];
      readySize += travel(task, link, links[link + FROM_START] != 0 ? began : to) == 0 ? 1 : 0;
    }
  }
}
