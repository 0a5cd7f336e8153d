package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.CostSpread;
import java.time.LocalDate;
import java.util.Arrays;

/// Costs and ends of a project, run by run.
final class PairedCosts implements CostSpread {
  private static final double ROUNDING = 1e-9;

  private final Axis axis;
  private final int[] ends;
  private final long[] costs;
  private final long[] sorted;

  /// @param ends by run; kept, not copied
  /// @param costs of the same runs; kept, not copied
  PairedCosts(Axis axis, int[] ends, long[] costs) {
    this.axis = axis;
    this.ends = ends;
    this.costs = costs;
    this.sorted = costs.clone();
    Arrays.sort(sorted);
  }

  @Override
  public long at(double q) {
    int place = (int) Math.ceil(q * sorted.length - ROUNDING) - 1;
    return sorted[Math.clamp(place, 0, sorted.length - 1)];
  }

  @Override
  public double chanceWithin(long most) {
    return (double) Arrays.stream(costs).filter(it -> it <= most).count() / costs.length;
  }

  @Override
  public double chance(LocalDate by, long most) {
    int end = axis.midnightAfter(by);
    int kept = 0;
    for (int run = 0; run < costs.length; run++) {
      kept += ends[run] < end && costs[run] <= most ? 1 : 0;
    }
    return (double) kept / costs.length;
  }

  @Override
  public String toString() {
    return "%d, likely %d".formatted(within(), likely());
  }
}
