package dev.linchpin.forecast.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ScoreTests {
  /// CRPS of the standard normal distribution when the truth is its middle: (√2 − 1) / √π.
  private static final double NORMAL_AT_ITS_MIDDLE = 0.233694977;

  /// The same at a truth of 1: 2 φ(1) + 2 Φ(1) − 1 − 1/√π.
  private static final double NORMAL_AT_ONE = 0.602441495;

  @Test
  void theCrpsOfAPointIsItsDistance() {
    assertThat(Sample.of(5).crps(7)).isEqualTo(2);
    assertThat(Sample.of(5).crps(4.5)).isEqualTo(0.5);
    assertThat(Sample.of(5).crps(5)).isZero();
  }

  @Test
  void theCrpsOfANormalForecastIsTheClosedForm() {
    Sample normal = Sample.ofQuantiles(20_000, Normal::quantile);
    assertThat(normal.crps(0)).isCloseTo(NORMAL_AT_ITS_MIDDLE, offset(1e-4));
    assertThat(normal.crps(1)).isCloseTo(NORMAL_AT_ONE, offset(1e-4));
    assertThat(normal.crps(-1)).isCloseTo(NORMAL_AT_ONE, offset(1e-4));
  }

  @Test
  void theCrpsIsTheMeanDistanceLessHalfTheMeanSpread() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 50; round++) {
      double[] x = random.doubles(1 + random.nextInt(9), -3, 3).map(Math::rint).toArray();
      double y = Math.rint(random.nextDouble(-5, 5));
      double near = Arrays.stream(x).map(value -> Math.abs(value - y)).average().orElseThrow();
      double wide =
          Arrays.stream(x)
              .map(one -> Arrays.stream(x).map(two -> Math.abs(one - two)).average().orElseThrow())
              .average()
              .orElseThrow();
      assertThat(Sample.of(x).crps(y)).isCloseTo(near - wide / 2, within(1e-12));
    }
  }

  @Test
  void theOrderOfTheValuesAndTheSizeOfTheWeightsDoNotMatter() {
    Sample one = Sample.weighted(new double[] {3, 1, 2}, new double[] {2, 4, 2});
    Sample two = Sample.of(1, 1, 2, 3);
    for (double y : new double[] {0, 1, 1.5, 2, 9}) {
      assertThat(one.crps(y)).isCloseTo(two.crps(y), within(1e-12));
      assertThat(one.atMost(y)).isEqualTo(two.atMost(y));
    }
    assertThat(one.quantile(0.5)).isEqualTo(1);
    assertThat(one.quantile(0.51)).isEqualTo(2);
    assertThat(one.quantile(1)).isEqualTo(3);
    assertThat(one.mean()).isEqualTo(1.75);
  }

  @Test
  void aMixtureHoldsBothPartsInTheirShares() {
    Sample mixed = Sample.of(1, 2).mixed(0.5, Sample.of(10));
    assertThat(mixed.atMost(1)).isEqualTo(0.25);
    assertThat(mixed.atMost(2)).isEqualTo(0.5);
    assertThat(mixed.quantile(0.6)).isEqualTo(10);
    assertThat(Sample.of(1, 2).mixed(1, Sample.of(10)).quantile(1)).isEqualTo(2);
  }

  @Test
  void aForecastWithoutValuesIsNoForecast() {
    assertThatIllegalArgumentException().isThrownBy(Sample::of);
    assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.weighted(new double[] {1, 2}, new double[] {1, -0.5}));
  }

  @Test
  void pinballLossIsSmallestAtTheTrueQuantile() {
    double[] truths = IntStream.range(0, 1_000).mapToDouble(i -> i + 0.5).toArray();
    double best = meanLoss(0.8, 800, truths);
    assertThat(meanLoss(0.8, 750, truths)).isGreaterThan(best);
    assertThat(meanLoss(0.8, 850, truths)).isGreaterThan(best);
    assertThat(Pinball.loss(0.8, 10, 15)).isEqualTo(4);
    assertThat(Pinball.loss(0.8, 10, 5)).isCloseTo(1, within(1e-12));
  }

  private static double meanLoss(double level, double stated, double[] truths) {
    return Arrays.stream(truths).map(y -> Pinball.loss(level, stated, y)).average().orElseThrow();
  }

  @Test
  void twiceTheMeanPinballLossIsTheCrps() {
    double[] levels = IntStream.range(0, 500).mapToDouble(i -> (i + 0.5) / 500).toArray();
    double[] stated = Arrays.stream(levels).map(Normal::quantile).toArray();
    assertThat(Pinball.crps(levels, stated, 1)).isCloseTo(NORMAL_AT_ONE, offset(1e-3));
  }

  @Test
  void wilsonsRangeIsTheOneInTheBooks() {
    assertThat(new Share(8, 10).low()).isCloseTo(0.4902, offset(5e-5));
    assertThat(new Share(8, 10).high()).isCloseTo(0.9433, offset(5e-5));
    assertThat(new Share(0, 10).low()).isZero();
    assertThat(new Share(0, 10).high()).isCloseTo(0.2775, offset(5e-5));
    assertThat(new Share(71, 93).low()).isCloseTo(0.6677, offset(5e-5));
    assertThat(new Share(0, 0).low()).isZero();
    assertThat(new Share(0, 0).high()).isEqualTo(1);
  }

  @Test
  void thePitOfTheTrueModelIsEven() {
    SplittableRandom random = new SplittableRandom(11);
    Sample dice = Sample.of(1, 2, 3, 4, 5, 6);
    Sample normal = Sample.ofQuantiles(5_000, Normal::quantile);
    for (Sample truth : new Sample[] {dice, normal}) {
      ScoreCard card =
          new ScoreCard(
              Stream.generate(() -> truth.quantile(random.nextDouble()))
                  .limit(20_000)
                  .map(y -> Scored.of(truth, y, random.nextDouble()))
                  .toList());
      assertThat(card.deciles()).allSatisfy(share -> assertThat(share).isBetween(0.09, 0.11));
    }
  }

  @Test
  void marksAreCountedAsOneWouldByHand() {
    Sample forecast = Sample.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    ScoreCard card =
        new ScoreCard(
            Stream.of(1.0, 5.0, 9.0, 10.0)
                .map(y -> Scored.of(forecast, y, 0.5).against(Math.abs(5 - y), 2))
                .toList());
    assertThat(card.coverage80()).isEqualTo(new Share(3, 4));
    assertThat(card.by80()).isEqualTo(new Share(2, 4));
    assertThat(card.mape()).isCloseTo((400 + 0 + 400 / 9.0 + 50) / 4, within(1e-9));
    assertThat(card.mase()).isCloseTo((2 + 0 + 2 + 2.5) / 4, within(1e-12));
  }

  @Test
  void aPercentageOfNothingIsNotANumber() {
    assertThat(Scored.of(Sample.of(1), 0, 0.5).percentError()).isNaN();
    assertThat(Scored.of(Sample.of(1), 0, 0.5).against(1, 0).scaledError()).isNaN();
    assertThat(new ScoreCard(List.of()).crps()).isNaN();
  }

  @Test
  void theChangeOfAMethodComesWithItsRange() {
    SplittableRandom random = new SplittableRandom(3);
    double[] theirs = random.doubles(400, 1, 3).toArray();
    double[] ours = Arrays.stream(theirs).map(loss -> loss * random.nextDouble(0.6, 1)).toArray();
    Change change = Change.of(ours, theirs, new Seed(5));
    assertThat(change.value()).isBetween(-0.23, -0.17);
    assertThat(change.low()).isLessThan(change.value());
    assertThat(change.high()).isBetween(change.value(), 0.0);
    assertThat(Change.of(ours, theirs, new Seed(5))).isEqualTo(change);
    assertThat(Change.of(ours, ours, new Seed(5))).isEqualTo(new Change(0, 0, 0));
  }

  @Test
  void casesOfOneProjectAreDrawnTogether() {
    double[] theirs = IntStream.range(0, 200).mapToDouble(_ -> 1).toArray();
    double[] ours = IntStream.range(0, 200).mapToDouble(i -> i < 100 ? 0.5 : 1.1).toArray();
    int[] project = IntStream.range(0, 200).map(i -> i / 100).toArray();
    assertThat(Change.of(ours, theirs, project, new Seed(1)).high()).isPositive();
    assertThat(Change.of(ours, theirs, new Seed(1)).high()).isNegative();
  }
}
