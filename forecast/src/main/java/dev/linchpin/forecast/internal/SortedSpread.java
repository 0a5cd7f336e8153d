package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Spread;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finish times of runs, ascending.
final class SortedSpread implements Spread {
  private static final double ROUNDING = 1e-9;

  private final Axis axis;
  private final int runs;
  private final Supplier<int[]> finishes;
  private volatile int @Nullable [] sorted;

  /// @param finishes ascending, at least one; kept, not copied
  SortedSpread(Axis axis, int[] finishes) {
    this(axis, finishes.length, () -> finishes);
  }

  /// @param runs how many finishes there are, at least one
  /// @param finishes gives them, ascending; asked when one is read, always with the same answer
  SortedSpread(Axis axis, int runs, Supplier<int[]> finishes) {
    this.axis = axis;
    this.runs = runs;
    this.finishes = finishes;
  }

  private int[] finishes() {
    int[] known = sorted;
    if (known == null) {
      known = finishes.get();
      sorted = known;
    }
    return known;
  }

  @Override
  public int runs() {
    return runs;
  }

  @Override
  public LocalDateTime at(double q) {
    int place = (int) Math.ceil(q * runs - ROUNDING) - 1;
    return axis.at(finishes()[Math.clamp(place, 0, runs - 1)]);
  }

  @Override
  public double chanceBy(LocalDate day) {
    int[] ends = finishes();
    int before = 0;
    int after = runs;
    while (before < after) {
      int middle = (before + after) >>> 1;
      if (axis.at(ends[middle]).toLocalDate().isAfter(day)) {
        after = middle;
      } else {
        before = middle + 1;
      }
    }
    return (double) before / runs;
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
