package dev.linchpin.helpdesk;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Mean working time that tickets take in each hour of a week.
///
/// @param minutes 168 cells in minutes per week, Monday 00:00 first
public record WeekProfile(List<Double> minutes) {
  public static final int HOURS = 24 * 7;

  public WeekProfile {
    minutes = List.copyOf(minutes);
    require(minutes.size() == HOURS, "A week has 168 hours, not %d.", minutes.size());
  }

  /// @param hour 0 to 23
  public double at(DayOfWeek day, int hour) {
    return minutes.get((day.getValue() - 1) * 24 + hour);
  }

  public Duration total() {
    return duration(minutes.stream().mapToDouble(Double::doubleValue).sum());
  }

  /// What falls into the working hours of a calendar, Monday to Sunday.
  ///
  /// Time taken outside of working hours is overtime or on-call duty: it takes nothing from
  /// projects, so it is not counted here.
  public List<Duration> within(WorkCalendar calendar) {
    var days = new ArrayList<Duration>();
    for (DayOfWeek day : DayOfWeek.values()) {
      double taken = 0;
      for (Shift shift : calendar.week().getOrDefault(day, List.of())) {
        for (int hour = shift.from() / 60; hour * 60 < shift.to(); hour++) {
          int from = Math.max(shift.from(), hour * 60);
          int to = Math.min(shift.to(), hour * 60 + 60);
          taken += at(day, hour) * (to - from) / 60;
        }
      }
      days.add(duration(taken));
    }
    return days;
  }

  /// The mean of several weeks.
  static WeekProfile mean(List<WeekProfile> profiles) {
    var cells = new ArrayList<Double>();
    for (int i = 0; i < HOURS; i++) {
      int cell = i;
      cells.add(profiles.stream().mapToDouble(one -> one.minutes.get(cell)).average().orElse(0));
    }
    return new WeekProfile(cells);
  }

  private static Duration duration(double minutes) {
    return Duration.ofSeconds(Math.round(minutes * 60));
  }
}
