package dev.linchpin.forecast.load;

import java.util.Arrays;

/*
 * Whether a series of weeks changed its level once, and where, seen from its end.
 *
 * The split that leaves the least squared error of both means is taken when the means differ by a
 * factor of 1.5 and by four standard errors. Early weeks of a new tool hold a backlog; they say
 * nothing about the level after.
 */
/// The best split of the weeks that were seen into an early and a late level.
///
/// @param at how many seen weeks are early; 0 where there is one level
/// @param before mean of the early weeks
/// @param after mean of the late weeks
public record Split(int at, double before, double after) {
  public static final Split NONE = new Split(0, 0, 0);
  private static final double FACTOR_MIN = 1.5;
  private static final double ERRORS_MIN = 4;
  private static final int WEEKS_MIN = 6;
  private static final int PART_MIN = 2;

  public static Split of(Series past) {
    double[] weeks = past.seen();
    Split best = NONE;
    double least = Double.MAX_VALUE;
    for (int k = PART_MIN; weeks.length >= WEEKS_MIN && k <= weeks.length - PART_MIN; k++) {
      double[] early = Arrays.copyOf(weeks, k);
      double[] late = Arrays.copyOfRange(weeks, k, weeks.length);
      double error = error(early) + error(late);
      if (error < least) {
        least = error;
        best = new Split(k, mean(early), mean(late));
      }
    }
    return best.differs(least, weeks.length) ? best : NONE;
  }

  public boolean isSplit() {
    return at > 0;
  }

  private boolean differs(double error, int n) {
    double high = Math.max(before, after);
    double low = Math.min(before, after);
    double variance = error / Math.max(1, n - 2);
    double standard = Math.sqrt(variance / Math.max(1, at) + variance / Math.max(1, n - at));
    return at > 0 && high > low * FACTOR_MIN && high - low > ERRORS_MIN * standard;
  }

  private static double mean(double[] part) {
    return Arrays.stream(part).average().orElse(0);
  }

  private static double error(double[] part) {
    double mean = mean(part);
    return Arrays.stream(part).map(value -> (value - mean) * (value - mean)).sum();
  }
}
