package dev.linchpin.forecast.score;

/// The standard normal distribution: P. Acklam's rational approximation of its quantile (2003),
/// relative error below 1.2e-9. StrictMath, not Math: the same on any machine.
public final class Normal {
  private static final double LOW_TAIL = 0.02425;

  private Normal() {}

  /// The value that a standard normal number stays below with chance `p`, above 0 and below 1.
  public static double quantile(double p) {
    if (p < LOW_TAIL) {
      return tail(StrictMath.sqrt(-2 * StrictMath.log(p)));
    }
    if (p > 1 - LOW_TAIL) {
      return -tail(StrictMath.sqrt(-2 * StrictMath.log(1 - p)));
    }
    double q = p - 0.5;
    double r = q * q;
    double above =
        ((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                            + 1.383577518672690e+02)
                        * r
                    - 3.066479806614716e+01)
                * r
            + 2.506628277459239e+00;
    double below =
        ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                            + 6.680131188771972e+01)
                        * r
                    - 1.328068155288572e+01)
                * r
            + 1;
    return above * q / below;
  }

  private static double tail(double q) {
    double above =
        ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                            - 2.549732539343734e+00)
                        * q
                    + 4.374664141464968e+00)
                * q
            + 2.938163982698783e+00;
    double below =
        (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                    + 3.754408661907416e+00)
                * q
            + 1;
    return above / below;
  }
}
