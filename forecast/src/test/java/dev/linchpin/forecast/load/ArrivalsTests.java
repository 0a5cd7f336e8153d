package dev.linchpin.forecast.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.score.Sample;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArrivalsTests {
  private static final LocalDate MONDAY = Generated.MONDAY;

  @Test
  void countsHaveTheMeanAndVarianceTheyWereAskedFor() {
    for (double mean : new double[] {0.4, 6, 60, 400}) {
      Sample counts = Counts.of(mean, 3);
      double spread = counts.quantile(0.8413) - counts.quantile(0.1587);

      assertThat(counts.mean()).isCloseTo(mean, within(0.01 * mean));
      if (mean >= 6) {
        assertThat(spread).isCloseTo(2 * Math.sqrt(3 * mean), within(1.5 + 0.05 * spread));
      }
    }
  }

  @Test
  void aWeekdayIsForecastLikeItsWeekday() {
    double[] days = new double[7 * 20];
    for (int i = 0; i < days.length; i++) {
      days[i] = i % 7 == 0 ? 12 : i % 7 > 4 ? 0 : 4;
    }
    Series past = Series.of(MONDAY, Series.Step.DAY, days);

    assertThat(new Arrivals().ahead(past, 1).orElseThrow().median()).isBetween(11.0, 13.0);
    assertThat(new Arrivals().ahead(past, 7).orElseThrow().quantile(0.95)).isLessThanOrEqualTo(1);
    assertThat(new Arrivals().total(past, 7).orElseThrow().median()).isBetween(26.0, 30.0);
  }

  @Test
  void missingDaysAreNotQuietDays() {
    double[] days = new double[7 * 20];
    Arrays.fill(days, 10);
    Series past =
        Series.of(MONDAY, Series.Step.DAY, days)
            .without(MONDAY.plusDays(100), MONDAY.plusDays(120));

    assertThat(new Arrivals().ahead(past, 1).orElseThrow().mean()).isCloseTo(10, within(0.1));
  }

  @Test
  void honestOnDaysOfAKnownLevel() {
    var random = new SplittableRandom(2);
    double hits = 0;
    int cases = 0;
    for (int desk = 0; desk < 40; desk++) {
      double mean = Generated.uniform(random, 2, 12);
      double[] days = new double[7 * 30];
      Arrays.setAll(days, _ -> Generated.poisson(random, mean));
      Series all = Series.of(MONDAY, Series.Step.DAY, days);
      for (int length = 7 * 15; length + 7 <= days.length; length += 7) {
        Sample said = new Arrivals().ahead(all.past(length), 3).orElseThrow();
        double pit = said.pit(all.at(length + 2), random.nextDouble());
        hits += 0.1 <= pit && pit <= 0.9 ? 1 : 0;
        cases++;
      }
    }

    assertThat(100 * hits / cases).isBetween(76.0, 88.0);
  }
}
