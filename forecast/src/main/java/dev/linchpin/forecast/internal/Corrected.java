package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.learn.Recalibration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/// A spread whose chances are those that held: the same dates, each with another chance.
record Corrected(Spread stated, Recalibration correction) implements Spread {
  /// @param project of a project, otherwise of a task
  static Spread of(Spread stated, boolean project, Question question) {
    if (question.correction().equals(Recalibration.NONE)) {
      return stated;
    }
    long ahead = ChronoUnit.DAYS.between(question.asOf().toLocalDate(), stated.by());
    return new Corrected(stated, question.correction().about(project, ahead));
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
