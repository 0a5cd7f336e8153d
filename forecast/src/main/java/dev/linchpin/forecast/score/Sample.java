package dev.linchpin.forecast.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// A forecast of one number: values, each with a share of the chance. Never empty, never infinite.
public final class Sample {
  private final double[] values;
  private final double[] upTo;
  private final double mean;

  /// `values` ascending, `upTo[i]` the chance of the first i + 1 of them, the last one 1.
  private Sample(double[] values, double[] upTo) {
    this.values = values;
    this.upTo = upTo;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weight(i);
    }
    this.mean = sum;
  }

  /// Values that are equally likely, in any order.
  public static Sample of(double... values) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
    return weighted(values, weights);
  }

  /// The `count` quantiles (i + ½) / count of a distribution.
  public static Sample ofQuantiles(int count, DoubleUnaryOperator quantile) {
    return of(
        IntStream.range(0, count).mapToDouble(i -> (i + 0.5) / count).map(quantile).toArray());
  }

  /// Values in any order, each with its weight of 0 or more; the weights need not add up to 1.
  public static Sample weighted(double[] values, double[] weights) {
    require(values.length == weights.length, "Each value needs one weight.");
    double total = Arrays.stream(weights).sum();
    require(total > 0 && Double.isFinite(total), "A forecast needs at least one value.");
    int[] order =
        IntStream.range(0, values.length)
            .filter(i -> weights[i] != 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] sorted = new double[order.length];
    double[] upTo = new double[order.length];
    double sum = 0;
    for (int i = 0; i < order.length; i++) {
      double value = values[order[i]];
      double weight = weights[order[i]];
      require(Double.isFinite(value) && weight > 0, "A value or a weight is not a number.");
      sorted[i] = value;
      sum += weight / total;
      upTo[i] = Math.min(1, sum);
    }
    upTo[order.length - 1] = 1;
    return new Sample(sorted, upTo);
  }

  /// A mixture: with chance `share` (0 to 1) this one, otherwise `other`.
  public Sample mixed(double share, Sample other) {
    double[] all = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, all, values.length, other.values.length);
    double[] weights = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      int theirs = i - values.length;
      weights[i] = theirs < 0 ? share * weight(i) : (1 - share) * other.weight(theirs);
    }
    return weighted(all, weights);
  }

  /// The same forecast in another unit: every value times `factor`, which is above 0.
  public Sample times(double factor) {
    require(factor > 0, "A factor is above 0.");
    return new Sample(Arrays.stream(values).map(value -> value * factor).toArray(), upTo);
  }

  /// The same forecast, `shift` later.
  public Sample plus(double shift) {
    return new Sample(Arrays.stream(values).map(value -> value + shift).toArray(), upTo);
  }

  /// The smallest value that is not exceeded with chance `p` (0 to 1).
  public double quantile(double p) {
    int at = Arrays.binarySearch(upTo, p - 1e-12);
    return values[Math.min(values.length - 1, at < 0 ? -at - 1 : at)];
  }

  public double median() {
    return quantile(0.5);
  }

  public double mean() {
    return mean;
  }

  /// Chance of at most `value`.
  public double atMost(double value) {
    int at = firstAbove(value);
    return at == 0 ? 0 : upTo[at - 1];
  }

  /// Chance of less than `value`.
  public double below(double value) {
    return atMost(Math.nextDown(value));
  }

  /// CRPS, the area between the steps of this forecast and the step at the truth: ∫ (F(x) − 1{x ≥
  /// actual})² dx.
  public double crps(double actual) {
    double area = 0;
    for (int i = 0; i + 1 < values.length; i++) {
      double left = Math.clamp(actual, values[i], values[i + 1]) - values[i];
      double right = values[i + 1] - values[i] - left;
      area += left * upTo[i] * upTo[i] + right * (1 - upTo[i]) * (1 - upTo[i]);
    }
    double outside = values[0] - actual;
    return area + Math.max(0, Math.max(outside, actual - values[values.length - 1]));
  }

  /// Randomised PIT: where the truth lies in this forecast; where it equals a value of the
  /// forecast, `u` (0 to 1) says where in the step.
  public double pit(double actual, double u) {
    double below = below(actual);
    return below + u * (atMost(actual) - below);
  }

  /// How many different values it has at most.
  public int size() {
    return values.length;
  }

  private double weight(int i) {
    return i == 0 ? upTo[0] : upTo[i] - upTo[i - 1];
  }

  private int firstAbove(double value) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
