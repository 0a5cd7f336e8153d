package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Clocks against a list of minutes, on which everything is counted minute by minute.
final class WorkClockTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);
  private static final Axis AXIS = Axis.of(MONDAY, MONDAY);
  private static final int MINUTES = 70 * Axis.DAY;
  private static final Plan PLAN =
      PlanText.read(
          """
          calendar odd Mon-Thu 08:00-12:00 13:00-17:00, Fri 00:00-06:00, Sat 22:00-24:00
          holiday  2027-01-13
          day      2027-01-15 09:15-10:05
          person   jon on odd away 2027-01-20..2027-01-21, 2027-01-22, 2027-02-01
          """);
  private static final WorkCalendar CALENDAR = PLAN.calendars().getFirst();
  private static final List<DayRange> AWAY = PLAN.people().getFirst().away();

  private static final WorkClock CLOCK =
      new WorkClock(AXIS, new CalendarDays(CALENDAR), AWAY, new int[7]);
  private static final boolean[] AWAY_MINUTES = new boolean[MINUTES];
  private static final int[] BEFORE = new int[MINUTES + 1];
  private static final int[] WORKED = worked();

  private static int[] worked() {
    IntStream.Builder minutes = IntStream.builder();
    for (int t = 0; t < MINUTES; t++) {
      LocalDateTime at = AXIS.at(t);
      LocalDate day = at.toLocalDate();
      int minute = at.getHour() * 60 + at.getMinute();
      AWAY_MINUTES[t] = AWAY.stream().anyMatch(it -> it.contains(day));
      boolean works =
          !AWAY_MINUTES[t]
              && CALENDAR.on(day).stream().anyMatch(it -> it.from() <= minute && minute < it.to());
      BEFORE[t + 1] = BEFORE[t] + (works ? 1 : 0);
      if (works) {
        minutes.add(t);
      }
    }
    return minutes.build().toArray();
  }

  private static boolean works(int t) {
    return t >= 0 && BEFORE[t + 1] > BEFORE[t];
  }

  private static int startAt(int worked) {
    return WORKED[worked];
  }

  private static int finishAt(int worked) {
    return worked == 0 ? 0 : WORKED[worked - 1] + 1;
  }

  @Test
  void workIsCountedAsMinutesAre() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 4_000; i++) {
      int t = time(random);
      int work = 1 + random.nextInt(2_000);
      assertThat(CLOCK.worked(t)).as("worked %s", t).isEqualTo(BEFORE[t]);
      assertThat(CLOCK.workedBefore(t)).as("workedBefore %s", t).isEqualTo(BEFORE[t]);
      assertThat(CLOCK.startAt(BEFORE[t])).as("startAt %s", t).isEqualTo(startAt(BEFORE[t]));
      assertThat(CLOCK.finishAt(BEFORE[t])).as("finishAt %s", t).isEqualTo(finishAt(BEFORE[t]));
      assertThat(CLOCK.next(t)).as("next %s", t).isEqualTo(startAt(BEFORE[t]));
      assertThat(CLOCK.touches(t)).as("touches %s", t).isEqualTo(works(t) || works(t - 1));
      assertThat(CLOCK.finish(t, work)).as("finish %s", t).isEqualTo(finishAt(BEFORE[t] + work));
      assertThat(CLOCK.shift(t, work)).isEqualTo(finishAt(BEFORE[t] + work));
      assertThat(CLOCK.shift(t, -work)).isEqualTo(startAt(Math.max(0, BEFORE[t] - work)));
      int end = 1;
      while (finishAt(end) < t && startAt(end) != t) {
        end++;
      }
      assertThat(CLOCK.startToEndAt(t, work))
          .as("startToEndAt %s", t)
          .isEqualTo(startAt(Math.max(0, end - work)));
    }
  }

  @Test
  @Tag("slow")
  void absencesAreFoundAsMinutesAre() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 2_000; i++) {
      int from = time(random);
      int length = 1 + random.nextInt(3_000);
      int to = from + length;
      int at = from;
      while (isAway(at, at + length)) {
        at++;
      }
      assertThat(CLOCK.notAway(from, length)).isEqualTo(at);
      int back = from;
      while (isAway(back, back + length)) {
        back--;
      }
      assertThat(CLOCK.notAwayBefore(from, length)).isEqualTo(back);
      int leaves = from;
      while (leaves < to && !AWAY_MINUTES[leaves]) {
        leaves++;
      }
      assertThat(CLOCK.leaves(from, to)).isEqualTo(leaves);
      int returned = leaves == to ? to : from;
      while (returned > from && !AWAY_MINUTES[returned - 1]) {
        returned--;
      }
      if (leaves == to) {
        assertThat(CLOCK.returned(from, to)).isEqualTo(returned);
      }
    }
    assertThat(CLOCK.returned(0, 60 * Axis.DAY)).isEqualTo(AXIS.midnight(LocalDate.of(2027, 2, 2)));
  }

  private static boolean isAway(int from, int to) {
    return IntStream.range(from, to).anyMatch(t -> AWAY_MINUTES[t]);
  }

  @Test
  void whatInterruptionsTakeIsSpreadOverTheDay() {
    int[] taken = new int[7];
    Arrays.fill(taken, 120);
    WorkClock clock = new WorkClock(AXIS, new CalendarDays(CALENDAR), List.of(), taken);
    int monday = AXIS.midnight(LocalDate.of(2027, 1, 11));
    int before = clock.worked(monday);
    assertThat(clock.worked(monday + Axis.DAY) - before).isEqualTo(360);
    assertThat(clock.worked(monday + 12 * 60) - before).isEqualTo(180);
    assertThat(clock.worked(monday + 8 * 60 + 1) - before).isEqualTo(1);
    assertThat(clock.workedBefore(monday + 8 * 60 + 1) - before).isZero();
    assertThat(clock.workedBefore(monday + 8 * 60 + 4) - before).isEqualTo(3);
    assertThat(clock.finishAt(before + 180)).isEqualTo(monday + 12 * 60);
    assertThat(clock.startAt(before + 180)).isEqualTo(monday + 13 * 60);
    int sunday = AXIS.midnight(LocalDate.of(2027, 1, 17));
    assertThat(clock.worked(sunday + Axis.DAY)).isEqualTo(clock.worked(sunday));
    assertThat(clock.next(sunday + 30)).isEqualTo(sunday + Axis.DAY + 8 * 60);
  }

  @Test
  void aFreeDayBetweenIsOneThatIsUsuallyWorked() {
    int sunday = AXIS.midnight(LocalDate.of(2027, 1, 10));
    int tuesday = AXIS.midnight(LocalDate.of(2027, 1, 12));
    assertThat(CLOCK.skipsFreeDay(sunday, tuesday + 60)).isFalse();
    assertThat(CLOCK.skipsFreeDay(tuesday, tuesday + 2 * Axis.DAY)).isTrue();
    assertThat(CLOCK.skipsFreeDay(tuesday + Axis.DAY, tuesday + Axis.DAY + 60)).isFalse();
    assertThat(CLOCK.skipsFreeDay(tuesday + 8 * Axis.DAY, tuesday + 9 * Axis.DAY)).isTrue();
  }

  @Test
  void nothingIsLeftAtTheEndOfTheAxis() {
    assertThat(CLOCK.next(AXIS.end())).isEqualTo(AXIS.end());
    assertThat(CLOCK.startAt(Integer.MAX_VALUE)).isEqualTo(AXIS.end());
    assertThat(CLOCK.finishAt(Integer.MAX_VALUE)).isEqualTo(AXIS.end());
    assertThat(CLOCK.finish(0, Integer.MAX_VALUE)).isEqualTo(AXIS.end());
    assertThat(CLOCK.isEmptyFrom(AXIS.end())).isTrue();
    assertThat(CLOCK.isEmptyFrom(AXIS.asOf())).isFalse();
  }

  /// Half of them at an hour, where shifts and days begin and end.
  private static int time(SplittableRandom random) {
    int t = 15 * Axis.DAY + random.nextInt(40 * Axis.DAY);
    return random.nextBoolean() ? t : t / 60 * 60;
  }
}
