package dev.linchpin.forecast.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/*
 * Lays splittable work of one person into the first gaps from a time on: between what the person
 * does already and, if it has to lie in change windows, while they are open. Pieces are pairs of
 * points, of the person's working time or, for appointments out of hours, of time itself.
 */
final class Gaps {
  private final Prepared plan;
  private final Bookings bookings;
  private int[] pieces = new int[8];
  private int size;

  Gaps(Prepared plan, Bookings bookings) {
    this.plan = plan;
    this.bookings = bookings;
  }

  /// The pieces; empty if the work never ends.
  int[] of(int person, int from, int work, int share, @Nullable Openings window) {
    size = 0;
    boolean done =
        window == null
            ? fill(person, plan.meanClock[person].worked(from), work, Integer.MAX_VALUE, share) == 0
            : fillWindows(person, from, work, share, window);
    return done ? Arrays.copyOf(pieces, size) : new int[0];
  }

  private boolean fillWindows(int person, int from, int work, int share, Openings window) {
    WorkClock clock = plan.meanClock[person];
    int left = work;
    int span = window.after(from);
    for (; span >= 0 && left > 0; span = window.next(span)) {
      int opens = Math.max(from, window.opens(span));
      int closes = window.closes(span);
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

  private void add(int from, int to) {
    if (size == pieces.length) {
      pieces = Arrays.copyOf(pieces, 2 * size);
    }
    pieces[size++] = from;
    pieces[size++] = to;
  }
}
