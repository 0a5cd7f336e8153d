package dev.linchpin.forecast.load;

import java.util.List;

/// How much of the swing several people share: one outage keeps everybody from work.
public final class Together {
  private static final double USUAL = 0.5;
  private static final double LEAN = 10;

  private Together() {}

  /// Their mean pairwise correlation, 0 to 1, leaning to one half like ten weeks of data. Weeks
  /// that were not seen of everybody do not count.
  ///
  /// @param each one series per person over the same weeks
  public static double share(List<Series> each) {
    if (each.size() < 2) {
      return USUAL;
    }
    int length = each.stream().mapToInt(Series::length).min().orElse(0);
    double[] sum = new double[length];
    for (Series one : each) {
      for (int i = 0; i < length; i++) {
        sum[i] += one.at(i);
      }
    }
    double variances = 0;
    double deviations = 0;
    for (Series one : each) {
      double variance = variance(one, sum);
      variances += variance;
      deviations += Math.sqrt(variance);
    }
    Series whole = Series.of(each.getFirst().first(), each.getFirst().step(), sum);
    double pairs = deviations * deviations - variances;
    double seen = pairs <= 0 ? USUAL : Math.clamp((variance(whole, sum) - variances) / pairs, 0, 1);
    int weeks = whole.seen().length;
    return (weeks * seen + LEAN * USUAL) / (weeks + LEAN);
  }

  /// Over the weeks in which `sum` is known.
  private static double variance(Series one, double[] sum) {
    double total = 0;
    double squares = 0;
    int n = 0;
    for (int i = 0; i < sum.length; i++) {
      if (!Double.isNaN(sum[i])) {
        total += one.at(i);
        squares += one.at(i) * one.at(i);
        n++;
      }
    }
    return n < 2 ? 0 : Math.max(0, (squares - total * total / n) / (n - 1));
  }
}
