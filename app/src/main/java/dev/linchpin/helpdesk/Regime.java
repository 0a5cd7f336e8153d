package dev.linchpin.helpdesk;

import java.util.Arrays;

/*
 * Whether a series of weeks changes its level once, and where.
 *
 * The split that leaves the least squared error of both means is taken when the means differ by a
 * factor of 1.5 and by four standard errors. Early weeks of a new tool hold a backlog; a ramp at
 * the end is often an artefact of the export. Either way the level before says nothing about the
 * level after, and every forecast from the mixture fails.
 */
record Regime(int split, double before, double after) {
  static final Regime SAME = new Regime(0, 0, 0);
  private static final double FACTOR_MIN = 1.5;
  private static final double ERRORS_MIN = 4;
  private static final int WEEKS_MIN = 6;
  private static final int PART_MIN = 2;

  /// @return `SAME`, or the first week of the new level and both means
  static Regime of(double[] weeks) {
    Regime best = SAME;
    double least = Double.MAX_VALUE;
    for (int k = PART_MIN; weeks.length >= WEEKS_MIN && k <= weeks.length - PART_MIN; k++) {
      double[] early = Arrays.copyOf(weeks, k);
      double[] late = Arrays.copyOfRange(weeks, k, weeks.length);
      double error = error(early) + error(late);
      if (error < least) {
        least = error;
        best = new Regime(k, Swing.mean(early), Swing.mean(late));
      }
    }
    return best.differs(least, weeks.length) ? best : SAME;
  }

  boolean isChange() {
    return split > 0;
  }

  private boolean differs(double error, int n) {
    double high = Math.max(before, after);
    double low = Math.min(before, after);
    double variance = error / Math.max(1, n - 2);
    double standard = Math.sqrt(variance / Math.max(1, split) + variance / Math.max(1, n - split));
    return split > 0 && high > low * FACTOR_MIN && high - low > ERRORS_MIN * standard;
  }

  private static double error(double[] part) {
    double mean = Swing.mean(part);
    return Arrays.stream(part).map(value -> (value - mean) * (value - mean)).sum();
  }
}
