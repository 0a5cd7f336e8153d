package dev.linchpin.directory.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers and days in words.
final class Say {
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter WITH_YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter WITH_WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

  private Say() {}

  static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /// Like "12 Mar", with the year when it is not this one.
  static String day(LocalDate day, LocalDate today) {
    return (day.getYear() == today.getYear() ? SHORT : WITH_YEAR).format(day);
  }

  /// Like "Friday 12 March 2027".
  static String fullDay(LocalDate day) {
    return WITH_WEEKDAY.format(day);
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
