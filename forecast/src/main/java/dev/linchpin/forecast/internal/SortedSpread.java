package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Spread;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/// Finish times of runs, ascending.
final class SortedSpread implements Spread {
  private static final double ROUNDING = 1e-9;

  private final Axis axis;
  private final int[] finishes;

  /// @param finishes ascending, at least one; kept, not copied
  SortedSpread(Axis axis, int[] finishes) {
    this.axis = axis;
    this.finishes = finishes;
  }

  @Override
  public int runs() {
    return finishes.length;
  }

  @Override
  public LocalDateTime at(double q) {
    int place = (int) Math.ceil(q * finishes.length - ROUNDING) - 1;
    return axis.at(finishes[Math.clamp(place, 0, finishes.length - 1)]);
  }

  @Override
  public double chanceBy(LocalDate day) {
    int before = 0;
    int after = finishes.length;
    while (before < after) {
      int middle = (before + after) >>> 1;
      if (axis.at(finishes[middle]).toLocalDate().isAfter(day)) {
        after = middle;
      } else {
        before = middle + 1;
      }
    }
    return (double) before / finishes.length;
  }

  @Override
  public List<LocalDateTime> dots(int count) {
    return IntStream.range(0, count).mapToObj(i -> at((i + 0.5) / count)).toList();
  }

  @Override
  public String toString() {
    return "%s to %s, likely %s".formatted(earliest(), late(), likely());
  }
}
