package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.WorkCalendar;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * What takes long to lay out and seldom changes: clocks and openings. A plan that is prepared again
 * after an edit finds them by what they are made of, so nothing has to say what the edit was. Only
 * what the last plan used is kept; what a plan does not use any more is forgotten.
 */
final class Kept {
  /// What a clock is made of.
  private record Made(CalendarDays days, List<DayRange> away, List<Duration> taken) {}

  private final Axis axis;
  private @Nullable Kept before;
  private final Map<CalendarId, CalendarDays> days = new HashMap<>();
  private final Map<Made, WorkClock> clocks = new HashMap<>();
  private final Map<List<ChangeWindow>, Openings> openings = new HashMap<>();

  /// @param before what was kept of the plan as it was, if there was one
  Kept(Axis axis, @Nullable Kept before) {
    this.axis = axis;
    this.before = before != null && before.axis.equals(axis) ? before : null;
  }

  Axis axis() {
    return axis;
  }

  /// Forgets the plan before; call it when this one is prepared.
  void forgetBefore() {
    before = null;
  }

  CalendarDays days(WorkCalendar calendar) {
    return days.computeIfAbsent(
        calendar.id(),
        id -> {
          CalendarDays old = before == null ? null : before.days.get(id);
          return old != null && old.isOf(calendar) ? old : new CalendarDays(calendar);
        });
  }

  /// @param taken by interruptions, from Monday to Sunday; empty for nothing
  WorkClock clock(CalendarDays days, List<DayRange> away, List<Duration> taken) {
    return clocks.computeIfAbsent(
        new Made(days, away, taken),
        made -> {
          WorkClock old = before == null ? null : before.clocks.get(made);
          return old != null ? old : new WorkClock(axis, days, away, minutes(taken));
        });
  }

  Openings openings(List<ChangeWindow> windows) {
    return openings.computeIfAbsent(
        windows,
        _ -> {
          Openings old = before == null ? null : before.openings.get(windows);
          return old != null ? old : new Openings(axis, windows);
        });
  }

  /// Minutes taken of each weekday.
  static int[] minutes(List<Duration> taken) {
    return taken.isEmpty()
        ? new int[7]
        : taken.stream().mapToInt(it -> Math.clamp(LinkBuilder.minutes(it), 0, Axis.DAY)).toArray();
  }
}
