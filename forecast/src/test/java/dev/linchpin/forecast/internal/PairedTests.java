package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What an edit did to the runs that were played again says where all runs end: sometimes too
/// early, sometimes too late, and neither on average.
final class PairedTests {
  private static final int RUNS = 4_096;
  private static final int PLAYED = 256;
  private static final int PLANS = 300;
  private static final double DAY = 480;

  /// How an estimate was off, over many plans, in working minutes.
  private record Off(double mean, double error) {
    static Off of(double[] each) {
      double mean = Arrays.stream(each).average().orElseThrow();
      double variance =
          Arrays.stream(each).map(it -> (it - mean) * (it - mean)).sum() / (each.length - 1);
      return new Off(mean, Math.sqrt(variance / each.length));
    }

    boolean isBiased() {
      return Math.abs(mean) > 3 * error;
    }
  }

  @Test
  void editsAreNeitherLateNorEarlyOnAverage() {
    assertThat(off(RUNS, 1).isBiased()).isFalse();
  }

  @Test
  void runsFromBeforeWhoseOrderIsNotKnownCountAsWell() {
    assertThat(off(PLAYED, 1).isBiased()).isFalse();
    assertThat(off(PLAYED, 1).error()).isLessThan(1.3 * off(RUNS, 1).error());
  }

  @Test
  void anEstimateThatLeansIsSeenToLean() {
    assertThat(off(RUNS, 1.01).isBiased()).isTrue();
  }

  /// @param ordered of so many runs from before the order is known
  /// @param lean what estimates are multiplied with
  private static Off off(int ordered, double lean) {
    double[] each = new double[PLANS];
    for (int plan = 0; plan < PLANS; plan++) {
      SplittableRandom luck = new SplittableRandom(plan);
      int[] before = new int[RUNS];
      Arrays.setAll(before, _ -> (int) (100 * DAY * Math.exp(0.3 * luck.nextGaussian())));
      int[] after = Arrays.stream(before).map(it -> edited(it, luck)).toArray();
      int[] estimate =
          new Paired(Arrays.copyOf(before, ordered), Arrays.copyOf(after, PLAYED), before)
              .estimate();
      each[plan] = lean * at(estimate) - at(after);
    }
    return Off.of(each);
  }

  /// One run in four ends a week or two earlier or later, because somebody begins another thing
  /// first; the others end a little later.
  private static int edited(int end, SplittableRandom luck) {
    double moved = luck.nextInt(4) == 0 ? 10 * DAY * luck.nextGaussian() : 0.002 * end;
    return (int) Math.max(0, end + moved);
  }

  private static int at(int[] ends) {
    int[] sorted = IntStream.of(ends).sorted().toArray();
    return sorted[(int) Math.ceil(Stable.BY * sorted.length) - 1];
  }
}
