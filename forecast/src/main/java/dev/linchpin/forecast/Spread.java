package dev.linchpin.forecast;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// When something ends, over all runs: finish times in ascending order. Where dates are corrected,
/// a run counts as much as it held so far.
public interface Spread {
  /// How many runs it rests on; at least 1.
  int runs();

  /// The finish time that a share `q` (0 to 1) of the runs does not exceed: the smallest observed
  /// value with at least `q · runs` runs at or before it.
  LocalDateTime at(double q);

  /// Share of runs that end on `day` or before it.
  double chanceBy(LocalDate day);

  /// `count` equally likely end dates, ascending: the quantiles (i + ½) / count.
  List<LocalDateTime> dots(int count);

  /// What the runs gave, where this was corrected by what became of earlier forecasts.
  default Spread stated() {
    return this;
  }

  /// The date met in 1 of 10 runs.
  default LocalDate earliest() {
    return at(0.10).toLocalDate();
  }

  /// The date met in 5 of 10 runs.
  default LocalDate likely() {
    return at(0.50).toLocalDate();
  }

  /// The by-date, met in 8 of 10 runs.
  default LocalDate by() {
    return at(0.80).toLocalDate();
  }

  /// The date met in 95 of 100 runs.
  default LocalDate late() {
    return at(0.95).toLocalDate();
  }
}
