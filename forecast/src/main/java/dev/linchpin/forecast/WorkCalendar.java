package dev.linchpin.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// When work is done: a week that repeats, and days that differ from it.
///
/// @param week the shifts of each weekday, ascending and apart; a weekday that is missing is free
/// @param exceptions the shifts of days that differ: an empty list is a holiday
public record WorkCalendar(
    CalendarId id, Map<DayOfWeek, List<Shift>> week, Map<LocalDate, List<Shift>> exceptions) {
  public WorkCalendar {
    week = Map.copyOf(week);
    exceptions = Map.copyOf(exceptions);
  }

  /// The shifts of one day; empty when nobody works.
  public List<Shift> on(LocalDate day) {
    List<Shift> exception = exceptions.get(day);
    return exception != null ? exception : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  public boolean isWorkday(LocalDate day) {
    return !on(day).isEmpty();
  }
}
