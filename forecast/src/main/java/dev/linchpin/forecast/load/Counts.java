package dev.linchpin.forecast.load;

import dev.linchpin.forecast.score.Normal;
import dev.linchpin.forecast.score.Sample;
import java.util.Arrays;

/*
 * Negative binomial counts by mean m and variance s × m: r = m / (s - 1), success 1 / s. Small
 * means by the recursion of the probabilities; large ones by the gamma distribution with the same
 * mean and variance and Wilson and Hilferty's cube root (PNAS 17, 1931), where the steps are too
 * fine to matter.
 */
/// Counts that vary more than chance alone.
final class Counts {
  private static final double EXACT_MAX = 100;
  private static final int QUANTILES = 200;
  private static final double TAIL = 1e-7;

  private Counts() {}

  /// @param spread variance over mean, above 1
  static Sample of(double mean, double spread) {
    return mean > EXACT_MAX ? large(mean, spread) : exact(Math.max(mean, 1e-3), spread);
  }

  private static Sample exact(double mean, double spread) {
    double r = mean / (spread - 1);
    double fail = 1 - 1 / spread;
    double chance = StrictMath.exp(-r * StrictMath.log(spread));
    double[] chances = new double[64];
    double left = 1;
    int n = 0;
    while (left > TAIL && n < 100_000) {
      chances = n == chances.length ? Arrays.copyOf(chances, 2 * n) : chances;
      chances[n] = chance;
      left -= chance;
      chance *= (n + r) / (n + 1) * fail;
      n++;
    }
    double[] values = new double[n];
    Arrays.setAll(values, i -> i);
    return Sample.weighted(values, Arrays.copyOf(chances, n));
  }

  private static Sample large(double mean, double spread) {
    double shape = mean / spread;
    return Sample.ofQuantiles(
        QUANTILES,
        p -> {
          double root = 1 - 1 / (9 * shape) + Normal.quantile(p) / (3 * StrictMath.sqrt(shape));
          return Math.rint(mean * Math.max(0, root * root * root));
        });
  }
}
