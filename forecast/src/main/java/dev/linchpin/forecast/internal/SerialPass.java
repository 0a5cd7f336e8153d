package dev.linchpin.forecast.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/*
 * Serial schedule generation: task after task in the order of ranks, each at the first time its
 * bounds, its people and its change windows allow, gaps included. A later task never moves an
 * earlier one, so a less important project cannot delay a more important one by a minute.
 *
 * Where anybody may do it who knows enough, each of them is tried, and whoever ends first gets it;
 * then whoever has least to do.
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
  private final int[] @Nullable [] pieces;
  private final int[] rank;
  private final Bookings bookings;
  private final Gaps gaps;
  private final Tried tried = new Tried();
  private final Tried triedBack = new Tried();
  private final Queues waiting = new Queues(1);

  SerialPass(Prepared plan) {
    super(plan);
    this.rank = new int[plan.count()];
    this.blockedBy = new int[plan.count()];
    this.decider = new int[plan.count()];
    this.putOff = new boolean[plan.count()];
    this.bookedAt = new int[plan.who[plan.count()]];
    this.pieces = new int[plan.who[plan.count()]][];
    this.bookings = new Bookings(plan);
    this.gaps = new Gaps(plan, bookings, tried, triedBack);
  }

  /// Places every task.
  ///
  /// @param byRank the tasks, first to be served first
  void run(int[] byRank) {
    for (int place = 0; place < byRank.length; place++) {
      rank[byRank[place]] = place;
    }
    bookings.clear();
    tried.clear();
    triedBack.clear();
    Arrays.fill(blockedBy, -1);
    Arrays.fill(decider, -1);
    Arrays.fill(putOff, false);
    begin();
    while (!waiting.isEmpty(0)) {
      place(byRank[waiting.pop(0)]);
    }
    end();
    new LatePass(plan, this, bookings, gaps, triedBack).run();
  }

  /// How often somebody was asked for time.
  long asked() {
    return bookings.asked();
  }

  /// From which point a place is booked: of the person's working time, or, by appointment, of time
  /// itself.
  void bookedAt(int place, int point) {
    bookedAt[place] = point;
  }

  /// From which point to which somebody in a place works on a task, as pairs of such points.
  int[] points(int task, int place) {
    int[] found = pieces[place];
    int from = bookedAt[place];
    return found == null ? new int[] {from, from + plan.work[task]} : found;
  }

  void pieces(int place, int[] found) {
    pieces[place] = found;
  }

  @Override
  void waitForPeople(int task) {
    waiting.push(0, rank[task]);
  }

  private void place(int task) {
    if (plan.chooses) {
      choose(task);
    }
    int last = plan.who[task + 1];
    if (plan.split[task]) {
      placeInPieces(task, last);
    } else {
      placeInOneGo(task, last);
    }
  }

  /// Fills the places that anybody may fill, one after the other.
  private void choose(int task) {
    int last = plan.who[task + 1];
    for (int place = plan.who[task]; place < last; place++) {
      if (plan.choice[place] != null) {
        choose(task, place, last);
      }
    }
  }

  private void choose(int task, int place, int last) {
    int best = -1;
    int bestFrom = 0;
    int bestEnd = 0;
    for (int candidate : plan.choices.of(place)) {
      person[place] = candidate;
      if ((best < 0 || !isNoBetter(task, place, best, bestFrom))
          && !isDouble(task, place)
          && canFillRest(task, place, last)) {
        int from = plan.split[task] ? 0 : firstChance(task, place + 1);
        int end = plan.split[task] ? splitEnd(task, place) : finish(task, place + 1, from);
        if (best < 0
            || end < bestEnd
            || (end == bestEnd && bookings.load(candidate) < bookings.load(best))) {
          best = candidate;
          bestFrom = from;
          bestEnd = end;
        }
      }
    }
    Invariant.holds(best >= 0, "Nobody for place %d of task %d.", place, task);
    person[place] = best;
  }

  /// True if the person in a place works the same hours as another who could begin at `from`, has
  /// no less to do, and no time before that. It saves asking most of many people.
  private boolean isNoBetter(int task, int place, int other, int from) {
    int candidate = person[place];
    WorkClock clock = plan.meanClock[candidate];
    if (plan.split[task]
        || byAppointment(task)
        || clock != plan.meanClock[other]
        || bookings.load(candidate) < bookings.load(other)) {
      return false;
    }
    int since = clock.worked(startBound[task]);
    return bookings.takenUntil(candidate, since, plan.share[place]) >= clock.worked(from);
  }

  private boolean isDouble(int task, int place) {
    for (int at = plan.who[task]; at < place; at++) {
      if (person[at] == person[place]) {
        return true;
      }
    }
    return false;
  }

  private boolean canFillRest(int task, int place, int last) {
    return place + 1 == last
        || plan.choices.canFill(
            place + 1,
            last,
            it -> {
              for (int at = plan.who[task]; at <= place; at++) {
                if (person[at] == it) {
                  return false;
                }
              }
              return true;
            });
  }

  private int finish(int task, int last, int from) {
    if (byAppointment(task)) {
      return plan.axis.plus(from, work[task]);
    }
    int end = 0;
    for (int at = plan.who[task]; at < last; at++) {
      end = Math.max(end, plan.meanClock[person[at]].finish(from, work[task]));
    }
    return end;
  }

  private void placeInOneGo(int task, int last) {
    int from = firstChance(task, last);
    if (byAppointment(task)) {
      int to = plan.axis.plus(from, work[task]);
      for (int at = plan.who[task]; at < last; at++) {
        bookedAt[at] = from;
        bookings.bookAppointment(person[at], from, to, plan.share[at], task);
      }
      placed(task, from, to);
      return;
    }
    int begin = plan.axis.end();
    int end = 0;
    for (int at = plan.who[task]; at < last; at++) {
      WorkClock clock = plan.meanClock[person[at]];
      int worked = clock.worked(from);
      if (clock.startAt(worked) < begin) {
        begin = clock.startAt(worked);
        decider[task] = blockedBy[task] >= 0 ? decider[task] : person[at];
      }
      end = Math.max(end, clock.finish(from, work[task]));
      bookedAt[at] = worked;
      bookings.book(person[at], worked, work[task], plan.share[at], task);
    }
    placed(task, begin, end);
  }

  /// Each of the people begins as soon as they have a gap, and ends when all gaps make up the work.
  private void placeInPieces(int task, int last) {
    int bound = bound(task, last);
    int begin = plan.axis.end();
    int end = 0;
    for (int at = plan.who[task]; at < last; at++) {
      int[] found = gaps.of(person, at, bound, work[task], plan.window[task]);
      pieces[at] = found;
      int from = found.length == 0 ? plan.axis.end() : start(task, at, found[0]);
      if (from < begin) {
        begin = from;
        explain(task, at, bound, from);
      }
      end = Math.max(end, end(task, at, found));
      for (int k = 0; k < found.length; k += 2) {
        if (byAppointment(task)) {
          bookings.bookAppointment(person[at], found[k], found[k + 1], plan.share[at], task);
        } else {
          bookings.book(person[at], found[k], found[k + 1] - found[k], plan.share[at], task);
        }
      }
    }
    placed(task, begin, end);
  }

  private int splitEnd(int task, int place) {
    int bound = bound(task, place + 1);
    return end(task, place, gaps.of(person, place, bound, work[task], plan.window[task]));
  }

  int start(int task, int place, int point) {
    return byAppointment(task) ? point : plan.meanClock[person[place]].startAt(point);
  }

  int end(int task, int place, int[] found) {
    if (found.length == 0) {
      return plan.axis.end();
    }
    int point = found[found.length - 1];
    return byAppointment(task) ? point : plan.meanClock[person[place]].finishAt(point);
  }

  /// Why the first piece does not begin earlier: the window, or what the person does before it.
  private void explain(int task, int place, int bound, int from) {
    Openings window = plan.window[task];
    WorkClock clock = plan.meanClock[person[place]];
    int share = plan.share[place];
    boolean appointment = byAppointment(task);
    int since = window == null ? bound : Math.max(bound, window.opens(window.after(from)));
    int free =
        appointment
            ? bookings.earliestAppointment(person[place], since, 1, share)
            : bookings.earliest(person[place], since, 1, share);
    boolean begins = from == (appointment ? since : clock.next(since));
    byWindow[task] = window != null && begins && from > (appointment ? bound : clock.next(bound));
    blockedBy[task] = byWindow[task] || free == since ? -1 : bookings.blocker();
    decider[task] = appointment && free == since ? -1 : person[place];
  }

  private int bound(int task, int last) {
    because(task, -1, -1, false);
    return Math.max(startBound[task], pushedByPeople(task, last));
  }

  /// At least one of them has to be at work when the finish is due.
  private int pushedByPeople(int task, int last) {
    if (finishBound[task] == 0) {
      return 0;
    }
    if (byAppointment(task)) {
      return finishBound[task] - work[task];
    }
    int pushed = plan.axis.end();
    for (int at = plan.who[task]; at < last; at++) {
      pushed = Math.min(pushed, pushed(task, plan.meanClock[person[at]]));
    }
    return pushed;
  }

  /// The first time at which all people of a task have time for all of it while its windows are
  /// open.
  private int firstChance(int task, int last) {
    Openings window = plan.window[task];
    int bound = bound(task, last);
    return window == null
        ? whenAllAreFree(task, last, bound)
        : whenAllAreFreeAndOpen(task, last, bound, window);
  }

  private int whenAllAreFree(int task, int last, int bound) {
    int from = bound;
    int before;
    do {
      before = from;
      for (int at = plan.who[task]; at < last; at++) {
        int free = earliest(task, at, from);
        if (free > from) {
          from = free;
          because(task, bookings.blocker(), person[at], false);
        }
      }
    } while (from > before && from < plan.axis.end());
    return from;
  }

  private int whenAllAreFreeAndOpen(int task, int last, int bound, Openings window) {
    Tried.Stretches before = tried.of(window, work[task], person, plan.share, plan.who[task], last);
    int from = bound;
    int open = bound;
    do {
      from = open;
      Tried.Vain vain = before.at(from);
      if (vain != null) {
        from = vain.to();
        because(task, vain.blocker(), vain.decider(), vain.byWindow());
      }
      from = whenAllAreFree(task, last, from);
      open = window.fit(from, at -> finish(task, last, at));
      if (open > begin(task, last, from)) {
        because(task, -1, -1, true);
      }
    } while (open > from && open < plan.axis.end());
    if (open > bound) {
      before.add(bound, new Tried.Vain(open, blockedBy[task], decider[task], byWindow[task]));
    }
    return open;
  }

  private void because(int task, int blocker, int who, boolean window) {
    blockedBy[task] = blocker;
    decider[task] = who;
    byWindow[task] = window;
  }

  /// When work that may begin at `from` does begin.
  private int begin(int task, int last, int from) {
    if (byAppointment(task)) {
      return from;
    }
    int begin = plan.axis.end();
    for (int at = plan.who[task]; at < last; at++) {
      begin = Math.min(begin, plan.meanClock[person[at]].next(from));
    }
    return begin;
  }

  private int earliest(int task, int place, int from) {
    int share = plan.share[place];
    return byAppointment(task)
        ? bookings.earliestAppointment(person[place], from, work[task], share)
        : bookings.earliest(person[place], from, work[task], share);
  }
}
