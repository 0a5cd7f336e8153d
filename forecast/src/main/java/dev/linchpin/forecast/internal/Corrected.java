package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.learn.Recalibration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/// A spread whose chances are those that held: the same dates, each with another chance.
record Corrected(Spread stated, Recalibration correction) implements Spread {
  /// What has happened already needs no correction.
  static Spread of(Spread stated, Recalibration by) {
    return by.equals(Recalibration.NONE) ? stated : new Corrected(stated, by);
  }

  @Override
  public int runs() {
    return stated.runs();
  }

  @Override
  public LocalDateTime at(double q) {
    return stated.at(correction.level(q));
  }

  @Override
  public double chanceBy(LocalDate day) {
    return correction.chance(stated.chanceBy(day));
  }

  @Override
  public List<LocalDateTime> dots(int count) {
    return IntStream.range(0, count).mapToObj(i -> at((i + 0.5) / count)).toList();
  }
}
