package dev.linchpin.forecast.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.score.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelTests {
  private static final int CASES = 2_000;

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 9, 13, 26, 52})
  void eightOfTenTrueLevelsLieInTheStatedRange(int weeks) {
    var random = new SplittableRandom(17L * weeks);
    int inside = 0;
    for (int i = 0; i < CASES; i++) {
      double mean = Generated.uniform(random, 10, 100);
      double cv = Generated.uniform(random, 0.2, 0.6);
      double persistence = Generated.uniform(random, 0.2, 0.8);
      Level level =
          Level.of(Generated.series(Generated.weeks(random, weeks, mean, cv, persistence)));
      inside += level.range().low() <= mean && mean <= level.range().high() ? 1 : 0;
    }

    assertThat(100.0 * inside / CASES).isBetween(74.0, 86.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 13, 26})
  void eightOfTenQuartersWhoseLevelMovesBringWhatWasSaid(int weeks) {
    var random = new SplittableRandom(23L * weeks);
    int inside = 0;
    for (int i = 0; i < CASES; i++) {
      double cv = Generated.uniform(random, 0.2, 0.6);
      double persistence = Generated.uniform(random, 0.2, 0.8);
      double[] all =
          Generated.weeks(random, weeks + 13, Generated.uniform(random, 10, 100), cv, persistence);
      Sample said = Level.of(Generated.series(Arrays.copyOf(all, weeks))).total(13);
      double moved = Math.exp(0.2 * Generated.normal(random) - 0.02);
      double brought = moved * Arrays.stream(all, weeks, weeks + 13).sum();
      inside += said.quantile(0.1) <= brought && brought <= said.quantile(0.9) ? 1 : 0;
    }

    assertThat(100.0 * inside / CASES).isBetween(74.0, 86.0);
  }

  @Test
  void oneWeekLeansOnAUsualHelpDeskAndSaysHowLittleItKnows() {
    Level level = Level.of(Generated.series(100));

    assertThat(level.mean()).isEqualTo(100);
    assertThat(level.weeklyCv()).isCloseTo(0.41, within(0.001));
    assertThat(level.persistence()).isCloseTo(0.55, within(0.001));
    assertThat(level.words()).matches("seen over 1 week; the level may be off by [678]\\d %");
  }

  @Test
  void manySteadyWeeksAreKnownWell() {
    double[] steady = new double[52];
    Arrays.fill(steady, 100);
    Level level = Level.of(Generated.series(steady));

    assertThat(level.weeklyCv()).isLessThan(0.15);
    assertThat(level.levelCv()).isLessThan(0.05);
    assertThat(level.surge()).isCloseTo(0, within(1e-12));
    assertThat(level.lessSure(0.3).levelCv()).isBetween(0.3, 0.31);
  }

  @Test
  void aWeekThatNobodySawIsNoQuietWeek() {
    double gap = Double.NaN;
    Level level = Level.of(Generated.series(40, 44, gap, gap, 36, 40));

    assertThat(level.mean()).isCloseTo(40, within(0.5));
    assertThat(level.weeks()).isEqualTo(4);
    assertThat(level.weeklyCv()).isLessThan(0.41);
  }

  @Test
  void withoutAnyWeekThereIsNoLoadAndNothingIsKnown() {
    Level level = Level.of(Generated.series());

    assertThat(level.mean()).isZero();
    assertThat(level.weeks()).isZero();
    assertThat(level.total(4).mean()).isZero();
  }

  @Test
  void aBadWeekIsExpectedToFadeNotToEnd() {
    double[] weeks = new double[30];
    Arrays.fill(weeks, 20);
    weeks[29] = 60;
    Level level = Level.of(Generated.series(weeks));

    assertThat(level.surgeAhead(1)).isGreaterThan(level.surgeAhead(2));
    assertThat(level.surgeAhead(2)).isGreaterThan(1);
    assertThat(level.surgeAhead(40)).isCloseTo(1, within(0.01));
  }
}
