package dev.linchpin.directory;

import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Shift;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One person's days: working hours, minus what the site and the organisation keep free, minus
/// leave. All times local to the site.
///
/// @param off days off by name: public holidays and the organisation's
/// @param worked days the organisation works although its calendar is free
record PersonDays(
    ZoneId zone,
    Week week,
    Map<LocalDate, String> off,
    List<LocalDate> worked,
    List<DayRange> leave) {
  /// A break up to this long does not end the day.
  private static final int BREAK_MINUTES_MAX = 90;

  /// The shifts without a look at leave.
  List<Shift> planned(LocalDate day) {
    if (worked.contains(day)) {
      List<Shift> usual = week.on(day.getDayOfWeek());
      return usual.isEmpty() ? week.usual() : usual;
    }
    return off.containsKey(day) ? List.of() : week.on(day.getDayOfWeek());
  }

  List<Shift> on(LocalDate day) {
    return isLeave(day) ? List.of() : planned(day);
  }

  Presence at(LocalDateTime now) {
    LocalDate today = now.toLocalDate();
    int minute = now.getHour() * 60 + now.getMinute();
    List<Shift> shifts = on(today);
    for (Shift shift : shifts) {
      if (minute < shift.from()) {
        return new Presence.Later(time(today, shift.from()));
      }
      if (minute < shift.to()) {
        return new Presence.In(end(today, shift), today);
      }
    }
    LocalDateTime next = next(today);
    LocalDate lastLeave = lastLeave(today, next);
    if (lastLeave != null) {
      return new Presence.Away(lastLeave, next);
    }
    return planned(today).isEmpty()
        ? new Presence.NotToday(reason(today), next)
        : new Presence.Gone(next, today);
  }

  private boolean isLeave(LocalDate day) {
    return leave.stream().anyMatch(range -> range.contains(day));
  }

  private LocalDateTime end(LocalDate today, Shift in) {
    Shift last = in;
    for (Shift shift : on(today)) {
      if (shift.from() >= last.to() && shift.from() - last.to() <= BREAK_MINUTES_MAX) {
        last = shift;
      }
    }
    if (last.to() < Shift.MINUTES_PER_DAY) {
      return time(today, last.to());
    }
    List<Shift> tomorrow = on(today.plusDays(1));
    return !tomorrow.isEmpty() && tomorrow.getFirst().from() == 0
        ? time(today.plusDays(1), tomorrow.getFirst().to())
        : time(today, last.to());
  }

  private @Nullable LocalDateTime next(LocalDate today) {
    for (int ahead = 1; ahead <= Presence.DAYS_AHEAD_MAX; ahead++) {
      List<Shift> shifts = on(today.plusDays(ahead));
      if (!shifts.isEmpty()) {
        return time(today.plusDays(ahead), shifts.getFirst().from());
      }
    }
    return null;
  }

  /// The last day of leave from today until work begins again; null when leave is not the reason.
  private @Nullable LocalDate lastLeave(LocalDate today, @Nullable LocalDateTime next) {
    LocalDate end =
        next == null ? today.plusDays(Presence.DAYS_AHEAD_MAX + 1L) : next.toLocalDate();
    return leave.stream()
        .filter(range -> range.first().isBefore(end) && !range.last().isBefore(today))
        .map(DayRange::last)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private String reason(LocalDate day) {
    String name = off.get(day);
    return name != null ? name : day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static LocalDateTime time(LocalDate day, int minute) {
    return day.atStartOfDay().plusMinutes(minute);
  }
}
