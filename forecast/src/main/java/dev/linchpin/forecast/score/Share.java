package dev.linchpin.forecast.score;

/// How often something came true, and what that says: `hits` of `cases`.
public record Share(int hits, int cases) {
  private static final double Z_95 = 1.959963984540054;

  public Share {
    if (hits < 0 || hits > cases) {
      throw new IllegalArgumentException(hits + " hits of " + cases + " cases.");
    }
  }

  /// 0 to 1; NaN without cases.
  public double value() {
    return (double) hits / cases;
  }

  /// Lower end of the 95 % range of the true share (E. B. Wilson, JASA 22, 1927); 0 without cases.
  public double low() {
    return cases == 0 ? 0 : Math.max(0, centre() - half());
  }

  /// Upper end of the same range; 1 without cases.
  public double high() {
    return cases == 0 ? 1 : Math.min(1, centre() + half());
  }

  private double centre() {
    return (hits + Z_95 * Z_95 / 2) / (cases + Z_95 * Z_95);
  }

  private double half() {
    double spread = value() * (1 - value()) * cases + Z_95 * Z_95 / 4;
    return Z_95 * StrictMath.sqrt(spread) / (cases + Z_95 * Z_95);
  }
}
