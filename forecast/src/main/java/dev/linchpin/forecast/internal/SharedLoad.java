package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Seed;

/// What all people share of what interrupts them in one run, because one outage keeps everybody
/// from work: a part of the level, which is spread evenly over the runs, and a part of each week's
/// swing. Both are standard normal numbers.
final class SharedLoad {
  /// Beyond these weeks of one run the last swing stays.
  static final int WEEKS = 1_040;

  private final double shared;
  private final double own;
  private final long levelKey;
  private final long weekKey;

  /// The shared part of each week's swing.
  private final double[] swing = new double[WEEKS];

  private double level;
  private long runKey;
  private int drawn;

  /// @param share of the variance of each person, 0 to 1
  SharedLoad(double share, Seed seed) {
    this.shared = StrictMath.sqrt(share);
    this.own = StrictMath.sqrt(1 - share);
    this.levelKey = Draws.key(seed, Draws.Layer.COMMON_LEVEL, "");
    this.weekKey = Draws.key(seed, Draws.Layer.COMMON_WEEK, "");
  }

  void begin(int run) {
    level = Strata.normal(levelKey, run);
    runKey = Draws.key(weekKey, run);
    drawn = 0;
  }

  /// Draws the weeks before an even one.
  void draw(int before) {
    for (; drawn < Math.min(before, WEEKS); drawn += 2) {
      long key = Draws.key(runKey, drawn);
      swing[drawn] = shared * Draws.normal(key);
      swing[drawn + 1] = shared * Draws.otherNormal(key);
    }
  }

  /// Somebody's level, from what is their own.
  double level(double alone) {
    return shared * level + own * alone;
  }

  /// Somebody's swing of a week that is drawn, from what is their own.
  double swing(int week, double alone) {
    return swing[week] + own * alone;
  }
}
