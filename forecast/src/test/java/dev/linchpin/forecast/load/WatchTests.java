package dev.linchpin.forecast.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.load.Regime.Changed;
import dev.linchpin.forecast.load.Regime.Steady;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTests {
  private static final int YEARS = 200;
  private static final int RAMPS = 400;

  /// Spread and persistence of weeks from calm to wild; 0.41 and 0.55 are the Italian help desk's.
  @ParameterizedTest
  @CsvSource({"0.41, 0.55", "0.41, 0", "0.2, 0.3", "0.7, 0.3", "0.41, 0.8"})
  void aYearWithoutAChangeHasFewerThanOneAlarm(double cv, double persistence) {
    var random = new SplittableRandom(5);
    long alarms = 0;
    for (int year = 0; year < YEARS; year++) {
      double mean = Generated.uniform(random, 5, 60);
      double[] weeks = Generated.weeks(random, 26 + 52, mean, cv, persistence);
      alarms +=
          Watch.alarms(Generated.series(weeks)).stream().filter(one -> one.week() >= 26).count();
    }

    assertThat((double) alarms / YEARS).isLessThan(1);
  }

  @ParameterizedTest
  @CsvSource({"2.3, 2, 0.7", "2.3, 3, 0.93", "2, 3, 0.85", "1.5, 4, 0.65"})
  void aRampIsSeenWithinWeeks(double growth, int within, double share) {
    var random = new SplittableRandom(7);
    int seen = 0;
    for (int i = 0; i < RAMPS; i++) {
      double[] weeks =
          Generated.weeks(random, 26 + within, Generated.uniform(random, 10, 60), 0.41, 0.55);
      for (int week = 0; week < within; week++) {
        weeks[26 + week] = Math.rint(weeks[26 + week] * Math.pow(growth, week + 1));
      }
      boolean flagged =
          Watch.alarms(Generated.series(weeks)).stream()
              .anyMatch(one -> one.week() >= 26 && one.isRise());
      seen += flagged ? 1 : 0;
    }

    assertThat((double) seen / RAMPS).isGreaterThan(share);
  }

  @ParameterizedTest
  @CsvSource({"0.41, 0.55", "0.41, 0", "0.2, 0.3", "0.7, 0.3", "0.41, 0.8"})
  void byTheDayAYearWithoutAChangeHasNoMoreThanOneAlarmEither(double cv, double persistence) {
    var random = new SplittableRandom(5);
    long alarms = 0;
    for (int year = 0; year < YEARS; year++) {
      double mean = Generated.uniform(random, 5, 60);
      double[] weeks = Generated.weeks(random, 26 + 52, mean, cv, persistence);
      Series days = Generated.daily(Generated.days(random, weeks));
      alarms += Watch.alarms(days).stream().filter(one -> one.week() >= 26).count();
    }

    assertThat((double) alarms / YEARS).isLessThan(1);
  }

  @ParameterizedTest
  @CsvSource({"2.3, 0.7", "2, 0.5"})
  void byTheDayARampIsSeenWithinTwoWeeksWhateverDayItBegins(double growth, double share) {
    var random = new SplittableRandom(7);
    int seen = 0;
    for (int i = 0; i < RAMPS; i++) {
      double mean = Generated.uniform(random, 10, 60);
      double[] days = Generated.days(random, Generated.weeks(random, 29, mean, 0.41, 0.55));
      int begins = 26 * 7 + random.nextInt(5);
      for (int day = begins; day < days.length; day++) {
        days[day] = Math.rint(days[day] * Math.pow(growth, (day - begins) / 7 + 1));
      }
      Series known = Generated.daily(days).past(begins + 14);
      LocalDate first = known.day(begins);
      seen +=
          Watch.alarms(known).stream().anyMatch(one -> one.isRise() && !one.day().isBefore(first))
              ? 1
              : 0;
    }

    assertThat((double) seen / RAMPS).isGreaterThan(share);
  }

  @Test
  void anExplosionIsSaidOnItsFirstDays() {
    double[] days = Generated.days(new SplittableRandom(3), repeated(20, 12));
    days[11 * 7] = 40;
    days[11 * 7 + 1] = 60;
    Series monday = Generated.daily(days).past(11 * 7 + 1);
    Series tuesday = Generated.daily(days).past(11 * 7 + 2);

    assertThat(Watch.regime(monday)).isEqualTo(new Steady());
    assertThat(Watch.regime(tuesday))
        .isInstanceOfSatisfying(
            Changed.class,
            changed -> {
              assertThat(changed.since()).isEqualTo(tuesday.day(11 * 7));
              assertThat(changed.weeks()).isZero();
              assertThat(changed.now()).isBetween(200.0, 300.0);
            });
  }

  @Test
  void aQuietMondayIsNoFall() {
    double[] days = Generated.days(new SplittableRandom(3), repeated(60, 12));
    Arrays.fill(days, 11 * 7, 11 * 7 + 4, 0);

    assertThat(Watch.regime(Generated.daily(days).past(11 * 7 + 4))).isEqualTo(new Steady());
  }

  private static double[] repeated(double week, int weeks) {
    double[] all = new double[weeks];
    Arrays.fill(all, week);
    return all;
  }

  @Test
  void anExplodingCountIsSaidInItsFirstWeekWithBothLevels() {
    Series weeks = Generated.series(20, 24, 18, 22, 19, 21, 23, 20, 240);

    assertThat(Watch.regime(weeks))
        .isEqualTo(new Changed(weeks.day(8), weeks.past(8).mean(), 240, 1));
  }

  @Test
  void whatWasMissedForWeeksIsNoFall() {
    double gap = Double.NaN;
    Series weeks = Generated.series(20, 24, 18, 22, 19, 21, 23, 20, gap, gap, gap, gap, 22, 19);

    assertThat(Watch.regime(weeks)).isEqualTo(new Steady());
  }

  @Test
  void aFallIsAChangeToo() {
    Series weeks = Generated.series(40, 44, 38, 42, 39, 41, 43, 40, 6, 4, 5);

    assertThat(Watch.regime(weeks))
        .isInstanceOfSatisfying(
            Changed.class,
            changed -> {
              assertThat(changed.isRise()).isFalse();
              assertThat(changed.since()).isEqualTo(weeks.day(8));
              assertThat(changed.now()).isEqualTo(5);
            });
  }

  @Test
  void aNewLevelIsNoNewsAfterTwoMonths() {
    double[] weeks = new double[40];
    Arrays.fill(weeks, 0, 20, 10);
    Arrays.fill(weeks, 20, 40, 60);

    assertThat(Watch.regime(Generated.series(weeks).past(22))).isInstanceOf(Changed.class);
    assertThat(Watch.regime(Generated.series(weeks))).isEqualTo(new Steady());
  }

  @Test
  void fewWeeksAreNoGroundForAWarning() {
    assertThat(Watch.regime(Generated.series())).isEqualTo(new Steady());
    assertThat(Watch.regime(Generated.series(10, 100, 3, 80, 1))).isEqualTo(new Steady());
  }
}
