package dev.linchpin.planning;

import dev.linchpin.directory.Crew;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The working time that people had for something, less what tickets take from them on such days.
final class TimeHad {
  private final Map<String, Person> people = new HashMap<>();
  private final Map<CalendarId, WorkCalendar> calendars = new HashMap<>();
  private final WorkCalendar usual;
  private final Interruptions interruptions;

  TimeHad(Crew crew, WorkCalendar usual, Interruptions interruptions) {
    crew.people().forEach(person -> people.put(person.id().value(), person));
    crew.calendars().forEach(calendar -> calendars.put(calendar.id(), calendar));
    this.usual = usual;
    this.interruptions = interruptions;
  }

  /// Minutes between two moments.
  ///
  /// @param who directory id as text; null, or one nobody knows: the usual working time
  double minutes(@Nullable String who, LocalDateTime from, LocalDateTime to) {
    return byDay(who, from, to).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /// The same on each day.
  Map<LocalDate, Double> byDay(@Nullable String who, LocalDateTime from, LocalDateTime to) {
    Person person = who == null ? null : people.get(who);
    WorkCalendar calendar =
        person == null ? usual : Objects.requireNonNull(calendars.get(person.calendar()));
    Load load = person == null ? null : interruptions.loads().get(person.id());
    var minutes = new TreeMap<LocalDate, Double>();
    for (LocalDate day = from.toLocalDate();
        !day.isAfter(to.toLocalDate());
        day = day.plusDays(1)) {
      if (person == null || !isAway(person, day)) {
        minutes.put(day, minutes(day, from, to, calendar.on(day), load));
      }
    }
    return minutes;
  }

  /// Of a day of which only a part lies between, tickets take only that part.
  private static double minutes(
      LocalDate day,
      LocalDateTime start,
      LocalDateTime end,
      List<Shift> shifts,
      @Nullable Load load) {
    long from = Math.max(0, Duration.between(day.atStartOfDay(), start).toMinutes());
    long to =
        Math.min(Shift.MINUTES_PER_DAY, Duration.between(day.atStartOfDay(), end).toMinutes());
    double whole = 0;
    double part = 0;
    for (Shift shift : shifts) {
      whole += shift.minutes();
      part += Math.max(0, Math.min(to, shift.to()) - Math.max(from, shift.from()));
    }
    double tickets =
        load == null ? 0 : load.byWeekday().get(day.getDayOfWeek().ordinal()).toMinutes();
    return whole == 0 ? 0 : part * Math.max(0, 1 - tickets / whole);
  }

  private static boolean isAway(Person person, LocalDate day) {
    return person.away().stream().anyMatch(range -> range.contains(day));
  }
}
