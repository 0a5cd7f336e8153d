package dev.linchpin.forecast.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/*
 * An end after an edit, from few runs. Before the edit many were played. After it the first of them
 * are played again, with the same luck: what differs is what the edit did, and that varies far less
 * than the end itself (SCIENCE B6: 6 to 55 times less variance). So the many ends from before,
 * moved by what the edit did at their rank, say more than the few from after.
 *
 * What is exact: the runs that were played. What is approximate: that the others move like their
 * neighbours by rank do, on average over an eighth of the runs on each side. Working minutes, so
 * that nothing moves into a night.
 *
 * Enough is when the move of the 8-in-10 date is known to half of what a date may be off; together
 * with the error of the runs from before that is 1.12 times it.
 *
 * Source: control variates for quantiles, e.g. P. Glasserman, Monte Carlo Methods in Financial
 * Engineering (2004), 4.1 and 9.2.
 */
final class Paired {
  /// Fewer runs than these are never enough.
  static final int LEAST = 128;

  private static final double WANTED = 0.8;
  private static final int NEIGHBOURS = 8;

  private final int[] before;
  private final int[] after;

  /// @param before ends in the order of the runs, working minutes from now
  /// @param after the same, of the first runs only
  Paired(int[] before, int[] after) {
    this.before = before;
    this.after = after;
  }

  boolean isEnough(Stable stable) {
    return 2 * Stable.halfWidth(this::movedInStream) <= stable.enough(after);
  }

  /// All ends as they are likely to be, ascending.
  int[] estimate() {
    int[] all = before.clone();
    Arrays.sort(all);
    double[] moved = moved(IntStream.range(0, after.length));
    return IntStream.range(0, all.length)
        .map(i -> {
          double by = around(moved, (double) i / all.length);
          return Math.max(0, all[i] + (int) Math.round(by));
        })
        .sorted()
        .toArray();
  }

  private double movedInStream(int stream) {
    double[] moved =
        moved(IntStream.range(0, after.length).filter(run -> run % Stable.STREAMS == stream));
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
