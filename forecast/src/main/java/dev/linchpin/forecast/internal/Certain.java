package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Spread;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;

/// An end that is known, because it has happened.
record Certain(LocalDateTime end, int runs) implements Spread {
  @Override
  public LocalDateTime at(double q) {
    return end;
  }

  @Override
  public double chanceBy(LocalDate day) {
    return end.toLocalDate().isAfter(day) ? 0 : 1;
  }

  @Override
  public List<LocalDateTime> dots(int count) {
    return Collections.nCopies(count, end);
  }
}
