package dev.linchpin.helpdesk.levels;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A moment as people say it: "14:30", "tomorrow 10:15", "yesterday 16:00", "Mon 10:15", "12 Mar
/// 10:15".
public final class DayTime {
  private static final int WEEKDAY_UNTIL = 6;
  private static final DateTimeFormatter CLOCK = form("HH:mm");
  private static final DateTimeFormatter WEEKDAY = form("EEE HH:mm");
  private static final DateTimeFormatter DAY = form("d MMM HH:mm");
  private static final DateTimeFormatter OTHER_YEAR = form("d MMM yyyy HH:mm");

  private DayTime() {}

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  public static String words(LocalDateTime at, LocalDateTime now) {
    long days = ChronoUnit.DAYS.between(now.toLocalDate(), at.toLocalDate());
    if (days == 0) {
      return at.format(CLOCK);
    }
    if (days == 1) {
      return "tomorrow " + at.format(CLOCK);
    }
    if (days == -1) {
      return "yesterday " + at.format(CLOCK);
    }
    if (days > 1 && days <= WEEKDAY_UNTIL) {
      return at.format(WEEKDAY);
    }
    return at.format(at.getYear() == now.getYear() ? DAY : OTHER_YEAR);
  }
}
