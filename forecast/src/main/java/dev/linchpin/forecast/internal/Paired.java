package dev.linchpin.forecast.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/*
 * An end after an edit, from few runs. Before the edit many were played. After it the first of them
 * are played again, with the same luck: what differs is what the edit did, and that varies far less
 * than the end itself (SCIENCE B6: 6 to 55 times less variance). So the many ends from before,
 * moved by what the edit did at their rank, say more than the few from after.
 *
 * All runs there were, not only those whose order is known: a few runs from before that ended late
 * would make every edit late, one after the other.
 *
 * What is exact: the runs that were played. What is approximate: that the others move like their
 * neighbours by rank do, on average over an eighth of the runs on each side. Working minutes, so
 * that nothing moves into a night.
 *
 * Enough is when the estimate is, with 95 % confidence, no further from what all runs would say
 * than a date may be off, or than the runs from before are from the truth, whichever is more: ten
 * thousand runs that know a date to four days are not asked for half a day after an edit. How far
 * it is off follows from leaving out each of 32 groups of runs in turn (jackknife; B. Efron, The
 * Jackknife, the Bootstrap and Other Resampling Plans, 1982), and playing all runs leaves nothing
 * open (finite population; W. G. Cochran, Sampling Techniques, 1977, 2.6).
 *
 * Source: control variates for quantiles, e.g. P. Glasserman, Monte Carlo Methods in Financial
 * Engineering (2004), 4.1 and 9.2.
 */
final class Paired {
  /// Fewer runs than these are never enough.
  static final int LEAST = Strata.RUNS;

  private static final double MARGIN = 1.1;
  private static final double MORE_LEAST = 1.25;
  private static final double MORE_MOST = 2;

  private static final double WANTED = Stable.BY;
  private static final int NEIGHBOURS = 8;

  private static final int GROUPS = 32;

  /// Student's t, one degree of freedom less than groups.
  private static final double STUDENT = 2.0395;

  private final int[] before;
  private final int[] after;
  private final int[] all;

  /// @param before ends in the order of the runs, working minutes from now
  /// @param after the same, of the first runs only
  /// @param all ends of all runs there were before, in any order: these and maybe more
  Paired(int[] before, int[] after, int[] all) {
    this.before = before;
    this.after = after;
    this.all = all.clone();
    Arrays.sort(this.all);
  }

  /// How many of the first runs are to be known: as many as there are if these are enough.
  int wanted(Stable stable) {
    double off = halfWidth() / Math.max(Stable.off(before), stable.enough(after));
    if (off <= 1) {
      return after.length;
    }
    double more = Math.clamp(MARGIN * off * off, MORE_LEAST, MORE_MOST);
    return Math.min(before.length, (int) (more * after.length / GROUPS) * GROUPS);
  }

  /// Half of the 95 % interval of how far the estimate is from what all runs would say.
  private double halfWidth() {
    double sum = 0;
    double squares = 0;
    for (int group = 0; group < GROUPS; group++) {
      double without = movedWithout(group);
      sum += without;
      squares += without * without;
    }
    double variance = Math.max(0, squares - sum * sum / GROUPS) * (GROUPS - 1) / GROUPS;
    return STUDENT * Math.sqrt(variance * Math.max(0, 1 - (double) after.length / all.length));
  }

  /// All ends as they are likely to be, ascending.
  int[] estimate() {
    double[] moved = moved(IntStream.range(0, after.length));
    return IntStream.range(0, all.length)
        .map(i -> {
          double by = around(moved, (double) i / all.length);
          return Math.max(0, all[i] + (int) Math.round(by));
        })
        .sorted()
        .toArray();
  }

  private double movedWithout(int group) {
    double[] moved = moved(IntStream.range(0, after.length).filter(run -> run % GROUPS != group));
    return around(moved, WANTED);
  }

  /// By rank: how far the ends of some runs moved, added up; 0 first.
  private double[] moved(IntStream runs) {
    int[] some = runs.toArray();
    int[] then = Arrays.stream(some).map(run -> before[run]).sorted().toArray();
    int[] now = Arrays.stream(some).map(run -> after[run]).sorted().toArray();
    double[] upTo = new double[some.length + 1];
    for (int i = 0; i < some.length; i++) {
      upTo[i + 1] = upTo[i] + now[i] - then[i];
    }
    return upTo;
  }

  /// How far the runs around a quantile moved on average.
  private static double around(double[] upTo, double q) {
    int runs = upTo.length - 1;
    int rank = (int) (q * runs);
    int from = Math.max(0, rank - runs / NEIGHBOURS);
    int to = Math.min(runs, rank + runs / NEIGHBOURS + 1);
    return (upTo[to] - upTo[from]) / (to - from);
  }
}
