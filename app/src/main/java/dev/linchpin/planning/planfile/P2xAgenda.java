package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.Shift;
import dev.linchpin.planning.planfile.PlanFile.Calendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/// The working time of a ProTrack plan: whole hours of the day, weekdays from Monday as 0,
/// holidays.
final class P2xAgenda {
  static final String ID = "agenda";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("ddMMyyyyHHmm");
  private static final int FIRST_YEAR = 1900;
  private static final int SEARCHED_DAYS = 36_525;

  private final List<Shift> day;
  private final Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
  private final Map<LocalDate, List<Shift>> exceptions = new TreeMap<>();

  P2xAgenda(Element agenda) {
    day = shifts(values(agenda, "NonWorkingHours", "Hour"));
    Set<String> free = values(agenda, "NonWorkingDays", "Day");
    for (DayOfWeek weekday : DayOfWeek.values()) {
      if (!free.contains(String.valueOf(weekday.ordinal()))) {
        week.put(weekday, day);
      }
    }
    for (String holiday : values(agenda, "Holidays", "Holiday")) {
      time(holiday).ifPresent(at -> exceptions.put(at.toLocalDate(), List.of()));
    }
  }

  Calendar calendar() {
    return new Calendar(ID, "Agenda", week, exceptions);
  }

  /// A point in time; none where ProTrack writes 1 January of year 1000, or nothing.
  static Optional<LocalDateTime> time(String text) {
    try {
      LocalDateTime time = LocalDateTime.parse(text, TIME);
      return time.getYear() < FIRST_YEAR ? Optional.empty() : Optional.of(time);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// When work of that length ends that begins then.
  LocalDateTime finish(LocalDateTime start, Duration working) {
    long left = working.toMinutes();
    LocalDateTime end = start;
    for (int i = 0; left > 0 && i < SEARCHED_DAYS; i++) {
      LocalDate today = start.toLocalDate().plusDays(i);
      for (Shift shift : on(today)) {
        LocalDateTime from = today.atStartOfDay().plusMinutes(shift.from());
        LocalDateTime begin = from.isAfter(start) ? from : start;
        LocalDateTime to = today.atStartOfDay().plusMinutes(shift.to());
        long minutes = Math.min(left, Math.max(0, Duration.between(begin, to).toMinutes()));
        if (minutes > 0) {
          left -= minutes;
          end = begin.plusMinutes(minutes);
        }
      }
    }
    return end;
  }

  /// The first working minute at or after that point, so much working time later.
  LocalDateTime start(LocalDateTime from, Duration later) {
    return finish(from, later.plusMinutes(1)).minusMinutes(1);
  }

  private List<Shift> on(LocalDate date) {
    return exceptions.getOrDefault(date, week.getOrDefault(date.getDayOfWeek(), List.of()));
  }

  private static Set<String> values(Element agenda, String list, String name) {
    return Xml.all(agenda, list, name).stream()
        .map(element -> element.getTextContent().strip())
        .collect(Collectors.toSet());
  }

  private static List<Shift> shifts(Set<String> freeHours) {
    var shifts = new ArrayList<Shift>();
    int from = -1;
    for (int hour = 0; hour <= 24; hour++) {
      boolean works = hour < 24 && !freeHours.contains(String.valueOf(hour));
      if (works && from < 0) {
        from = hour;
      } else if (!works && from >= 0) {
        shifts.add(new Shift(from * 60, hour * 60));
        from = -1;
      }
    }
    return shifts;
  }
}
