package dev.linchpin.bench.stochastic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/*
 * The five distributions of C. Fang, R. Kolisch, L. Wang, C. Mu, Flexible Services and
 * Manufacturing Journal 27 (2015) 585–605, all with the certain duration d as their mean. A beta is
 * drawn as a quotient of gammas (G. Marsaglia, W. Tsang, ACM TOMS 26, 2000) and kept as a table of
 * quantiles.
 */
/// How long an activity of a mean duration takes.
enum Durations {
  /// Uniform, d ± √d.
  U1,
  /// Uniform, 0 to 2d.
  U2,
  /// Exponential.
  EXP,
  /// Beta on d/2 to 2d, with a variance of d/3.
  B1,
  /// Beta on d/2 to 2d, with a variance of d²/3.
  B2;

  private static final int POINTS = 4_096;
  private static final int DRAWN = 100 * POINTS;
  private final Map<Integer, double[]> tables = new HashMap<>();

  /// The duration that a number from 0 to below 1 draws.
  double at(int mean, double u) {
    return switch (this) {
      case U1 -> mean + Math.sqrt(mean) * (2 * u - 1);
      case U2 -> 2 * mean * u;
      case EXP -> -mean * Math.log(1 - u);
      case B1 -> mean / 2.0 + 1.5 * mean * beta(mean, u);
      case B2 -> mean / 2.0 + 1.5 * mean * beta(1, u);
    };
  }

  /// Beta(d/2 − 1/3, d − 2/3), which has that mean and variance.
  private double beta(int d, double u) {
    double[] table = tables.computeIfAbsent(d, it -> table(it / 2.0 - 1 / 3.0, it - 2 / 3.0));
    return table[(int) (u * POINTS)];
  }

  private static double[] table(double a, double b) {
    SplittableRandom random = new SplittableRandom(5);
    double[] drawn = new double[DRAWN];
    for (int i = 0; i < DRAWN; i++) {
      double x = gamma(random, a);
      double y = gamma(random, b);
      drawn[i] = x + y > 0 ? x / (x + y) : random.nextDouble() * (a + b) < a ? 1 : 0;
    }
    Arrays.sort(drawn);
    double[] table = new double[POINTS];
    Arrays.setAll(table, i -> drawn[(2 * i + 1) * (DRAWN / POINTS / 2)]);
    return table;
  }

  private static double gamma(SplittableRandom random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
