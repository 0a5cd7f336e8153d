package dev.linchpin.forecast.score;

/// What a stated quantile costs once the truth is known.
public final class Pinball {
  private Pinball() {}

  /// Loss of saying that `level` (0 to 1) of the chance lies at `stated` or below. In the unit of
  /// the truth; smallest, on average, for the true quantile.
  public static double loss(double level, double stated, double actual) {
    return actual >= stated ? level * (actual - stated) : (1 - level) * (stated - actual);
  }

  /// CRPS of quantiles at `levels`, evenly spaced in the middle of their steps: twice the mean
  /// pinball loss. (Gneiting & Raftery, JASA 102, 2007: CRPS is the pinball loss over all levels.)
  public static double crps(double[] levels, double[] stated, double actual) {
    double sum = 0;
    for (int i = 0; i < levels.length; i++) {
      sum += loss(levels[i], stated[i], actual);
    }
    return 2 * sum / levels.length;
  }
}
