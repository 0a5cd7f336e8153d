package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.score.Sample;

/// The beta distribution that planning tools put on three points, as a baseline: mean (a + 4 m + b)
/// / 6, shapes 1 + 4 (m − a) / (b − a) and 1 + 4 (b − m) / (b − a).
final class Pert {
  private static final int STEPS = 20_000;
  private static final int POINTS = 400;

  private Pert() {}

  /// Ratios to the middle point 1.
  static Sample of(double low, double high) {
    double alpha = 1 + 4 * (1 - low) / (high - low);
    double beta = 1 + 4 * (high - 1) / (high - low);
    double[] upTo = new double[STEPS];
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      double x = (i + 0.5) / STEPS;
      sum += Math.pow(x, alpha - 1) * Math.pow(1 - x, beta - 1);
      upTo[i] = sum;
    }
    double total = sum;
    return Sample.ofQuantiles(
        POINTS,
        p -> {
          int at = java.util.Arrays.binarySearch(upTo, p * total);
          return low + (high - low) * ((at < 0 ? -at - 1 : at) + 0.5) / STEPS;
        });
  }
}
