package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The work clocks of a plan's calendars and people.
final class Clocks {
  private static final int[] NOTHING_TAKEN = new int[7];

  private final Axis axis;
  private final Ids<CalendarId, WorkCalendar> calendars;
  private final List<CalendarDays> days;
  private final List<WorkClock> clocks;
  private final CalendarDays usualDays = new CalendarDays(usual());
  private final WorkClock usualClock;
  private final Map<CalendarId, List<String>> unknown = new LinkedHashMap<>();

  Clocks(Axis axis, Plan plan, Findings findings) {
    this.axis = axis;
    this.calendars = new Ids<>(plan.calendars(), WorkCalendar::id).report(findings, "calendars");
    this.days = calendars.things().stream().map(CalendarDays::new).toList();
    this.clocks =
        days.stream().map(it -> new WorkClock(axis, it, List.of(), NOTHING_TAKEN)).toList();
    this.usualClock = new WorkClock(axis, usualDays, List.of(), NOTHING_TAKEN);
  }

  /// The clock of a calendar; of the usual week if nobody knows it, which is noted for `user`.
  WorkClock of(CalendarId id, String user) {
    int number = known(id, user);
    return number < 0 ? usualClock : clocks.get(number);
  }

  /// The clock of a person, leave taken out.
  WorkClock of(Person person) {
    WorkClock calendar = of(person.calendar(), person.name());
    return person.away().isEmpty() ? calendar : own(person, NOTHING_TAKEN);
  }

  /// The clock of a person, leave and mean interruptions taken out.
  WorkClock lessInterruptions(Person person, WorkClock whole, Interruptions.@Nullable Load load) {
    return load == null ? whole : own(person, minutesByWeekday(load));
  }

  static int[] minutesByWeekday(Interruptions.Load load) {
    return load.byWeekday().stream()
        .mapToInt(taken -> Math.clamp(LinkBuilder.minutes(taken), 0, Axis.DAY))
        .toArray();
  }

  void report(Findings findings) {
    unknown.forEach((id, users) ->
        findings.add(
            Finding.Code.UNKNOWN_CALENDAR,
            List.of(),
            "The plan has no calendar %s, which %s name. They are planned from Monday to"
                + " Friday, 8 to 12 and 13 to 17. Add the calendar or name another.",
            id,
            Findings.names(users)));
  }

  private WorkClock own(Person person, int[] taken) {
    int number = known(person.calendar(), person.name());
    List<int[]> away = new ArrayList<>();
    for (DayRange range : person.away()) {
      LocalDate last = range.last();
      if (axis.holds(range.first()) || axis.holds(last) || spansAxis(range)) {
        int end = axis.holds(last) ? axis.day(last) : axis.days();
        away.add(new int[] {axis.day(range.first()), end});
      }
    }
    return new WorkClock(axis, number < 0 ? usualDays : days.get(number), away, taken);
  }

  private boolean spansAxis(DayRange range) {
    return axis.day(range.first()) == 0 && axis.day(range.last()) == axis.days();
  }

  private int known(CalendarId id, String user) {
    int number = calendars.number(id);
    if (number < 0) {
      List<String> users = unknown.computeIfAbsent(id, _ -> new ArrayList<>());
      if (!users.contains(user)) {
        users.add(user);
      }
    }
    return number;
  }

  private static WorkCalendar usual() {
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      if (weekday.getValue() <= DayOfWeek.FRIDAY.getValue()) {
        week.put(weekday, List.of(new Shift(480, 720), new Shift(780, 1_020)));
      }
    }
    return new WorkCalendar(new CalendarId("usual"), week, Map.of());
  }
}
