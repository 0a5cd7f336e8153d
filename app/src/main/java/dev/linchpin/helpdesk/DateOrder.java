package dev.linchpin.helpdesk;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// In which order a file writes day, month and year. Separators, seconds, am and pm, month names
/// and offsets are read in any case.
public enum DateOrder {
  YEAR_MONTH_DAY("year, month, day", "2026-03-31 16:59"),
  DAY_MONTH_YEAR("day, month, year", "31/3/2026 16:59"),
  MONTH_DAY_YEAR("month, day, year", "3/31/2026 4:59 PM");

  private static final int LENGTH_MAX = 60;
  private static final int YEAR_MIN = 1970;
  private static final int YEAR_MAX = 2200;
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{1,4})[-/. ]{1,2}(\\d{1,2}|\\p{L}{3,9}\\.?)[-/. ]{1,2}(\\d{1,4})"
              + "(?:(?:,? +|T)(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?"
              + " ?([AaPp]\\.?[Mm]\\.?)?"
              + " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?");
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("jan", "ene", "gen"),
          List.of("feb", "fév"),
          List.of("mar", "mär", "mrz"),
          List.of("apr", "abr", "avr"),
          List.of("may", "mai", "mag"),
          List.of("jun", "juin", "giu"),
          List.of("jul", "juil", "lug"),
          List.of("aug", "ago", "aoû"),
          List.of("sep", "set"),
          List.of("oct", "okt", "ott"),
          List.of("nov"),
          List.of("dec", "dez", "dic", "déc"));

  private final String words;
  private final String example;

  DateOrder(String words, String example) {
    this.words = words;
    this.example = example;
  }

  public String words() {
    return words;
  }

  public String example() {
    return example;
  }

  /// The wall-clock time that is written, or null where it is not a date in this order.
  ///
  /// @param zone where times with an offset are moved to; null leaves them as written
  @Nullable LocalDateTime read(String text, @Nullable ZoneId zone) {
    if (text.length() > LENGTH_MAX) {
      return null;
    }
    Matcher parts = SHAPE.matcher(text.strip());
    if (!parts.matches()) {
      return null;
    }
    try {
      LocalDateTime written = written(parts);
      boolean known = written.getYear() >= YEAR_MIN && written.getYear() <= YEAR_MAX;
      return known ? moved(written, parts.group(8), zone) : null;
    } catch (DateTimeException | NumberFormatException notADate) {
      return null;
    }
  }

  private LocalDateTime written(Matcher parts) {
    int[] ymd = yearMonthDay(parts.group(1), parts.group(2), parts.group(3));
    int hour = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
    int minute = parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5));
    int second = parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6));
    String half = parts.group(7);
    if (half != null) {
      boolean afternoon = Character.toLowerCase(half.charAt(0)) == 'p';
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    return LocalDateTime.of(ymd[0], ymd[1], ymd[2], hour, minute, second);
  }

  private int[] yearMonthDay(String first, String second, String third) {
    boolean yearFirst = first.length() == 4;
    if (!Character.isDigit(second.charAt(0))) {
      int month = month(second);
      return yearFirst
          ? new int[] {year(first), month, Integer.parseInt(third)}
          : new int[] {year(third), month, Integer.parseInt(first)};
    }
    if (yearFirst != (this == YEAR_MONTH_DAY)) {
      throw new DateTimeException("another order");
    }
    int a = Integer.parseInt(first);
    int b = Integer.parseInt(second);
    return switch (this) {
      case YEAR_MONTH_DAY -> new int[] {a, b, Integer.parseInt(third)};
      case DAY_MONTH_YEAR -> new int[] {year(third), b, a};
      case MONTH_DAY_YEAR -> new int[] {year(third), a, b};
    };
  }

  private static int year(String text) {
    int year = Integer.parseInt(text);
    if (text.length() != 2 && text.length() != 4) {
      throw new DateTimeException("not a year");
    }
    return text.length() == 2 ? 2000 + year : year;
  }

  private static int month(String name) {
    String start = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).stream().anyMatch(start::startsWith)) {
        return i + 1;
      }
    }
    throw new DateTimeException("not a month");
  }

  private static LocalDateTime moved(
      LocalDateTime written, @Nullable String offset, @Nullable ZoneId zone) {
    if (offset == null || zone == null) {
      return written;
    }
    boolean utc = Character.isLetter(offset.charAt(0));
    ZoneOffset from = utc ? ZoneOffset.UTC : ZoneOffset.of(offset);
    return OffsetDateTime.of(written, from).atZoneSameInstant(zone).toLocalDateTime();
  }
}
