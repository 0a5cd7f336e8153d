package dev.linchpin.helpdesk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/// Whole weeks, Monday to Sunday, counted since the Monday of 1969-12-29.
///
/// @param first the first week that counts
/// @param last the last week that counts, included; before `first` when there is none
record Weeks(long first, long last) {
  private static final int DAYS_TO_MONDAY = 3; // 1970-01-01 was a Thursday

  static int hourOfWeek(long hour) {
    return (int) Math.floorMod(hour + DAYS_TO_MONDAY * 24L, (long) WeekProfile.HOURS);
  }

  static long of(LocalDate day) {
    return Math.floorDiv(day.toEpochDay() + DAYS_TO_MONDAY, 7L);
  }

  /// The weeks that were seen whole: a history rarely starts on a Monday or ends on a Sunday.
  static Weeks between(LocalDate start, LocalDate end) {
    long first = start.getDayOfWeek().getValue() == 1 ? of(start) : of(start) + 1;
    long last = end.getDayOfWeek().getValue() >= 5 ? of(end) : of(end) - 1;
    return new Weeks(first, last);
  }

  int count() {
    return (int) Math.max(0, last - first + 1);
  }

  LocalDate from() {
    return LocalDate.ofEpochDay(first * 7 - DAYS_TO_MONDAY);
  }

  LocalDate to() {
    return LocalDate.ofEpochDay(last * 7 - DAYS_TO_MONDAY + 6);
  }

  Weeks from(long week) {
    return new Weeks(week, last);
  }

  /// Minutes of each week.
  double[] totals(SortedMap<Long, Double> hours) {
    double[] totals = new double[count()];
    within(hours).forEach((hour, minutes) -> totals[(int) (week(hour) - first)] += minutes);
    return totals;
  }

  /// Mean minutes of each hour of the week.
  WeekProfile profile(SortedMap<Long, Double> hours) {
    Double[] cells = new Double[WeekProfile.HOURS];
    Arrays.fill(cells, 0.0);
    within(hours).forEach((hour, minutes) -> cells[hourOfWeek(hour)] += minutes / count());
    return new WeekProfile(List.of(cells));
  }

  private SortedMap<Long, Double> within(SortedMap<Long, Double> hours) {
    long start = (first * 7 - DAYS_TO_MONDAY) * 24;
    return hours.subMap(start, start + (long) count() * WeekProfile.HOURS);
  }

  private static long week(long hour) {
    return Math.floorDiv(hour + DAYS_TO_MONDAY * 24L, (long) WeekProfile.HOURS);
  }
}
