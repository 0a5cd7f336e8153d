package dev.linchpin.forecast.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/*
 * All times of one pass are minutes since midnight of a first day, so that a date is an int and a
 * comparison is one instruction. A century of minutes fits an int forty times over.
 *
 * Looks wrong, is right: times outside the axis are pulled to its ends. A plan may name the year 1
 * or 9999; such a date only has to be "before everything" or "too far", never exact.
 */
record Axis(long origin, int days, int asOf, int firstWeekday) {
  static final int DAY = 1_440;

  /// How far ahead of today a plan can reach.
  static final int FUTURE_DAYS = 36_525;

  /// How far back a lag from finished work can reach.
  static final int PAST_DAYS = 3_653;

  /// Minutes that lead beyond the end from wherever they begin.
  static final int BEYOND = (FUTURE_DAYS + PAST_DAYS) * DAY;

  /// Room for leads that reach before the first known date.
  private static final int LEAD_DAYS = 31;

  /// An axis that holds `earliest`, if that is not too long ago, and a century from `asOf` on.
  static Axis of(LocalDateTime asOf, LocalDateTime earliest) {
    long today = asOf.toLocalDate().toEpochDay();
    long first = Math.min(today, earliest.toLocalDate().toEpochDay()) - LEAD_DAYS;
    long origin = Math.max(LocalDate.MIN.toEpochDay(), Math.max(first, today - PAST_DAYS));
    long last = Math.min(LocalDate.MAX.toEpochDay() - 1, today + FUTURE_DAYS);
    int firstWeekday = (int) Math.floorMod(origin + 3, 7L);
    Axis bare = new Axis(origin, Math.toIntExact(last - origin), 0, firstWeekday);
    return new Axis(origin, bare.days, bare.minute(asOf), firstWeekday);
  }

  /// The first minute that is too far.
  int end() {
    return days * DAY;
  }

  int day(LocalDate date) {
    return (int) Math.clamp(date.toEpochDay() - origin, 0L, (long) days);
  }

  /// The first minute of a date, kept on the axis.
  int midnight(LocalDate date) {
    return day(date) * DAY;
  }

  /// The minute after a date, kept on the axis.
  int midnightAfter(LocalDate date) {
    return (int) Math.clamp(date.toEpochDay() + 1 - origin, 0L, (long) days) * DAY;
  }

  boolean holds(LocalDate date) {
    long day = date.toEpochDay() - origin;
    return 0 <= day && day < days;
  }

  int minute(LocalDateTime at) {
    long day = at.toLocalDate().toEpochDay() - origin;
    if (day < 0) {
      return 0;
    }
    return day >= days ? end() : (int) day * DAY + at.getHour() * 60 + at.getMinute();
  }

  /// `minute + by`, kept on the axis.
  int plus(int minute, long by) {
    return (int) Math.clamp(minute + by, 0L, (long) end());
  }

  LocalDateTime at(int minute) {
    LocalTime time = LocalTime.ofSecondOfDay(minute % DAY * 60L);
    return LocalDateTime.of(LocalDate.ofEpochDay(origin + minute / DAY), time);
  }

  /// Weekday of a day, Monday is 0.
  int weekday(int day) {
    return (day + firstWeekday) % 7;
  }

  /// Weeks from the first Monday on the axis or before it.
  int week(int day) {
    return (day + firstWeekday) / 7;
  }
}
