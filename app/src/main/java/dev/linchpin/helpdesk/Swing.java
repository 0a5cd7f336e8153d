package dev.linchpin.helpdesk;

import java.util.Arrays;
import java.util.List;

/*
 * How much weeks differ, how long a bad week lasts, and how unsure the mean is.
 *
 * A few weeks say little about spread and persistence, so both lean on what a public help desk of
 * 789 days showed: weekly cv 0.41, lag-1 correlation 0.55. The lean counts as much as four weeks
 * for the spread and ten for the persistence.
 *
 * The mean of n weeks that follow an AR(1) with correlation r varies with
 * cv × sqrt((1 + r) / (1 - r) / n). Where minutes per touch were assumed, that guess is unsure by
 * another 0.3, whatever the number of weeks.
 */
record Swing(double weeklyCv, double persistence, double levelCv) {
  private static final double USUAL_CV = 0.41;
  private static final double USUAL_PERSISTENCE = 0.55;
  private static final double CV_LEAN = 4;
  private static final double PERSISTENCE_LEAN = 10;
  private static final double PERSISTENCE_MAX = 0.95;
  private static final double ASSUMED_TOUCH_CV = 0.3;
  private static final double LEVEL_CV_MAX = 1;

  /// @param estimated share of the hours that was estimated, 0 to 1
  static Swing of(double[] weeks, double estimated) {
    int n = weeks.length;
    double mean = mean(weeks);
    double variance = 0;
    double follow = 0;
    for (int i = 0; i < n; i++) {
      variance += (weeks[i] - mean) * (weeks[i] - mean);
      follow += i == 0 ? 0 : (weeks[i] - mean) * (weeks[i - 1] - mean);
    }
    double seen = mean == 0 || n < 2 ? 0 : variance / (mean * mean);
    double free = mean == 0 ? 0 : Math.max(0, n - 1);
    double cv = Math.sqrt((seen + CV_LEAN * USUAL_CV * USUAL_CV) / (free + CV_LEAN));
    double lag = variance == 0 ? 0 : follow / variance;
    double weight = variance == 0 ? 0 : n;
    double persistence =
        Math.clamp(
            (weight * lag + PERSISTENCE_LEAN * USUAL_PERSISTENCE) / (weight + PERSISTENCE_LEAN),
            0,
            PERSISTENCE_MAX);
    double ofMean = cv * Math.sqrt((1 + persistence) / (1 - persistence) / Math.max(1, n));
    double level = Math.hypot(ofMean, ASSUMED_TOUCH_CV * estimated);
    return new Swing(cv, persistence, Math.min(LEVEL_CV_MAX, level));
  }

  static double mean(double[] weeks) {
    return weeks.length == 0 ? 0 : Arrays.stream(weeks).sum() / weeks.length;
  }

  /// How much of the swing people share: their mean pairwise correlation, 0 to 1, leaning to one
  /// half like ten weeks of data.
  ///
  /// @param each the weekly minutes of each person
  static double common(List<double[]> each) {
    if (each.size() < 2) {
      return 0.5;
    }
    int n = each.getFirst().length;
    double[] sum = new double[n];
    double variances = 0;
    double deviations = 0;
    for (double[] one : each) {
      double variance = variance(one);
      variances += variance;
      deviations += Math.sqrt(variance);
      for (int i = 0; i < n; i++) {
        sum[i] += one[i];
      }
    }
    double pairs = deviations * deviations - variances;
    double seen = pairs <= 0 ? 0.5 : Math.clamp((variance(sum) - variances) / pairs, 0, 1);
    return (n * seen + 10 * 0.5) / (n + 10);
  }

  /// Standard deviation over mean; 0 where there is nothing to compare.
  static double cv(double[] values) {
    double mean = mean(values);
    return mean == 0 ? 0 : Math.sqrt(variance(values)) / mean;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return values.length < 2 ? 0 : sum / (values.length - 1);
  }
}
