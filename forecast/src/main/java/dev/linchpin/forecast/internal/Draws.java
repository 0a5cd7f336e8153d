package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.score.Normal;

/*
 * Random numbers without a generator: each is a hash of (seed, layer, whose, which run, which
 * time). So a run can be repeated alone, on any thread, and a task that is added or removed
 * changes nobody else's luck: two forecasts differ by what was changed, not by chance (SCIENCE B6,
 * 6 to 55 times less variance in a comparison).
 *
 * Mixing: the 64-bit finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014; constants by D.
 * Stafford, "mix 13"). Ids are hashed with FNV-1a, because they are text.
 *
 * A run draws thousands of normal numbers, so they come from a table of that quantile, with a
 * straight line between its points: within 2e-4 in the middle 98 %, and exact in the tails.
 *
 * StrictMath, not Math: the same question must give the same date on any machine.
 */
final class Draws {
  /// What a number is drawn for.
  enum Layer {
    TASK,
    REFERENCE,
    PROJECT,
    LEVEL,
    COMMON_LEVEL,
    WEEK,
    COMMON_WEEK,
    RISK,
    EFFECT,
    GROWTH,
    COST,
    ABSENCE
  }

  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final int POINT_BITS = 11;
  private static final int POINTS = 1 << POINT_BITS;
  private static final int TAIL_POINTS = POINTS / 100;
  private static final double[] QUANTILES = new double[POINTS + 1];

  static {
    for (int point = 1; point < POINTS; point++) {
      QUANTILES[point] = Normal.quantile((double) point / POINTS);
    }
  }

  private Draws() {}

  /// Where the numbers of one layer and one thing begin.
  static long key(Seed seed, Layer layer, String whose) {
    long hash = 0xCBF29CE484222325L;
    for (int at = 0; at < whose.length(); at++) {
      hash = (hash ^ whose.charAt(at)) * 0x100000001B3L;
    }
    return mix(mix(seed.value() + STEP * (layer.ordinal() + 1L)) ^ hash);
  }

  /// A key below a key: the numbers of one run, or of one week in it.
  static long key(long key, long index) {
    return mix(key + STEP * (index + 1));
  }

  /// The same below many keys: a loop that a processor does eight at a time.
  static void keys(long[] keys, long index, long[] below) {
    for (int i = 0; i < keys.length; i++) {
      below[i] = key(keys[i], index);
    }
  }

  /// A number above 0 and below 1.
  static double uniform(long key) {
    return ((key >>> 11) + 0.5) * 0x1p-53;
  }

  /// 1 if the number of a key lies above the median, 0 below.
  static int half(long key) {
    return (int) (key >>> Long.SIZE - 1);
  }

  static double normal(long key) {
    int point = (int) (key >>> Long.SIZE - POINT_BITS);
    if (point < TAIL_POINTS || point >= POINTS - TAIL_POINTS) {
      return Normal.quantile(uniform(key));
    }
    double within = (key << POINT_BITS >>> 1) * 0x1p-63;
    return QUANTILES[point] + within * (QUANTILES[point + 1] - QUANTILES[point]);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
