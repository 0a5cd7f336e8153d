package dev.linchpin.forecast.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeasonAndWaveTests {
  @Test
  void aQuietSummerIsLearnedFromThreeYears() {
    Season season = Season.of(withSummer(156, 0.4));

    assertThat(season.isKnown()).isTrue();
    assertThat(season.factor(Month.AUGUST)).isBetween(0.35, 0.65);
    assertThat(season.factor(Month.MARCH)).isBetween(0.9, 1.25);
  }

  @Test
  void underTwoYearsThereIsNoSeason() {
    assertThat(Season.of(withSummer(103, 0.4))).isSameAs(Season.NONE);
    assertThat(Season.NONE.factor(Month.AUGUST)).isEqualTo(1);
  }

  @Test
  void whereTheYearHasNoCourseNoneIsInvented() {
    var random = new SplittableRandom(3);
    int invented = 0;
    for (int i = 0; i < 100; i++) {
      Series weeks = Generated.series(Generated.weeks(random, 156, 30, 0.41, 0.55));
      invented += Season.of(weeks).isKnown() ? 1 : 0;
    }

    assertThat(invented).isLessThan(25);
  }

  @Test
  void withoutAGoLiveTheWaveIsAUsualOneAndSaysSo() {
    Wave wave = Wave.learned(Generated.series(10, 10, 10), List.of());

    assertThat(wave).isEqualTo(Wave.USUAL);
    assertThat(wave.words())
        .isEqualTo(
            "about 50 % more in the first week after a go-live, half of that after 3 weeks;"
                + " a usual value, not yet seen here");
    assertThat(wave.factor(-1)).isEqualTo(1);
  }

  @Test
  void theWaveIsLearnedFromDatedGoLives() {
    double[] weeks = new double[160];
    Arrays.fill(weeks, 20);
    List<LocalDate> goLives =
        List.of(
            Generated.MONDAY.plusWeeks(30),
            Generated.MONDAY.plusWeeks(60).plusDays(3),
            Generated.MONDAY.plusWeeks(90),
            Generated.MONDAY.plusWeeks(120));
    for (int start = 30; start <= 120; start += 30) {
      for (int week = 0; week < 13; week++) {
        weeks[start + week] = 20 * (1 + 1.5 * Math.pow(2, -week / 2.0));
      }
    }

    Wave wave = Wave.learned(Generated.series(weeks), goLives);

    assertThat(wave.halfLife()).isEqualTo(2);
    assertThat(wave.rise()).isCloseTo((4 * 1.5 + 2 * 0.5) / 6, within(0.05));
    assertThat(wave.words()).endsWith("seen on 4 go-lives");
  }

  @Test
  void peopleOfOneHelpDeskSwingTogether() {
    var random = new SplittableRandom(9);
    double[] common = Generated.weeks(random, 52, 30, 0.6, 0.5);
    double[] alone = Generated.weeks(random, 52, 30, 0.6, 0.5);
    Series one = Generated.series(common);

    assertThat(Together.share(List.of(one, one))).isGreaterThan(0.9);
    assertThat(Together.share(List.of(one, Generated.series(alone)))).isLessThan(0.45);
    assertThat(Together.share(List.of(one))).isEqualTo(0.5);
  }

  private static Series withSummer(int count, double summer) {
    double[] weeks = Generated.weeks(new SplittableRandom(1), count, 60, 0.15, 0.3);
    for (int i = 0; i < count; i++) {
      Month month = Generated.MONDAY.plusWeeks(i).plusDays(3).getMonth();
      weeks[i] *= month == Month.JULY || month == Month.AUGUST ? summer : 1;
    }
    return Generated.series(weeks);
  }
}
