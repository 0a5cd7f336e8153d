package dev.linchpin.forecast.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeriesTests {
  private static final LocalDate WEDNESDAY = LocalDate.parse("2026-10-21");

  @Test
  void weeksAreWholeOnesAndAWeekWithAGapIsAGap() {
    double[] days = new double[5 + 7 + 7 + 3];
    java.util.Arrays.fill(days, 1);
    days[13] = Double.NaN;

    Series weeks = Series.of(WEDNESDAY, Series.Step.DAY, days).weeks();

    assertThat(weeks.first()).isEqualTo("2026-10-26");
    assertThat(weeks.length()).isEqualTo(2);
    assertThat(weeks.at(0)).isEqualTo(7);
    assertThat(weeks.isSeen(1)).isFalse();
    assertThat(weeks.seen()).containsExactly(7.0);
  }

  @Test
  void theDayThatSummerTimeMakesLongerIsOneDay() { // 2026-10-25 in most of Europe
    List<LocalDate> tickets =
        List.of(WEDNESDAY, WEDNESDAY.plusDays(4), WEDNESDAY.plusDays(4), WEDNESDAY.plusDays(5));

    Series days = Series.counting(tickets, WEDNESDAY, WEDNESDAY.plusDays(5));

    assertThat(days.seen()).containsExactly(1, 0, 0, 0, 2, 1);
  }

  @Test
  void whatIsLeftOutIsAGap() {
    Series days = Series.counting(List.of(), WEDNESDAY, WEDNESDAY.plusDays(4));

    assertThat(days.without(WEDNESDAY.plusDays(1), WEDNESDAY.plusDays(2)).seen()).hasSize(3);
  }

  @Test
  void aSeriesRefusesWhatIsNoAmount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Series.of(WEDNESDAY, Series.Step.DAY, 1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Series.of(WEDNESDAY, Series.Step.DAY, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Series.of(WEDNESDAY, Series.Step.WEEK, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Series.counting(List.of(), LocalDate.MIN, LocalDate.MAX));
  }

  /// Whatever a file holds: empty, one day, years of silence, days before the first and after the
  /// last, gaps anywhere, counts of a million. Nothing throws and every answer is a number.
  @Test
  void anySeriesGetsAnAnswer() {
    var random = new SplittableRandom(11);
    for (int i = 0; i < 400; i++) {
      Series days = anySeries(random);
      for (Series series : List.of(days, days.weeks())) {
        int ahead = 1 + random.nextInt(20);
        boolean known = series.seen().length > 0;
        for (Ahead method : List.<Ahead>of(new Arrivals(), new Arrivals()::total, new Hours())) {
          var said = method.ahead(series, ahead);
          assertThat(said.isPresent()).isEqualTo(known);
          said.ifPresent(sample -> assertThat(sample.quantile(0.9)).isBetween(0.0, 1e12));
        }
      }
      Series weeks = days.weeks();
      Level level = Level.of(weeks);
      assertThat(level.persistence()).isBetween(0.0, 0.95);
      assertThat(level.total(4).mean()).isBetween(0.0, 1e12);
      assertThat(Watch.regime(weeks)).isNotNull();
      assertThat(Split.of(weeks).at()).isBetween(0, weeks.length());
      assertThat(Season.of(weeks).factor(weeks.first().getMonth())).isBetween(0.0, 13.0);
      assertThat(Together.share(List.of(weeks, weeks))).isBetween(0.0, 1.0);
      assertThat(Wave.learned(weeks, List.of(days.day(random.nextInt(400)))).rise())
          .isBetween(0.0, 5.0);
    }
  }

  private static Series anySeries(SplittableRandom random) {
    LocalDate first = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(30_000));
    int length = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(1_000);
    List<LocalDate> tickets = new ArrayList<>();
    int count = random.nextInt(1 + random.nextInt(3_000));
    for (int i = 0; i < count; i++) {
      tickets.add(first.plusDays(random.nextInt(length + 40) - 20L));
    }
    Series days = Series.counting(tickets, first, first.plusDays(length - 1L));
    for (int gap = random.nextInt(4); gap > 0; gap--) {
      LocalDate from = first.plusDays(random.nextInt(length + 1));
      days = days.without(from, from.plusDays(random.nextInt(1 + length)));
    }
    if (random.nextInt(10) == 0 && days.length() > 0 && days.isSeen(0)) {
      double[] values = new double[days.length()];
      java.util.Arrays.setAll(values, days::at);
      values[values.length - 1] = 1_000_000;
      days = Series.of(first, Series.Step.DAY, values);
    }
    return days;
  }
}
