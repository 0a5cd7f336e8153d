package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Appointments against a list of minutes: who is away or busy, at work or by appointment.
final class BookingsTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);
  private static final int FIRST = 31 * Axis.DAY;
  private static final int MINUTES = 120 * Axis.DAY;
  private static final int STEP = 30;

  private final Prepared plan =
      Preparation.prepare(
          PlanText.read(
              """
              calendar whole Mon-Fri 08:00-16:00
              person   jon on whole away 2027-01-14..2027-01-15, 2027-01-19
              project  P from 2027-01-11 on whole
              a        1d by jon
              """),
          Interruptions.NONE,
          MONDAY,
          new Findings());
  private final WorkClock clock = plan.meanClock[0];
  private final Bookings bookings = new Bookings(plan);
  private final int[] used = new int[MINUTES];

  @Test
  void appointmentsAreMadeAsMinutesAllow() {
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      bookings.clear();
      Arrays.fill(used, 0);
      for (int booking = 0; booking < 8; booking++) {
        book(random, booking);
        ask(random);
      }
      assertThat(bookings.load(0)).isPositive();
    }
    bookings.clear();
    assertThat(bookings.load(0)).isZero();
    assertThat(bookings.earliest(0, FIRST + 480, 480, 1_000)).isEqualTo(FIRST + 480);
  }

  private void book(SplittableRandom random, int booking) {
    int share = 100 * (1 + random.nextInt(10));
    int from = time(random);
    int length = STEP * (1 + random.nextInt(8));
    if (random.nextBoolean()) {
      int at = bookings.earliestAppointment(0, from, length, share);
      bookings.bookAppointment(0, at, at + length, share, booking);
      for (int t = at; t < at + length; t++) {
        used[t] += share;
      }
    } else {
      int at = clock.next(bookings.earliest(0, from, length, share));
      int point = clock.worked(at);
      bookings.book(0, point, length, share, booking);
      for (int worked = point; worked < point + length; worked++) {
        used[clock.startAt(worked)] += share;
      }
    }
  }

  private void ask(SplittableRandom random) {
    int share = 100 * (1 + random.nextInt(10));
    int from = time(random);
    int length = STEP * (1 + random.nextInt(8));
    int early = from;
    while (!isFree(early, early + length, share)) {
      early += STEP;
    }
    assertThat(bookings.earliestAppointment(0, from, length, share)).isEqualTo(early);
    assertThat(bookings.blocker() >= 0 || early == from || isAway(early - STEP, early)).isTrue();
    int late = from;
    while (!isFree(late, late + length, share)) {
      late -= STEP;
    }
    assertThat(bookings.latestAppointment(0, from, length, share)).isEqualTo(late);
    int ends = early;
    while (ends < early + 2_000 && isFree(ends, ends + STEP, share)) {
      ends += STEP;
    }
    assertThat(bookings.appointmentEnds(0, early, early + 2_000, share))
        .isEqualTo(Math.min(ends, early + 2_000));
    int to = late + length;
    int begins = to;
    while (begins > to - 2_400 && isFree(begins - STEP, begins, share)) {
      begins -= STEP;
    }
    assertThat(bookings.appointmentBegins(0, to - 2_400, to, share)).isEqualTo(begins);
  }

  private boolean isFree(int from, int to, int share) {
    for (int t = from; t < to; t++) {
      if (used[t] + share > Prepared.WHOLE) {
        return false;
      }
    }
    return !isAway(from, to);
  }

  private boolean isAway(int from, int to) {
    return clock.leaves(from, to) < to;
  }

  private static int time(SplittableRandom random) {
    return FIRST + 3 * Axis.DAY / 2 + STEP * random.nextInt(9 * Axis.DAY / STEP);
  }
}
