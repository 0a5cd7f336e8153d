package dev.linchpin.helpdesk;

import dev.linchpin.forecast.load.Series;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Whole weeks, Monday to Sunday, counted since the Monday of 1969-12-29. Where tickets are worked
/// on here, the last week ends now instead, so that what was booked a minute ago is in it.
///
/// @param first the first week that counts
/// @param last the last week that counts, included; before `first` when there is none
/// @param missing weeks in between that nobody recorded: they are gaps, not quiet weeks
/// @param offset hours from the beginning of a week to the beginning of 1970
record Weeks(long first, long last, Set<Long> missing, long offset) {
  private static final int HOURS_PER_DAY = 24;
  private static final int NOON = 12;
  private static final long FROM_MONDAY = 3 * HOURS_PER_DAY; // 1970-01-01 was a Thursday

  /// With so many tickets in a usual week, a week without any was not recorded.
  private static final double USUAL_MIN = 8;

  Weeks {
    missing = Set.copyOf(missing);
  }

  static final Weeks NONE = new Weeks(0, -1, Set.of(), FROM_MONDAY);

  static int hourOfWeek(long hour) {
    return (int) Math.floorMod(hour + FROM_MONDAY, (long) WeekProfile.HOURS);
  }

  private static long of(LocalDate day, long offset) {
    return Math.floorDiv(
        day.toEpochDay() * HOURS_PER_DAY + NOON + offset, (long) WeekProfile.HOURS);
  }

  /// The weeks that were seen whole: a history rarely starts on a Monday or ends on a Sunday.
  static Weeks between(LocalDate start, LocalDate end) {
    long first = of(start, FROM_MONDAY) + (start.getDayOfWeek().getValue() == 1 ? 0 : 1);
    long last = of(end, FROM_MONDAY) - (end.getDayOfWeek().getValue() >= 5 ? 0 : 1);
    return new Weeks(first, last, Set.of(), FROM_MONDAY);
  }

  /// The whole weeks between the first day and an hour that is seen to its end.
  ///
  /// @param lastHour since 1970, by the wall clock
  static Weeks until(LocalDate start, long lastHour) {
    long offset = Math.floorMod(-(lastHour + 1), (long) WeekProfile.HOURS);
    long first = start.toEpochDay() * HOURS_PER_DAY + offset;
    return new Weeks(
        Math.ceilDiv(first, (long) WeekProfile.HOURS),
        Math.floorDiv(lastHour + offset, (long) WeekProfile.HOURS),
        Set.of(),
        offset);
  }

  /// Those that were seen.
  int count() {
    return length() - missing.size();
  }

  private int length() {
    return (int) Math.max(0, last - first + 1);
  }

  LocalDate from() {
    return day(start());
  }

  LocalDate to() {
    return day((last + 1) * WeekProfile.HOURS - offset - 1);
  }

  /// By which a week is known that may begin on another day.
  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private long start() {
    return first * WeekProfile.HOURS - offset;
  }

  private static LocalDate day(long hour) {
    return LocalDate.ofEpochDay(Math.floorDiv(hour, (long) HOURS_PER_DAY));
  }

  Weeks from(long week) {
    return new Weeks(
        week,
        last,
        missing.stream().filter(one -> one >= week).collect(Collectors.toSet()),
        offset);
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
            .collect(Collectors.toSet()),
        offset);
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
    return Series.of(monday(from()), Series.Step.WEEK, seen);
  }

  /// The same days, those of missing weeks as gaps.
  Series gapsIn(Series days) {
    Series left = days;
    for (long week : missing) {
      LocalDate monday = day(week * WeekProfile.HOURS - offset);
      left = left.without(monday, monday.plusDays(6));
    }
    return left;
  }

  /// The sum of each week.
  double[] sums(SortedMap<LocalDate, Double> days) {
    double[] sums = new double[length()];
    days.forEach((day, amount) -> {
      long week = of(day, offset);
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
    return hours.subMap(start(), start() + (long) length() * WeekProfile.HOURS);
  }

  private long week(long hour) {
    return Math.floorDiv(hour + offset, (long) WeekProfile.HOURS);
  }
}
