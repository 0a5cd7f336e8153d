package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Openings against a list of minutes, on which everything is asked minute by minute.
final class OpeningsTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);
  private static final Axis AXIS = Axis.of(MONDAY, MONDAY);
  private static final int MINUTES = 60 * Axis.DAY;

  private static final List<ChangeWindow> WINDOWS =
      PlanText.read(
              """
              start   2027-01-11
              window  prod Mon 22:00..Tue 04:00, Sun 20:00..Mon 02:00, Thu 10:00..Thu 12:00
              freeze  Close 2027-01-18..2027-01-19
              window  all Thu 11:00..Thu 09:00, 2027-01-23..2027-01-25
              freeze  "One day" 2027-01-28
              """)
          .windows();
  private static final Openings OPENINGS = new Openings(AXIS, WINDOWS);
  private static final boolean[] OPEN = open();

  private static boolean[] open() {
    boolean[] open = new boolean[MINUTES];
    for (int t = 0; t < MINUTES; t++) {
      LocalDateTime at = AXIS.at(t);
      open[t] = WINDOWS.stream().allMatch(it -> isOpen(it, at));
    }
    return open;
  }

  private static boolean isOpen(ChangeWindow window, LocalDateTime at) {
    int minute = at.getDayOfWeek().ordinal() * Axis.DAY + at.getHour() * 60 + at.getMinute();
    boolean weekly =
        window.week().stream()
            .anyMatch(it -> {
              int from = it.from().ordinal() * Axis.DAY + it.fromMinute();
              int to = it.to().ordinal() * Axis.DAY + it.toMinute();
              return from < to ? from <= minute && minute < to : minute >= from || minute < to;
            });
    boolean dated =
        window.dates().stream().anyMatch(it -> !at.isBefore(it.from()) && at.isBefore(it.to()));
    return (weekly || dated)
        && window.freezes().stream().noneMatch(it -> it.days().contains(at.toLocalDate()));
  }

  @Test
  void stretchesAreThoseOfTheMinutes() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 3_000; i++) {
      int t = 10 * Axis.DAY + random.nextInt(35 * Axis.DAY) / 30 * 30;
      int opens = t;
      while (!OPEN[opens]) {
        opens++;
      }
      int closes = opens;
      while (OPEN[closes]) {
        closes++;
      }
      int span = OPENINGS.after(t);
      assertThat(Math.max(t, OPENINGS.opens(span))).isEqualTo(opens);
      assertThat(OPENINGS.closes(span)).isEqualTo(closes);
      assertThat(OPENINGS.next(span)).isEqualTo(span + 1);
      int last = OPENINGS.before(t);
      assertThat(OPENINGS.opens(last)).isLessThanOrEqualTo(t);
      assertThat(OPENINGS.opens(last + 1)).isGreaterThan(t);
    }
  }

  @Test
  void workFitsInAsMinutesDo() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 1_000; i++) {
      int t = 20 * Axis.DAY + random.nextInt(20 * Axis.DAY) / 30 * 30;
      int work = 30 + 30 * random.nextInt(10);
      int first = t;
      while (!isOpen(first, work)) {
        first += 30;
      }
      assertThat(OPENINGS.fit(t, at -> at + work)).isEqualTo(first);
      int last = t;
      while (!isOpen(last, work)) {
        last -= 30;
      }
      assertThat(OPENINGS.lastFit(t, 0, at -> at + work, end -> end - work)).isEqualTo(last);
      assertThat(OPENINGS.lastFit(t, t + 9_000, at -> at + work, end -> end - work)).isEqualTo(-1);
      int left = work;
      int end = t;
      for (; left > 0; end++) {
        left -= OPEN[end] ? 1 : 0;
      }
      assertThat(OPENINGS.through(t, work, Integer::sum, (a, b) -> b - a)).isEqualTo(end);
      left = work;
      int begin = t;
      for (; left > 0; begin--) {
        left -= OPEN[begin - 1] ? 1 : 0;
      }
      assertThat(OPENINGS.backThrough(t, 0, work, (to, w) -> to - w, (a, b) -> b - a))
          .isEqualTo(begin);
      assertThat(OPENINGS.backThrough(t, t + 9_000, work, (to, w) -> to - w, (a, b) -> b - a))
          .isEqualTo(-1);
    }
  }

  private static boolean isOpen(int from, int work) {
    for (int t = from; t < from + work; t++) {
      if (!OPEN[t]) {
        return false;
      }
    }
    return true;
  }
}
