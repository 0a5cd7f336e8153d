package dev.linchpin.forecast.learn;

/// A straight line through weighted cases that starts from what was believed before: intercept 0
/// with the weight of 4 cases, slope 0.5 as if cases one unit away had said so, spread 0.15 with
/// the weight of 10.
final class Regression {
  private static final double INTERCEPT_CASES = 4;
  private static final double SLOPE = 0.5;
  private static final double SLOPE_CASES = 1;
  private static final double SPREAD = 0.15;
  private static final double SPREAD_CASES = 10;

  private double weights = INTERCEPT_CASES;
  private double sumX;
  private double sumXx = SLOPE_CASES;
  private double sumY;
  private double sumXy = SLOPE_CASES * SLOPE;
  private double sumYy = SLOPE_CASES * SLOPE * SLOPE;
  private double cases = SPREAD_CASES;

  void add(double x, double y, double weight) {
    weights += weight;
    cases += weight;
    sumX += weight * x;
    sumXx += weight * x * x;
    sumY += weight * y;
    sumXy += weight * x * y;
    sumYy += weight * y * y;
  }

  /// What to expect of y at `x`, with the doubt about the line itself.
  ProjectFactor at(double x) {
    double determinant = weights * sumXx - sumX * sumX;
    double slope = (weights * sumXy - sumX * sumY) / determinant;
    double intercept = (sumXx * sumY - sumX * sumXy) / determinant;
    double misses = Math.max(0, sumYy - intercept * sumY - slope * sumXy);
    double variance = (misses + SPREAD_CASES * SPREAD * SPREAD) / cases;
    double doubt = (sumXx - 2 * x * sumX + x * x * weights) / determinant;
    return new ProjectFactor(intercept + slope * x, StrictMath.sqrt(variance * (1 + doubt)));
  }
}
