package dev.linchpin.forecast.learn;

import dev.linchpin.forecast.score.Normal;
import dev.linchpin.forecast.score.Sample;
import org.jspecify.annotations.Nullable;

/*
 * What is built in: a lognormal with median 1. Its log-sd is 0.8 for a day of work and less (SiP:
 * 0.76 for tasks of hours, n = 6,081; CESAW: 1.05) and falls with size, because a large task is a
 * sum of small ones, to 0.45 at half a year (Landmark: true over claimed remaining time of whole
 * projects, p90/p10 3.3, log-sd 0.47). In between it is a straight line in logs, which is our
 * judgement: σ = 0.8 · (size / 8 h)^-1/8. A median of 1 with this spread has a mean of 1.38 for a
 * day's task, in line with a mean overrun of 30 to 40 % in effort (K. Moløkken, M. Jørgensen, ISESE
 * 2003, a review of surveys of software projects).
 */
/// Ratios of actual to estimate that are to be expected of a task: with chance `weight` as history
/// says, otherwise lognormal with median 1.
///
/// @param known what history says; null: nothing
/// @param weight 0 to 1
/// @param logSd spread of the logarithm of the built-in ratio
public record RatioClass(@Nullable Sample known, double weight, double logSd) {
  private static final double DAY_LOG_SD = 0.8;
  private static final double LEAST_LOG_SD = 0.45;
  private static final double SIZE_EXPONENT = -0.125;
  private static final double WORKDAY_HOURS = 8;
  private static final int POINTS = 200;

  /// What is expected without history of a task estimated at that many hours.
  public static RatioClass builtIn(double hours) {
    double falling = DAY_LOG_SD * StrictMath.pow(hours / WORKDAY_HOURS, SIZE_EXPONENT);
    return new RatioClass(null, 0, Math.clamp(falling, LEAST_LOG_SD, DAY_LOG_SD));
  }

  /// The mean of all of it.
  public double mean() {
    double builtIn = StrictMath.exp(logSd * logSd / 2);
    return known == null ? builtIn : weight * known.mean() + (1 - weight) * builtIn;
  }

  /// The ratio that a number from 0 to 1 draws; evenly spread numbers draw all of it.
  public double drawn(double u) {
    if (known != null && u < weight) {
      return known.quantile(u / weight);
    }
    double within = Math.clamp((u - weight) / (1 - weight), 1e-9, 1 - 1e-9);
    return StrictMath.exp(logSd * Normal.quantile(within));
  }

  /// All of it.
  public Sample sample() {
    Sample builtIn = Sample.ofQuantiles(POINTS, p -> StrictMath.exp(logSd * Normal.quantile(p)));
    return known == null ? builtIn : known.mixed(weight, builtIn);
  }
}
