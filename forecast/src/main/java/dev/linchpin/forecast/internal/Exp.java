package dev.linchpin.forecast.internal;

/*
 * The exponential function, quick and the same everywhere. A forecast needs two million of them in
 * a second; StrictMath's takes some 50 ns, this one 3.
 *
 * e^x = 2^(k + j / 256) · e^r with r below 2.8e-3: a table small enough to stay in the first cache,
 * and four terms of the series, which leave a relative error below 1e-11. Plain additions and
 * multiplications are exact by the language, so every machine gives the same bits. Source: P. T. P.
 * Tang, Table-driven implementation of the exponential function, ACM TOMS 15 (1989).
 */
final class Exp {
  private static final int PART_BITS = 8;
  private static final int PARTS = 1 << PART_BITS;
  private static final double SIXTH = 1.0 / 6;
  private static final double LN_2 = 0.6931471805599453;
  private static final double LIMIT = 700;
  private static final int BIAS = 1_023;
  private static final int MANTISSA_BITS = 52;

  /// Added to a number below 2^51 it leaves the nearest whole number in the last bits.
  private static final double ROUNDER = 0x1.8p52;

  private static final double[] ROOTS = new double[PARTS];

  static {
    for (int j = 0; j < PARTS; j++) {
      ROOTS[j] = StrictMath.pow(2, (double) j / PARTS);
    }
  }

  private Exp() {}

  /// e to the `x`; beyond ±700, e to the ±700.
  static double of(double x) {
    double near = Math.abs(x) > LIMIT ? Math.copySign(LIMIT, x) : x;
    double shifted = near * (PARTS / LN_2) + ROUNDER;
    int part = (int) Double.doubleToRawLongBits(shifted);
    double r = near - (shifted - ROUNDER) * (LN_2 / PARTS);
    double power = Double.longBitsToDouble((long) ((part >> PART_BITS) + BIAS) << MANTISSA_BITS);
    return power * ROOTS[part & (PARTS - 1)] * (1 + r * (1 + r * (0.5 + r * SIXTH)));
  }
}
