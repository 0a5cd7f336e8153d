package dev.linchpin.forecast.validate;

import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// Somebody's working time, day by day.
///
/// @param taken what interruptions take on Monday to Sunday, spread evenly over the day; may be
///   empty
record WorkHours(WorkCalendar calendar, List<DayRange> away, List<Duration> taken) {
  private static final int FAR_DAYS = 40_000;

  /// Working minutes from a time to a time, interruptions taken out.
  double minutes(LocalDateTime from, LocalDateTime to) {
    double minutes = 0;
    for (LocalDate day = from.toLocalDate();
        !day.isAfter(to.toLocalDate());
        day = day.plusDays(1)) {
      minutes += gross(day, from, to) * left(day);
    }
    return minutes;
  }

  /// True if a minute of working time lies between the two.
  boolean anyBetween(LocalDateTime from, LocalDateTime to) {
    for (LocalDate day = from.toLocalDate();
        !day.isAfter(to.toLocalDate());
        day = day.plusDays(1)) {
      if (gross(day, from, to) > 0 && left(day) > 0) {
        return true;
      }
    }
    return false;
  }

  boolean isAway(LocalDateTime from, LocalDateTime to) {
    return away.stream()
        .anyMatch(range ->
            range.first().atStartOfDay().isBefore(to)
                && range.last().plusDays(1).atStartOfDay().isAfter(from));
  }

  /// The first working minute from a time on; far away if there is none.
  LocalDateTime next(LocalDateTime from) {
    LocalDate day = from.toLocalDate();
    for (int i = 0; i < FAR_DAYS; i++, day = day.plusDays(1)) {
      LocalDate today = day;
      var first =
          shifts(day).stream()
              .filter(_ -> left(today) > 0)
              .map(shift -> later(from, at(today, shift.from())))
              .filter(at -> shifts(today).stream().anyMatch(shift -> holds(today, shift, at)))
              .min(LocalDateTime::compareTo);
      if (first.isPresent()) {
        return first.get();
      }
    }
    return LocalDateTime.MAX;
  }

  private static boolean holds(LocalDate day, Shift shift, LocalDateTime at) {
    return !at.isBefore(at(day, shift.from())) && at.isBefore(at(day, shift.to()));
  }

  private double left(LocalDate day) {
    int whole = shifts(day).stream().mapToInt(Shift::minutes).sum();
    long lost = taken.isEmpty() ? 0 : taken.get(day.getDayOfWeek().ordinal()).toMinutes();
    return whole == 0 ? 0 : Math.max(0, whole - lost) / (double) whole;
  }

  private long gross(LocalDate day, LocalDateTime from, LocalDateTime to) {
    long minutes = 0;
    for (Shift shift : shifts(day)) {
      LocalDateTime first = later(from, at(day, shift.from()));
      LocalDateTime last = at(day, shift.to()).isBefore(to) ? at(day, shift.to()) : to;
      minutes += Math.max(0, Duration.between(first, last).toMinutes());
    }
    return minutes;
  }

  private List<Shift> shifts(LocalDate day) {
    return away.stream().anyMatch(range -> range.contains(day)) ? List.of() : calendar.on(day);
  }

  private static LocalDateTime at(LocalDate day, int minute) {
    return day.atStartOfDay().plusMinutes(minute);
  }

  private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
    return a.isAfter(b) ? a : b;
  }
}
