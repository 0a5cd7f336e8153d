package dev.linchpin.forecast.load;

import dev.linchpin.forecast.score.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/*
 * How many tickets a day (or week) ahead brings.
 *
 * A mixture in equal parts: what the same weekday brought in the last 13 weeks, and five levels
 * that forget at different speeds (simple exponential smoothing) times the weekday's part of a
 * week, each with the spread that its own past errors had (negative binomial).
 *
 * Why equal parts: weights learned from past scores were worse at every speed of learning, as
 * nearly always when forecasts are pooled [1]. Why five speeds: none is best on every series, and
 * where they disagree the level is unsure, which the mixture then says. Figures and what lost:
 * docs/help-desk-load.md.
 *
 * [1] M4 competition, main finding: 12 of the 17 best methods were combinations.
 */
/// Forecasts counts, day by day or week by week.
public final class Arrivals implements Ahead {
  private static final int SAME_PLACE = 13;

  /// Shares of a level that one day renews.
  private static final double[] RATES = {0.01, 0.02, 0.04, 0.08, 0.16};

  @Override
  public Optional<Sample> ahead(Series past, int steps) {
    double[] same = samePlace(past, past.length() - 1 + steps, 1);
    return mixture(past, same, level -> level.ahead(steps), 1);
  }

  /// How many the next steps bring together.
  public Optional<Sample> total(Series past, int steps) {
    double[] same = samePlace(past, past.length(), steps);
    return mixture(past, same, level -> level.total(steps), steps);
  }

  private static Optional<Sample> mixture(
      Series past, double[] same, ToDoubleFunction<Smooth> mean, int together) {
    if (past.seen().length == 0) {
      return Optional.empty();
    }
    List<Sample> parts = new ArrayList<>();
    if (same.length > 0) {
      parts.add(Sample.of(same));
    }
    for (double rate : RATES) {
      var level = Smooth.of(past, 1 - StrictMath.pow(1 - rate, past.step().days()));
      parts.add(Counts.of(mean.applyAsDouble(level), level.spread(together)));
    }
    return Optional.of(equalParts(parts));
  }

  static Sample equalParts(List<Sample> parts) {
    Sample all = parts.getFirst();
    for (int i = 1; i < parts.size(); i++) {
      all = all.mixed(i / (i + 1.0), parts.get(i));
    }
    return all;
  }

  /// What the same place of the week brought, at most 13 times: `steps` together from `from` on.
  private static double[] samePlace(Series past, int from, int steps) {
    int cycle = past.step().cycle();
    double[] found = new double[SAME_PLACE];
    int n = 0;
    for (int i = from - cycle; i >= 0 && n < SAME_PLACE; i -= cycle) {
      double sum = i + steps > past.length() ? Double.NaN : 0;
      for (int k = 0; k < steps && !Double.isNaN(sum); k++) {
        sum += past.at(i + k);
      }
      if (!Double.isNaN(sum)) {
        found[n++] = sum;
      }
    }
    return Arrays.copyOf(found, n);
  }
}
