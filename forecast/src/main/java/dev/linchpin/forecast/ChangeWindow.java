package dev.linchpin.forecast;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;

/// When changes may be made. A task within a window is done from its first to its last minute while
/// the window is open; only splittable work may go on in the next one.
///
/// @param week stretches that are open every week
/// @param dates stretches that are open once. A window without any of both is always open, so it
///   only says when not: a department's blackout dates, for instance
/// @param freezes days on which it stays shut, whatever else it says
/// @param lead how long before its start a change has to be asked for, day and night: whatever has
///   not begun does not start earlier than this after now
/// @param outOfHours true: people come for it by appointment, whatever their calendar says, unless
///   they are away, and its time passes as it is. False: they work in it as their calendar says
public record ChangeWindow(
    WindowId id,
    String name,
    List<Weekly> week,
    List<TimeRange> dates,
    List<Freeze> freezes,
    Duration lead,
    boolean outOfHours) {
  public ChangeWindow {
    week = List.copyOf(week);
    dates = List.copyOf(dates);
    freezes = List.copyOf(freezes);
    Checks.require(!lead.isNegative(), "A lead time is not negative: %s.", lead);
  }

  /// True if nothing but its freezes shuts it.
  public boolean isUsuallyOpen() {
    return week.isEmpty() && dates.isEmpty();
  }

  /// From a minute of one weekday to a minute of the same or a later one, at most a week on; from
  /// and to alike are the whole week.
  ///
  /// @param fromMinute minutes after midnight, 0 to 1,439
  /// @param toMinute minutes after midnight, 0 to 1,440; not open any more
  public record Weekly(DayOfWeek from, int fromMinute, DayOfWeek to, int toMinute) {
    public Weekly {
      Checks.require(
          0 <= fromMinute && fromMinute < Shift.MINUTES_PER_DAY,
          "A day has minutes 0 to 1,439, not %d.",
          fromMinute);
      Checks.require(
          0 <= toMinute && toMinute <= Shift.MINUTES_PER_DAY,
          "A day has minutes 0 to 1,440, not %d.",
          toMinute);
    }
  }

  /// Days on which nothing may be changed, and what they are called.
  public record Freeze(String name, DayRange days) {}
}
