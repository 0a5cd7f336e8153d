package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A calendar as numbers: every distinct working day once, as from/to pairs of minutes, and which
/// of them each weekday and each exceptional day is. Shape 0 is a free day.
final class CalendarDays {
  static final char FREE = 0;

  private final WorkCalendar calendar;
  private final List<int[]> shapes = new ArrayList<>();
  private final Map<List<Integer>, Integer> known = new HashMap<>();
  private final int[] week = new int[7];
  private final Map<LocalDate, Integer> exceptions = new HashMap<>();

  CalendarDays(WorkCalendar calendar) {
    this.calendar = calendar;
    shape(List.of());
    for (DayOfWeek weekday : DayOfWeek.values()) {
      week[weekday.ordinal()] = shape(calendar.week().getOrDefault(weekday, List.of()));
    }
    calendar.exceptions().forEach((day, shifts) -> exceptions.put(day, shape(shifts)));
  }

  boolean isOf(WorkCalendar other) {
    return calendar.equals(other);
  }

  int[][] shapes() {
    return shapes.toArray(int[][]::new);
  }

  /// True if there is no minute that is not worked.
  boolean isAroundTheClock() {
    return IntStream.concat(
            Arrays.stream(week), exceptions.values().stream().mapToInt(Integer::intValue))
        .allMatch(it -> Arrays.equals(shapes.get(it), new int[] {0, Axis.DAY}));
  }

  int onWeekday(int weekday) {
    return week[weekday];
  }

  /// Writes the shape of each day from `from` to before `to`.
  void fill(Axis axis, char[] shape, int from, int to) {
    for (int day = from; day < to; day++) {
      shape[day] = (char) week[axis.weekday(day)];
    }
    exceptions.forEach((date, index) -> {
      int day = axis.day(date);
      if (axis.holds(date) && from <= day && day < to) {
        shape[day] = (char) (int) index;
      }
    });
  }

  private int shape(List<Shift> shifts) {
    int[] pairs = merged(shifts);
    return known.computeIfAbsent(
        Arrays.stream(pairs).boxed().toList(),
        _ -> {
          shapes.add(pairs);
          return shapes.size() - 1;
        });
  }

  /// Ascending and apart, whatever order they came in.
  private static int[] merged(List<Shift> shifts) {
    boolean[] worked = new boolean[Axis.DAY + 1];
    for (Shift shift : shifts) {
      Arrays.fill(worked, shift.from(), shift.to(), true);
    }
    int[] pairs = new int[Axis.DAY + 2];
    int size = 0;
    for (int minute = 0; minute <= Axis.DAY; minute++) {
      if (worked[minute] != (size % 2 == 1)) {
        pairs[size++] = minute;
      }
    }
    return Arrays.copyOf(pairs, size);
  }
}
