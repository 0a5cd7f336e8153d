package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * What the weeks of a person look like, the same in all runs: their working minutes, and what
 * interruptions take of them on average. Most weeks look the same, so each shape is kept once and
 * stays in the first cache however long the plan is.
 */
final class WeekShapes {
  /// Weekdays, and the whole week behind them.
  static final int ROW = 8;

  static final int DAYS = 7;

  private final Axis axis;
  private final WorkClock clock;
  private final int[] taken;
  private final int firstWeek;

  /// Weeks there are; an even number.
  final int weeks;

  /// The row of each week, as far as asked, by its first place.
  int[] row = new int[0];

  /// By row and weekday: minutes and minutes taken before it.
  double[] minutesBefore = new double[ROW];

  double[] takenBefore = new double[ROW];

  /// One over the minutes of the day; 0 on a free one.
  double[] perMinute = new double[ROW];

  /// When it is worked.
  long[] hours = new long[ROW];

  /// By row: how many times the average leaves every day something.
  double[] most = new double[ROW];

  private int rows;

  /// @param taken minutes interruptions take on average from Monday to Sunday
  WeekShapes(Axis axis, WorkClock clock, int[] taken) {
    this.axis = axis;
    this.clock = clock;
    this.taken = taken;
    this.firstWeek = axis.week(axis.asOf() / Axis.DAY);
    this.weeks = (axis.week(axis.days() - 1) + 1 - firstWeek) & ~1;
  }

  /// The week of a day, from the one of today on.
  int week(int day) {
    return axis.week(day) - firstWeek;
  }

  int day(int week, int weekday) {
    return (firstWeek + week) * DAYS + weekday - axis.firstWeekday();
  }

  void layOut(int to) {
    int from = row.length;
    row = Arrays.copyOf(row, to);
    for (int week = from; week < to; week++) {
      int own = rows;
      makeRoom();
      most[own] = Double.MAX_VALUE;
      for (int weekday = 0; weekday < DAYS; weekday++) {
        int day = day(week, weekday);
        boolean known = 0 <= day && day < axis.days();
        int minutes = known ? clock.minutesOn(day) : 0;
        int loses = minutes == 0 ? 0 : taken[weekday];
        int at = own + weekday;
        perMinute[at] = minutes == 0 ? 0 : 1.0 / minutes;
        hours[at] = known ? clock.hours(day) : 0;
        minutesBefore[at + 1] = minutesBefore[at] + minutes;
        takenBefore[at + 1] = takenBefore[at] + loses;
        most[own] = loses == 0 ? most[own] : Math.min(most[own], (minutes - 1.0) / loses);
      }
      row[week] = known(own);
    }
  }

  /// The first row that looks like the new one.
  private int known(int own) {
    for (int other = 0; other < own; other += ROW) {
      if (Arrays.equals(hours, other, other + ROW, hours, own, own + ROW)
          && Arrays.equals(minutesBefore, other, other + ROW, minutesBefore, own, own + ROW)) {
        return other;
      }
    }
    rows += ROW;
    return own;
  }

  private void makeRoom() {
    int room = 2 * (rows + ROW);
    if (hours.length < rows + ROW) {
      minutesBefore = Arrays.copyOf(minutesBefore, room);
      takenBefore = Arrays.copyOf(takenBefore, room);
      perMinute = Arrays.copyOf(perMinute, room);
      hours = Arrays.copyOf(hours, room);
      most = Arrays.copyOf(most, room);
    }
  }
}
