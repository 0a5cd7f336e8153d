package dev.linchpin.forecast.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/*
 * What people are busy with. Usual work lies on each person's own working time. Work in a change
 * window out of hours is an appointment: it lies on time itself, and on the working time it falls
 * into, if any.
 */
final class Bookings {
  private final Prepared plan;
  private final Profile[] profiles;
  private final @Nullable Profile[] appointments;

  /// Minutes times thousandths booked so far: who has least gets more, if all else is equal.
  private final long[] load;

  private int blocker = -1;
  private long asked;

  Bookings(Prepared plan) {
    this.plan = plan;
    this.profiles = new Profile[plan.people.length];
    this.appointments = new Profile[plan.people.length];
    this.load = new long[plan.people.length];
    Arrays.setAll(profiles, person -> new Profile(plan.capacity[person]));
  }

  void clear() {
    Arrays.stream(profiles).forEach(Profile::clear);
    Arrays.fill(appointments, null);
    Arrays.fill(load, 0);
    asked = 0;
  }

  Profile profile(int person) {
    asked++;
    return profiles[person];
  }

  long load(int person) {
    return load[person];
  }

  /// The point of working time up to which, from another on, a person has no time at all.
  int takenUntil(int person, int since, int share) {
    return profiles[person].takenUntil(since, share);
  }

  /// How often somebody was asked for time so far: what placing costs, whatever the machine.
  long asked() {
    return asked;
  }

  /// The task in the way of the last question; -1 for none.
  int blocker() {
    return blocker;
  }

  /// The first time from `from` on at which a person has a share free for all of the work, in
  /// working hours.
  int earliest(int person, int from, int work, int share) {
    asked++;
    WorkClock clock = plan.meanClock[person];
    int worked = clock.worked(from);
    int free = profiles[person].earliest(worked, work, share);
    blocker = profiles[person].blocker();
    return free > worked ? clock.startAt(free) : from;
  }

  /// The first time from `from` on at which a person can come for that long, whatever the hour.
  int earliestAppointment(int person, int from, int length, int share) {
    WorkClock clock = plan.meanClock[person];
    blocker = -1;
    int at = from;
    int before;
    do {
      asked++;
      before = at;
      at = clock.notAway(at, length);
      int worked = clock.workedBefore(at);
      int last = Math.max(worked, clock.worked(plan.axis.plus(at, length)));
      int blocked = profiles[person].blockedFrom(worked, last, share);
      if (blocked < last) {
        int evening = clock.worked(plan.axis.plus(midnight(clock.startAt(blocked)), Axis.DAY));
        int free = profiles[person].earliest(blocked, 1, share);
        at = Math.max(at + 1, clock.finishAt(Math.min(free, evening)));
        blocker = profiles[person].blocker();
      }
      Profile own = appointments[person];
      if (own != null) {
        int next = own.earliest(at, length, share);
        blocker = next > at ? own.blocker() : blocker;
        at = next;
      }
    } while (at > before && at < plan.axis.end());
    return at;
  }

  /// How long a person can stay who comes at `from`: to `to` at the latest.
  int appointmentEnds(int person, int from, int to, int share) {
    WorkClock clock = plan.meanClock[person];
    int end = clock.leaves(from, to);
    int last = clock.worked(end);
    int blocked = profiles[person].blockedFrom(clock.workedBefore(from), last, share);
    if (blocked < last) {
      end = Math.min(end, clock.startAt(blocked));
    }
    Profile own = appointments[person];
    return own == null ? end : own.blockedFrom(from, end, share);
  }

  /// The last time up to `to` at which a person can come for that long; below 0 if there is none.
  int latestAppointment(int person, int to, int length, int share) {
    WorkClock clock = plan.meanClock[person];
    int at = to;
    int before;
    do {
      asked++;
      before = at;
      at = clock.notAwayBefore(at, length);
      int worked = at < 0 ? 0 : clock.workedBefore(at);
      int last = at < 0 ? 0 : clock.worked(at + length);
      int free = profiles[person].freeSince(last, worked, share);
      if (free > worked) {
        int morning = clock.worked(midnight(clock.startAt(free - 1)));
        int begins = profiles[person].latest(free - 1, 1, share) + 1;
        at = Math.min(at - 1, clock.startAt(Math.max(begins, morning)) - length);
      }
      Profile own = appointments[person];
      at = at < 0 || own == null ? at : own.latest(at, length, share);
    } while (at < before && at >= 0);
    return at;
  }

  private static int midnight(int t) {
    return t / Axis.DAY * Axis.DAY;
  }

  /// Since when a person can be there who stays to `to`: since `from` at the earliest.
  int appointmentBegins(int person, int from, int to, int share) {
    WorkClock clock = plan.meanClock[person];
    int begin = clock.returned(from, to);
    int first = clock.workedBefore(begin);
    int free = profiles[person].freeSince(clock.worked(to), first, share);
    if (free > first) {
      begin = Math.max(begin, clock.finishAt(free));
    }
    Profile own = appointments[person];
    return own == null ? begin : own.freeSince(to, begin, share);
  }

  /// Books points of a person's working time.
  void book(int person, int point, int work, int share, int task) {
    profiles[person].book(point, work, share, task);
    load[person] += (long) work * share;
  }

  void bookAppointment(int person, int from, int to, int share, int task) {
    Profile own = appointments[person];
    if (own == null) {
      own = new Profile(plan.capacity[person]);
      appointments[person] = own;
    }
    own.book(from, to - from, share, task);
    WorkClock clock = plan.meanClock[person];
    int point = clock.workedBefore(from);
    int during = clock.worked(to) - point;
    if (during > 0) {
      profiles[person].book(point, during, share, task);
    }
    load[person] += (long) (to - from) * share;
  }
}
