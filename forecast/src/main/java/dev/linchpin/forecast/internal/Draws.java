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
 * A run draws thousands of normal numbers, so they come from a table of that quantile with a
 * straight line between its points. The points lie closer the further out they are, 256 from each
 * chance to half of it: so nothing is cut off, every number is within 2e-6, and there is nothing
 * that a processor has to guess.
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
  private static final int POINT_BITS = 8;
  private static final int POINTS = 1 << POINT_BITS;

  /// How far from the middle the number with a chance of (1 + part) · 2^(half - 64) to be further
  /// out lies, by half and part.
  private static final double[] DISTANCE = new double[Long.SIZE * POINTS + 1];

  static {
    for (int at = 0; at <= Long.SIZE * POINTS; at++) {
      double chance = Math.scalb(1 + (at % POINTS) / (double) POINTS, at / POINTS - Long.SIZE);
      DISTANCE[at] = -Normal.quantile(chance / 2);
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

  /// A standard normal number: the quantile of the number above 0 and below 1.
  static double normal(long key) {
    long chance = (key ^ key >> Long.SIZE - 1) << 1 | 1;
    int zeros = Long.numberOfLeadingZeros(chance);
    long part = chance << zeros << 1;
    int at = Long.SIZE - 1 - zeros << POINT_BITS | (int) (part >>> Long.SIZE - POINT_BITS);
    double within = (part << POINT_BITS >>> 1) * 0x1p-63;
    double distance = DISTANCE[at] + within * (DISTANCE[at + 1] - DISTANCE[at]);
    long below = ~key & Long.MIN_VALUE;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(distance) | below);
  }

  /// Another number of the same key, from its other half.
  static double otherNormal(long key) {
    return normal(Long.rotateLeft(key, Integer.SIZE));
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
