package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.load.Ahead;
import dev.linchpin.forecast.score.Sample;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// The usual ways to forecast a series, to compare with.
final class Naive {
  private Naive() {}

  /// As one cycle ago, with the errors that this had in the whole past. Without its errors it would
  /// be one number, and nearly everything beats one number.
  static Ahead seasonal(int cycle) {
    return (past, steps) -> {
      int back = (steps + cycle - 1) / cycle * cycle;
      double last = past.at(past.length() - 1 + steps - back);
      double[] values =
          IntStream.range(back, past.length())
              .mapToDouble(i -> Math.max(0, last + past.at(i) - past.at(i - back)))
              .toArray();
      return Optional.of(values.length == 0 ? Sample.of(last) : Sample.of(values));
    };
  }

  /// The same total as in the steps just gone, with the errors that this had.
  static Ahead sameTotal() {
    return (past, steps) -> {
      double[] totals =
          IntStream.rangeClosed(0, past.length() - steps)
              .mapToDouble(i -> IntStream.range(i, i + steps).mapToDouble(past::at).sum())
              .toArray();
      double last = totals[totals.length - 1];
      double[] values =
          IntStream.range(steps, totals.length)
              .mapToDouble(i -> Math.max(0, last + totals[i] - totals[i - steps]))
              .toArray();
      return Optional.of(values.length == 0 ? Sample.of(last) : Sample.of(values));
    };
  }

  /// The mean of the past times the steps.
  static Ahead meanTotal() {
    return (past, steps) -> Optional.of(Sample.of(past.mean() * steps));
  }

  /// What the same place of a cycle brought in the last `count` cycles.
  static Ahead last(int cycle, int count) {
    return (past, steps) -> {
      int newest = past.length() - 1 + steps - (steps + cycle - 1) / cycle * cycle;
      double[] values =
          IntStream.iterate(newest, i -> i >= 0, i -> i - cycle)
              .limit(count)
              .mapToDouble(past::at)
              .toArray();
      return Optional.of(Sample.of(values));
    };
  }

  /// Simple exponential smoothing of each place of the cycle, rate 0.3, with the errors it had.
  static Ahead smoothing(int cycle) {
    return (past, steps) -> {
      int place = (past.length() - 1 + steps) % cycle;
      double level = past.at(place);
      double[] errors = new double[past.length() / cycle + 1];
      int n = 0;
      for (int i = place + cycle; i < past.length(); i += cycle) {
        errors[n++] = past.at(i) - level;
        level += 0.3 * (past.at(i) - level);
      }
      double now = level;
      double[] values =
          Arrays.stream(errors, 0, n).map(error -> Math.max(0, now + error)).toArray();
      return Optional.of(n == 0 ? Sample.of(now) : Sample.of(values));
    };
  }
}
