package dev.linchpin.helpdesk;

import dev.linchpin.forecast.load.Series;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Whole weeks, Monday to Sunday, counted since the Monday of 1969-12-29.
///
/// @param first the first week that counts
/// @param last the last week that counts, included; before `first` when there is none
/// @param missing weeks in between that nobody recorded: they are gaps, not quiet weeks
record Weeks(long first, long last, Set<Long> missing) {
  private static final int DAYS_TO_MONDAY = 3; // 1970-01-01 was a Thursday

  /// With so many tickets in a usual week, a week without any was not recorded.
  private static final double USUAL_MIN = 8;

  Weeks {
    missing = Set.copyOf(missing);
  }

  static final Weeks NONE = new Weeks(0, -1, Set.of());

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
    return new Weeks(first, last, Set.of());
  }

  /// Those that were seen.
  int count() {
    return length() - missing.size();
  }

  private int length() {
    return (int) Math.max(0, last - first + 1);
  }

  LocalDate from() {
    return LocalDate.ofEpochDay(first * 7 - DAYS_TO_MONDAY);
  }

  LocalDate to() {
    return LocalDate.ofEpochDay(last * 7 - DAYS_TO_MONDAY + 6);
  }

  Weeks from(long week) {
    return new Weeks(
        week, last, missing.stream().filter(one -> one >= week).collect(Collectors.toSet()));
  }

  /// The first of the last so many weeks that were seen.
  long startOfLast(int count) {
    long week = last;
    for (int seen = missing.contains(last) ? 0 : 1; seen < count && week > first; ) {
      week--;
      seen += missing.contains(week) ? 0 : 1;
    }
    return week;
  }

  /// The week after the first so many that were seen.
  long after(int count) {
    long week = first;
    for (int seen = 0; seen < count; week++) {
      seen += missing.contains(week) ? 0 : 1;
    }
    return week;
  }

  /// Without weeks in which not one ticket came, where a usual one brings many.
  Weeks withoutMissing(double[] arrivals) {
    double[] some = Arrays.stream(arrivals).filter(one -> one > 0).sorted().toArray();
    if (some.length == 0 || some[some.length / 2] < USUAL_MIN) {
      return this;
    }
    return new Weeks(
        first,
        last,
        LongStream.rangeClosed(first, last)
            .filter(week -> arrivals[(int) (week - first)] == 0)
            .boxed()
            .collect(Collectors.toSet()));
  }

  /// Minutes of each week; a missing week is a gap.
  Series series(SortedMap<Long, Double> hours) {
    double[] totals = new double[length()];
    within(hours).forEach((hour, minutes) -> totals[(int) (week(hour) - first)] += minutes);
    return series(totals);
  }

  /// One amount a week; a missing week is a gap.
  Series series(double[] weeks) {
    double[] seen = weeks.clone();
    missing.forEach(week -> seen[(int) (week - first)] = Double.NaN);
    return Series.of(from(), Series.Step.WEEK, seen);
  }

  /// The sum of each week.
  double[] sums(SortedMap<LocalDate, Double> days) {
    double[] sums = new double[length()];
    days.forEach((day, amount) -> {
      long week = of(day);
      if (first <= week && week <= last) {
        sums[(int) (week - first)] += amount;
      }
    });
    return sums;
  }

  /// Mean minutes of each hour of the week.
  WeekProfile profile(SortedMap<Long, Double> hours) {
    Double[] cells = new Double[WeekProfile.HOURS];
    Arrays.fill(cells, 0.0);
    within(hours)
        .forEach((hour, minutes) -> cells[hourOfWeek(hour)] += minutes / Math.max(1, count()));
    return new WeekProfile(List.of(cells));
  }

  private SortedMap<Long, Double> within(SortedMap<Long, Double> hours) {
    long start = (first * 7 - DAYS_TO_MONDAY) * 24;
    return hours.subMap(start, start + (long) length() * WeekProfile.HOURS);
  }

  private static long week(long hour) {
    return Math.floorDiv(hour + DAYS_TO_MONDAY * 24L, (long) WeekProfile.HOURS);
  }
}
