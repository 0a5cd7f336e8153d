package dev.linchpin.forecast;

import java.time.LocalDate;

/// What a project costs from now on, over all runs, together with when it ends. In hundredths of
/// the currency.
public interface CostSpread {
  /// What a share `q` (0 to 1) of the runs does not exceed.
  long at(double q);

  /// Share of runs that cost `most` or less.
  double chanceWithin(long most);

  /// Share of runs that end on `by` or before it, and cost `most` or less.
  double chance(LocalDate by, long most);

  /// What 5 of 10 runs do not exceed.
  default long likely() {
    return at(0.50);
  }

  /// What 8 of 10 runs do not exceed.
  default long within() {
    return at(0.80);
  }
}
