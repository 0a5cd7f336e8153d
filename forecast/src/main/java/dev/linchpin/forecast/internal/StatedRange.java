package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.CostRange;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.learn.RatioClass;

/// What people say something takes or costs, as a lognormal with two sides around the likely value:
/// ranges hold less than people think, see [WorkDraws].
record StatedRange(double likely, double logSdBelow, double logSdAbove) {
  private static final double SECONDS = 60;

  /// Steps of a sum over a normal number, and where it ends.
  private static final double STEP = 0.05;

  private static final double TAIL = 12;

  /// Minutes.
  static StatedRange of(Estimate estimate) {
    double likely = estimate.likely().toSeconds() / SECONDS;
    return switch (estimate) {
      case Estimate.Single _ -> {
        double logSd = RatioClass.builtIn(Math.max(1, likely) / SECONDS).logSd();
        yield new StatedRange(likely, logSd, logSd);
      }
      case Estimate.ThreePoint it ->
          of(it.optimistic().toSeconds() / SECONDS, likely, it.pessimistic().toSeconds() / SECONDS);
    };
  }

  static StatedRange of(CostRange cost) {
    return of(cost.optimistic(), cost.likely(), cost.pessimistic());
  }

  /// Three points; a likely value of nothing is taken as a hundredth of the highest.
  static StatedRange of(double least, double likely, double most) {
    double middle = Math.max(most / 100, likely);
    if (middle == 0) {
      return new StatedRange(0, 0, 0);
    }
    double low = Math.min(middle, Math.max(most / 100, least));
    return new StatedRange(middle, WorkDraws.stated(middle / low), WorkDraws.stated(most / middle));
  }

  /// The mean over all standard normal numbers.
  double mean() {
    return likely * (half(-logSdBelow) + half(logSdAbove));
  }

  /// The mean of e to the `logSd` times z over one half of a standard normal z, by small steps.
  private static double half(double logSd) {
    double sum = 0;
    for (double z = STEP / 2; z < TAIL; z += STEP) {
      sum += StrictMath.exp(logSd * z - z * z / 2);
    }
    return sum * STEP / StrictMath.sqrt(2 * Math.PI);
  }

  /// The value at a standard normal number.
  double at(double z) {
    return likely * Exp.of(z * (z < 0 ? logSdBelow : logSdAbove));
  }
}
