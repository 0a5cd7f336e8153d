package dev.linchpin.forecast.score;

/// One forecast whose truth is known.
///
/// @param crps in the unit of the truth, or per whatever `per` divided by
/// @param percentError distance of the median from the truth in percent of the truth; NaN when the
///   truth is 0
/// @param scaledError distance of the median from the truth over a naive forecast's usual distance;
///   NaN when no such forecast was named
/// @param inside80 the truth lies from the 10 % to the 90 % point, ends included
/// @param by80 the truth is at most the 80 % point
/// @param pit randomised, 0 to 1
public record Scored(
    double crps,
    double percentError,
    double scaledError,
    boolean inside80,
    boolean by80,
    double pit) {

  /// @param u 0 to 1, drawn by the caller: where in a step the truth lies
  public static Scored of(Sample forecast, double actual, double u) {
    double miss = Math.abs(forecast.median() - actual);
    return new Scored(
        forecast.crps(actual),
        actual == 0 ? Double.NaN : 100 * miss / Math.abs(actual),
        Double.NaN,
        forecast.quantile(0.1) <= actual && actual <= forecast.quantile(0.9),
        actual <= forecast.quantile(0.8),
        forecast.pit(actual, u));
  }

  /// The same with CRPS in units of `size`.
  public Scored per(double size) {
    return new Scored(crps / size, percentError, scaledError, inside80, by80, pit);
  }

  /// The same with the error scaled: MASE is the mean of these.
  ///
  /// @param miss distance of the median from the truth
  /// @param naiveMiss the mean distance of the naive forecast on what was known before
  public Scored against(double miss, double naiveMiss) {
    double scaled = naiveMiss > 0 ? miss / naiveMiss : Double.NaN;
    return new Scored(crps, percentError, scaled, inside80, by80, pit);
  }
}
