package dev.linchpin.web.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and moments as all pages write them. A date that was forecast is said by the answer card's
/// words instead.
public final class Dates {
  private static final DateTimeFormatter SHORT = format("d MMM");
  private static final DateTimeFormatter WITH_YEAR = format("d MMM yyyy");
  private static final DateTimeFormatter WITH_WEEKDAY = format("EEEE d MMMM yyyy");
  private static final DateTimeFormatter MOMENT = format("d MMM yyyy, HH:mm");
  private static final DateTimeFormatter FULL = format("d MMMM yyyy, HH:mm");
  private static final DateTimeFormatter CLOCK = format("HH:mm");

  private Dates() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /// Like "12 Mar 2027".
  public static String day(LocalDate day) {
    return WITH_YEAR.format(day);
  }

  /// Like "12 Mar", with the year when it is not this one.
  public static String day(LocalDate day, LocalDate today) {
    return (day.getYear() == today.getYear() ? SHORT : WITH_YEAR).format(day);
  }

  /// Like "12 Mar", for an axis that says the year elsewhere.
  public static String shortDay(LocalDate day) {
    return SHORT.format(day);
  }

  /// Like "Friday 12 March 2027".
  public static String fullDay(LocalDate day) {
    return WITH_WEEKDAY.format(day);
  }

  /// Like "09:12".
  public static String clock(LocalDateTime at) {
    return CLOCK.format(at);
  }

  /// Like "12 Mar 2027, 09:12".
  public static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  /// Like "12 March 2027, 09:12": for what is read much later.
  public static String full(LocalDateTime at) {
    return FULL.format(at);
  }
}
