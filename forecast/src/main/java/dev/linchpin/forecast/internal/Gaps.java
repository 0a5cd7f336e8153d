package dev.linchpin.forecast.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/*
 * Lays splittable work of one person into the first gaps from a time on, or into the last ones up
 * to a time: between what the person does already and, if it has to lie in change windows, while
 * they are open. Pieces are pairs of points, of the person's working time or, for appointments out
 * of hours, of time itself.
 */
final class Gaps {
  private final Prepared plan;
  private final Bookings bookings;
  private final Tried tried;
  private final Tried triedBack;
  private int[] pieces = new int[8];
  private int size;

  /// @param triedBack in time that is counted backwards from the end of the axis
  Gaps(Prepared plan, Bookings bookings, Tried tried, Tried triedBack) {
    this.plan = plan;
    this.bookings = bookings;
    this.tried = tried;
    this.triedBack = triedBack;
  }

  /// The pieces of one place of a task; empty if the work never ends.
  int[] of(int[] people, int place, int from, int work, @Nullable Openings window) {
    size = 0;
    int person = people[place];
    int share = plan.share[place];
    boolean done;
    if (window == null) {
      int point = plan.meanClock[person].worked(from);
      done = fill(person, point, work, Integer.MAX_VALUE, share) == 0;
    } else {
      Tried.Stretches before = tried.of(window, Tried.ANY, people, plan.share, place, place + 1);
      done = fillWindows(person, from, work, share, window, before);
    }
    return done ? Arrays.copyOf(pieces, size) : new int[0];
  }

  private boolean fillWindows(
      int person, int from, int work, int share, Openings window, Tried.Stretches before) {
    WorkClock clock = plan.meanClock[person];
    int left = work;
    Tried.Vain vain = before.at(from);
    int span = window.after(vain == null ? from : vain.to());
    for (; span >= 0 && left > 0; span = window.next(span)) {
      int opens = Math.max(from, window.opens(span));
      int closes = window.closes(span);
      if (left == work) {
        before.add(from, new Tried.Vain(opens, -1, -1, false));
      }
      left =
          window.outOfHours()
              ? fillAppointments(person, opens, left, closes, share)
              : fill(person, clock.worked(opens), left, clock.workedBefore(closes), share);
    }
    return left == 0;
  }

  /// Fills working time up to a limit, and gives what is left.
  private int fill(int person, int point, int work, int limit, int share) {
    Profile profile = bookings.profile(person);
    int left = work;
    int at = profile.earliest(point, 1, share);
    while (left > 0 && at < limit) {
      int end = profile.blockedFrom(at, (int) Math.min(limit, (long) at + left), share);
      add(at, end);
      left -= end - at;
      at = profile.earliest(end, 1, share);
    }
    return left;
  }

  private int fillAppointments(int person, int opens, int work, int closes, int share) {
    int left = work;
    int at = bookings.earliestAppointment(person, opens, 1, share);
    while (left > 0 && at < closes) {
      int end =
          bookings.appointmentEnds(person, at, (int) Math.min(closes, (long) at + left), share);
      add(at, end);
      left -= end - at;
      at = bookings.earliestAppointment(person, end, 1, share);
    }
    return left;
  }

  /// The last pieces of one place of a task that end by `to`; empty if they do not fit in after
  /// `since`.
  int[] last(int[] people, int place, int since, int to, int work, @Nullable Openings window) {
    size = 0;
    int person = people[place];
    int share = plan.share[place];
    WorkClock clock = plan.meanClock[person];
    int left;
    if (window == null) {
      left = fillBack(person, clock.worked(since), work, clock.workedBefore(to), share);
    } else {
      Tried.Stretches before =
          triedBack.of(window, Tried.ANY, people, plan.share, place, place + 1);
      left = fillWindowsBack(person, since, to, work, share, window, before);
    }
    return left > 0 ? new int[0] : ascending();
  }

  private int fillWindowsBack(
      int person, int since, int to, int work, int share, Openings window, Tried.Stretches before) {
    WorkClock clock = plan.meanClock[person];
    int far = plan.axis.end();
    int left = work;
    Tried.Vain vain = before.at(far - to);
    int span = window.before(vain == null ? to : far - vain.to());
    for (; span >= 0 && left > 0 && window.closes(span) > since; span--) {
      int opens = Math.max(since, window.opens(span));
      int closes = Math.min(to, window.closes(span));
      if (left == work && closes < to) {
        before.add(far - to, new Tried.Vain(far - closes, -1, -1, false));
      }
      left =
          window.outOfHours()
              ? fillAppointmentsBack(person, opens, left, closes, share)
              : fillBack(person, clock.worked(opens), left, clock.workedBefore(closes), share);
    }
    return left;
  }

  private int fillBack(int person, int since, int work, int point, int share) {
    Profile profile = bookings.profile(person);
    int left = work;
    int end = profile.latest(point - 1, 1, share) + 1;
    while (left > 0 && end > since) {
      int begin = profile.freeSince(end, Math.max(since, end - left), share);
      add(begin, end);
      left -= end - begin;
      end = profile.latest(begin - 1, 1, share) + 1;
    }
    return left;
  }

  private int fillAppointmentsBack(int person, int opens, int work, int closes, int share) {
    int left = work;
    int end = bookings.latestAppointment(person, closes - 1, 1, share) + 1;
    while (left > 0 && end > opens) {
      int begin = bookings.appointmentBegins(person, Math.max(opens, end - left), end, share);
      add(begin, end);
      left -= end - begin;
      end = bookings.latestAppointment(person, begin - 1, 1, share) + 1;
    }
    return left;
  }

  /// The pieces, the last of which was found first.
  private int[] ascending() {
    int[] ascending = new int[size];
    for (int k = 0; k < size; k += 2) {
      ascending[size - 2 - k] = pieces[k];
      ascending[size - 1 - k] = pieces[k + 1];
    }
    return ascending;
  }

  private void add(int from, int to) {
    if (size == pieces.length) {
      pieces = Arrays.copyOf(pieces, 2 * size);
    }
    pieces[size++] = from;
    pieces[size++] = to;
  }
}
