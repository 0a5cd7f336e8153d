package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.score.Normal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DrawsTests {
  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.975, 1.959963985",
    "0.1, -1.281551566",
    "0.999, 3.090232306",
    "0.000001, -4.753424309",
    "0.02, -2.053748911"
  })
  void normalQuantilesAreThoseOfTheTables(double p, double z) {
    assertThat(Normal.quantile(p)).isCloseTo(z, within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -2.5, -1e-9, 0, 0.3, 1, 7.25, 300})
  void theExponentialIsExactToElevenDigits(double x) {
    assertThat(Exp.of(x) / StrictMath.exp(x)).isCloseTo(1, within(1e-11));
  }

  @Test
  void theKeysOfARunAreThoseOfEachTaskAlone() {
    long[] tasks = IntStream.range(0, 99).mapToLong(i -> i * 0x9E3779B97F4A7C15L).toArray();
    long[] together = new long[tasks.length];
    Draws.keys(tasks, 7, together);
    for (int i = 0; i < tasks.length; i++) {
      assertThat(together[i]).isEqualTo(Draws.key(tasks[i], 7));
    }
  }

  @Test
  void drawsLookStandardNormal() {
    long key = Draws.key(new Seed(1), Draws.Layer.TASK, "design");
    double[] z =
        IntStream.range(0, 100_000).mapToDouble(i -> Draws.normal(Draws.key(key, i))).toArray();
    assertThat(IntStream.range(0, z.length).mapToDouble(i -> z[i]).average().orElse(9))
        .isCloseTo(0, within(0.015));
    assertThat(IntStream.range(0, z.length).mapToDouble(i -> z[i] * z[i]).average().orElse(9))
        .isCloseTo(1, within(0.02));
  }

  @Test
  void aNormalNumberIsTheQuantileOfItsChance() {
    for (int i = 0; i < 100_000; i++) {
      long key = Draws.key(1, i);
      long tail = key >> i % 20;
      assertThat(Draws.normal(key)).isCloseTo(quantile(key), within(2e-6));
      assertThat(Draws.normal(tail)).isCloseTo(quantile(tail), within(2e-6));
    }
    assertThat(Draws.normal(0)).isFinite();
    assertThat(Draws.normal(-1)).isFinite();
  }

  /// Without the loss of digits next to 1.
  private static double quantile(long key) {
    return key < 0 ? -Normal.quantile(Draws.uniform(~key)) : Normal.quantile(Draws.uniform(key));
  }

  @Test
  void theTwoNumbersOfAKeyHaveNothingToDoWithEachOther() {
    double sum = 0;
    double squares = 0;
    int runs = 100_000;
    for (int run = 0; run < runs; run++) {
      long key = Draws.key(3, run);
      double other = Draws.otherNormal(key);
      sum += Draws.normal(key) * other;
      squares += other * other;
    }
    assertThat(sum / runs).isCloseTo(0, within(4 / Math.sqrt(runs)));
    assertThat(squares / runs).isCloseTo(1, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 128, 256, 12_800})
  void everyRunOf128HasItsOwnSlice(int from) {
    assertThat(
            IntStream.range(from, from + 128).map(run -> Strata.place(42, run)).sorted().toArray())
        .isEqualTo(IntStream.range(0, 128).toArray());
  }

  @Test
  void slicesOfTwoFactorsHaveNothingToDoWithEachOther() {
    double sum = 0;
    int runs = 128 * 400;
    for (int run = 0; run < runs; run++) {
      sum += Strata.normal(1, run) * Strata.normal(2, run);
    }
    assertThat(sum / runs).isCloseTo(0, within(4 / Math.sqrt(runs)));
  }
}
