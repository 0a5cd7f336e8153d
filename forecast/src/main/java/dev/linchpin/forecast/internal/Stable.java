package dev.linchpin.forecast.internal;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/*
 * Whether more runs would still move a date. The runs fall into eight streams of independent
 * samples of 128; from how much a quantile differs between the streams follows how far it may be
 * off over all runs (Student's t with seven degrees of freedom). Enough is half a working day, or a
 * hundredth of what remains, for the by-date and for the date met in 95 of 100 runs.
 *
 * Working time, not the calendar: dates jump over nights and weekends, and a quantile between
 * Friday and Monday would seem to be off by two days for ever.
 */
final class Stable {
  /// Fewer runs than these are never enough.
  static final int LEAST = 1_024;

  private static final int STREAMS = 8;
  private static final double STUDENT = 2.3646;
  private static final double OF_WHAT_REMAINS = 0.01;
  static final double BY = 0.80;
  private static final double[] QUANTILES = {BY, 0.95};
  private static final int WEEKS = 4;

  private final WorkClock clock;
  private final int now;
  private final double halfADay;

  Stable(Axis axis, WorkClock clock) {
    this.clock = clock;
    this.now = clock.worked(axis.asOf());
    int later = Math.min(axis.end(), axis.asOf() + 7 * WEEKS * Axis.DAY);
    this.halfADay = (clock.worked(later) - now) / (2.0 * 5 * WEEKS);
  }

  /// True if these finishes, in the order of the runs, say it precisely enough.
  boolean isReached(int[] finish) {
    int runs = finish.length;
    if (runs < LEAST) {
      return false;
    }
    int[] worked = worked(finish);
    double enough = enough(worked);
    for (double q : QUANTILES) {
      if (halfWidth(worked, q) > enough) {
        return false;
      }
    }
    return true;
  }

  /// How far a date may be off, in working minutes.
  double enough(int[] worked) {
    return Math.max(halfADay, OF_WHAT_REMAINS * quantile(worked.clone(), 0.5));
  }

  /// How far the by-date is off, in working minutes: half of its 95 % interval; 0 where too few
  /// runs tell.
  static double off(int[] worked) {
    return worked.length < LEAST ? 0 : halfWidth(worked, BY);
  }

  /// Working minutes from now to each end.
  int[] worked(int[] finish) {
    return Arrays.stream(finish).map(it -> clock.worked(it) - now).toArray();
  }

  /// The time at which so many working minutes from now are over.
  int at(int worked) {
    return clock.finishAt(now + worked);
  }

  /// Half of the 95 % interval of a quantile.
  private static double halfWidth(int[] worked, double q) {
    return halfWidth(stream -> quantile(stream(worked, stream), q));
  }

  /// Half of the 95 % interval of what the streams agree on.
  private static double halfWidth(IntToDoubleFunction ofStream) {
    double sum = 0;
    double squares = 0;
    for (int stream = 0; stream < STREAMS; stream++) {
      double at = ofStream.applyAsDouble(stream);
      sum += at;
      squares += at * at;
    }
    double variance = Math.max(0, squares - sum * sum / STREAMS) / (STREAMS - 1);
    return STUDENT * Math.sqrt(variance / STREAMS);
  }

  private static int[] stream(int[] all, int stream) {
    int[] own = new int[all.length];
    int size = 0;
    for (int from = stream * Strata.RUNS; from < all.length; from += STREAMS * Strata.RUNS) {
      int count = Math.min(Strata.RUNS, all.length - from);
      System.arraycopy(all, from, own, size, count);
      size += count;
    }
    return Arrays.copyOf(own, size);
  }

  private static double quantile(int[] values, double q) {
    Arrays.sort(values);
    return values[Math.clamp((int) Math.ceil(q * values.length) - 1, 0, values.length - 1)];
  }
}
