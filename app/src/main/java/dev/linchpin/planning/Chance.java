package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

/// A chance in steps of 1 in 10. The top is 9 in 10 until it is done.
///
/// @param tenths 0 to 9; 0 means less than 1 in 10
public record Chance(int tenths) {
  static final int TOP = 9;

  /// The by-date is met in 8 of 10 runs.
  public static final double BY_DATE_SHARE = 0.8;

  public Chance {
    require(0 <= tenths && tenths <= TOP, "A chance goes from 0 to 9 in 10, not %d.", tenths);
  }

  /// The nearest step; a tie goes down, so that no chance is said too high.
  ///
  /// @param share 0 to 1
  public static Chance of(double share) {
    return new Chance(Math.clamp((int) Math.ceil(share * 10 - 0.5 - 1e-9), 0, TOP));
  }

  /// "8 in 10".
  public String words() {
    return tenths == 0 ? "less than 1 in 10" : tenths + " in 10";
  }

  /// "about 8 in 10".
  public String about() {
    return tenths == 0 ? words() : "about " + words();
  }

  /// 0 to 0.9.
  public double share() {
    return tenths / 10.0;
  }
}
