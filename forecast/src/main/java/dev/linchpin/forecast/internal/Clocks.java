package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The work clocks of a plan's calendars and people.
final class Clocks {
  private static final CalendarDays USUAL = new CalendarDays(usual());

  private final Kept kept;
  private final Ids<CalendarId, WorkCalendar> calendars;
  private final List<CalendarDays> days;
  private final WorkClock[] clocks;
  private final Map<CalendarId, List<String>> unknown = new LinkedHashMap<>();

  Clocks(Kept kept, Plan plan, Findings findings) {
    this.kept = kept;
    this.calendars = new Ids<>(plan.calendars(), WorkCalendar::id).report(findings, "calendars");
    this.days = calendars.things().stream().map(kept::days).toList();
    this.clocks =
        days.stream().map(it -> kept.clock(it, List.of(), List.of())).toArray(WorkClock[]::new);
  }

  /// The clock of a calendar; of the usual week if nobody knows it, which is noted for `user`.
  WorkClock of(CalendarId id, String user) {
    int number = known(id, user);
    return number < 0 ? kept.clock(USUAL, List.of(), List.of()) : clocks[number];
  }

  /// The clock of a person, leave taken out.
  WorkClock of(Person person) {
    return own(person, List.of());
  }

  /// The clock of a person, leave and mean interruptions taken out.
  WorkClock lessInterruptions(Person person, WorkClock whole, Interruptions.@Nullable Load load) {
    return load == null ? whole : own(person, load.byWeekday());
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

  private WorkClock own(Person person, List<Duration> taken) {
    int number = known(person.calendar(), person.name());
    return kept.clock(number < 0 ? USUAL : days.get(number), person.away(), taken);
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
