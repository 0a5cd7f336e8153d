package dev.linchpin.forecast.load;

import dev.linchpin.forecast.score.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/*
 * How many hours a week ahead brings.
 *
 * Hours come in lumps: a few hours in most weeks, a hundred in one. A bell around a level says
 * little about them, past weeks do. A mixture in equal parts: the last 13 weeks, the last 52, all.
 * The first follows the level, the last knows how bad it can get. Each past week stands for itself
 * and for weeks of 0.6 and 1.6 times its hours: what happens next is like the past, not one of it.
 */
/// Forecasts hours, week by week.
public final class Hours implements Ahead {
  private static final int[] WEEKS = {13, 52, Series.STEPS_MAX};

  private static final double LIKE = StrictMath.exp(0.5);

  @Override
  public Optional<Sample> ahead(Series past, int steps) {
    if (past.seen().length == 0) {
      return Optional.empty();
    }
    List<Sample> parts = new ArrayList<>();
    for (int weeks : WEEKS) {
      double[] seen = past.last(weeks).seen();
      if (seen.length > 0) {
        parts.add(Sample.of(Arrays.stream(seen).flatMap(Hours::like).toArray()));
      }
    }
    return Optional.of(Arrivals.equalParts(parts));
  }

  private static DoubleStream like(double hours) {
    return DoubleStream.of(hours / LIKE, hours, hours * LIKE);
  }
}
