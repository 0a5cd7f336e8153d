package dev.linchpin.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * A date is told in steps: to the day, to the week, to half a month, to a quarter (SaidDate). Who
 * was told a week does not care about a day, so what counts as news grows with the step. A date
 * that many believe, or that is fixed from outside, counts from less on. Good news waits longer
 * than bad: whoever comes too early stands there for nothing, but a date that wanders to and fro
 * costs trust, and nobody is harmed by being done early.
 *
 * What was news stays news until the date is back to half of the step: else a forecast on the edge
 * would write and withdraw a correction every night.
 */
/// From how many working days on a moved date is news for those who believe the old one.
///
/// @param daysAhead the told date lies at most so many days ahead
/// @param important later by so much is news, for dates that are fixed or that many believe
/// @param later later by so much is news
/// @param earlier earlier by so much is news
record DriftRule(int daysAhead, int important, int later, int earlier) {
  static final List<DriftRule> ALL =
      List.of(
          new DriftRule(14, 1, 1, 5), // told to the day
          new DriftRule(56, 2, 3, 10), // told to the week
          new DriftRule(183, 3, 5, 15), // told to half a month
          new DriftRule(Integer.MAX_VALUE, 10, 15, 30)); // told to the quarter

  /// So many people who believe the same thing make it important.
  static final int MANY = 10;

  static DriftRule at(long daysAhead) {
    return ALL.stream().filter(rule -> daysAhead <= rule.daysAhead()).findFirst().orElseThrow();
  }

  /// Whether a correction is due.
  ///
  /// @param laterBy working days; below 0 when it is earlier
  /// @param isOpen whether one is due already
  /// @param own what the project wants instead of `later`; null for nothing
  boolean isNews(int laterBy, boolean isImportant, boolean isOpen, @Nullable Integer own) {
    int late = own != null ? own : isImportant ? important : later;
    int early = own == null ? earlier : Math.max(earlier, own);
    return isOpen
        ? 2 * laterBy >= late && laterBy > 0 || -2 * laterBy >= early
        : laterBy >= late || -laterBy >= early;
  }
}
