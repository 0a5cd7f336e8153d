package dev.linchpin.planning;

import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/// When and from where somebody asks.
///
/// @param instant of the question
/// @param zone of the organisation: all dates are days there
/// @param viewer zone of the one who asks
/// @param calendar of the organisation
public record AskedAt(Instant instant, ZoneId zone, ZoneId viewer, WorkCalendar calendar) {
  /// A calendar without any working day in so many days has none.
  private static final int SEARCH_DAYS_MAX = 400;

  /// Now, in the organisation's zone.
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(instant, zone);
  }

  public LocalDate today() {
    return now().toLocalDate();
  }

  /// The first working day from this one on.
  public LocalDate workdayFrom(LocalDate day) {
    for (int i = 0; i < SEARCH_DAYS_MAX; i++) {
      if (calendar.isWorkday(day.plusDays(i))) {
        return day.plusDays(i);
      }
    }
    return day;
  }

  /// The last working day up to this one.
  public LocalDate workdayUpTo(LocalDate day) {
    for (int i = 0; i < SEARCH_DAYS_MAX; i++) {
      if (calendar.isWorkday(day.minusDays(i))) {
        return day.minusDays(i);
      }
    }
    return day;
  }

  /// The working day that comes `count` working days after today.
  public LocalDate workdaysAhead(int count) {
    LocalDate day = today();
    for (int i = 0; i < count; i++) {
      day = workdayFrom(day.plusDays(1));
    }
    return day;
  }

  /// How many working days come after `from` up to `to`; 0 when `to` is not later.
  public int workdaysBetween(LocalDate from, LocalDate to) {
    return to.isAfter(from)
        ? (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(calendar::isWorkday).count()
        : 0;
  }

  /// When work can end at the earliest from this moment on: itself within working time, else the
  /// start of the next working day.
  LocalDateTime workableFrom(LocalDateTime moment) {
    LocalDate day = workdayFrom(moment.toLocalDate());
    if (!day.equals(moment.toLocalDate())) {
      return day.atStartOfDay();
    }
    List<Shift> shifts = calendar.on(day);
    if (shifts.isEmpty() || !moment.isAfter(at(day, shifts.getLast().to()))) {
      return moment;
    }
    return workdayFrom(day.plusDays(1)).atStartOfDay();
  }

  /// " (Berlin time)" when the viewer's clock shows something else on that day, else nothing.
  public String zoneNote(LocalDate day) {
    Instant noon = day.atTime(12, 0).atZone(zone).toInstant();
    if (viewer.getRules().getOffset(noon).equals(zone.getRules().getOffset(noon))) {
      return "";
    }
    String id = zone.getId();
    String place =
        id.contains("/")
            ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ')
            : zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return " (" + place + " time)";
  }

  private static LocalDateTime at(LocalDate day, int minute) {
    return day.atStartOfDay().plusMinutes(minute);
  }
}
