package dev.linchpin.answers;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.planning.Chance;
import dev.linchpin.planning.SaidDate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// When something ends, over all runs of one forecast, in the organisation's zone.
///
/// @param earliest met in 1 of 10 runs
/// @param likely met in 5 of 10 runs
/// @param by met in 8 of 10 runs
/// @param runsByDay how many runs end on each day
/// @param dots 20 equally likely end dates, ascending
public record Dates(
    LocalDateTime earliest,
    LocalDateTime likely,
    LocalDateTime by,
    SortedMap<LocalDate, Integer> runsByDay,
    List<LocalDate> dots) {
  public Dates {
    require(!runsByDay.isEmpty(), "A forecast rests on at least one run.");
    require(
        !earliest.isAfter(likely) && !likely.isAfter(by),
        "Dates are in order: %s, %s, %s are not.",
        earliest,
        likely,
        by);
    runsByDay = Collections.unmodifiableSortedMap(new TreeMap<>(runsByDay));
    dots = List.copyOf(dots);
  }

  /// The chance that it ends on `day` or before it, counted in the runs.
  public Chance chanceBy(LocalDate day) {
    return Chance.of(share(runsByDay.headMap(day.plusDays(1))));
  }

  /// The chance of a date as it is said. Runs are counted by whole days, so for midday it is at
  /// least what the by-date itself stands for.
  Chance chanceBy(SaidDate said) {
    double before = share(runsByDay.headMap(said.day()));
    return said.midday() ? Chance.of(Math.max(Chance.BY_DATE_SHARE, before)) : chanceBy(said.day());
  }

  /// The first day by which a share of the runs has ended.
  public LocalDate by(double share) {
    long needed = (long) Math.ceil(share * runs(runsByDay) - 1e-9);
    long ended = 0;
    for (Map.Entry<LocalDate, Integer> day : runsByDay.entrySet()) {
      ended += day.getValue();
      if (ended >= needed) {
        return day.getKey();
      }
    }
    return runsByDay.lastKey();
  }

  private double share(SortedMap<LocalDate, Integer> part) {
    return (double) runs(part) / runs(runsByDay);
  }

  private static long runs(SortedMap<LocalDate, Integer> part) {
    return part.values().stream().mapToLong(Integer::longValue).sum();
  }
}
