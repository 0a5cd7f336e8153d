package dev.linchpin.forecast.learn;

/// What all tasks of one project have in common: it is multiplied with the work of each. Lognormal.
///
/// @param centre logarithm of its median
/// @param logSd spread of its logarithm
public record ProjectFactor(double centre, double logSd) {
  public ProjectFactor {
    if (!Double.isFinite(centre) || !(logSd >= 0)) {
      throw new IllegalArgumentException("No such factor: " + centre + ", " + logSd + ".");
    }
  }

  /// Its value where a standard normal number is `z`.
  public double at(double z) {
    return StrictMath.exp(centre + logSd * z);
  }

  /// A factor that is always what this one is on average.
  public ProjectFactor average() {
    return new ProjectFactor(centre + logSd * logSd / 2, 0);
  }
}
