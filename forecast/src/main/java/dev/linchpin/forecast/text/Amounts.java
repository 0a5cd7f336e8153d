package dev.linchpin.forecast.text;

import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Shift;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations, dates and times as words. A day is 8 hours of working time, or 24 of elapsed time.
final class Amounts {
  private static final Pattern DURATION = Pattern.compile("([+-]?)(\\d{1,9})([mhdw])");
  private static final Pattern MONEY = Pattern.compile("-?\\d{1,16}(\\.\\d{1,2})?");
  private static final int WORKDAY_HOURS = 8;
  private static final int WORKWEEK_DAYS = 5;

  private Amounts() {}

  static Duration duration(String word, boolean elapsed) {
    Matcher parts = DURATION.matcher(word);
    if (!parts.matches()) {
      if (word.startsWith("PT")) {
        return Duration.parse(word);
      }
      throw new IllegalArgumentException(
          "\"" + word + "\" is no duration. Write 30m, 4h, 3d or 2w.");
    }
    long count = Long.parseLong(parts.group(2));
    Duration day = Duration.ofHours(elapsed ? 24 : WORKDAY_HOURS);
    Duration time =
        switch (parts.group(3)) {
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          case "d" -> day.multipliedBy(count);
          default -> day.multipliedBy(count * (elapsed ? 7 : WORKWEEK_DAYS));
        };
    return parts.group(1).equals("-") ? time.negated() : time;
  }

  static String word(Duration time, boolean elapsed) {
    long minutes = time.toMinutes();
    long day = 60L * (elapsed ? 24 : WORKDAY_HOURS);
    if (!Duration.ofMinutes(minutes).equals(time) || Math.abs(minutes) > 999_999_999) {
      return time.toString();
    }
    if (minutes % day == 0) {
      return minutes / day + "d";
    }
    return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
  }

  static Estimate estimate(String word, boolean elapsed) {
    String[] points = word.split("/", -1);
    return switch (points.length) {
      case 1 -> new Estimate.Single(duration(word, elapsed));
      case 3 ->
          new Estimate.ThreePoint(
              duration(points[0], elapsed),
              duration(points[1], elapsed),
              duration(points[2], elapsed));
      default ->
          throw new IllegalArgumentException(
              "\"" + word + "\" is no estimate. Write one duration or three: 2d/3d/8d.");
    };
  }

  static String word(Estimate estimate, boolean elapsed) {
    return switch (estimate) {
      case Estimate.Single it -> word(it.likely(), elapsed);
      case Estimate.ThreePoint it ->
          word(it.optimistic(), elapsed)
              + "/"
              + word(it.likely(), elapsed)
              + "/"
              + word(it.pessimistic(), elapsed);
    };
  }

  /// A day, meaning its first minute, or a time.
  static LocalDateTime time(String word) {
    return word.contains("T") ? LocalDateTime.parse(word) : LocalDate.parse(word).atStartOfDay();
  }

  static String word(LocalDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toString();
  }

  /// A share: 50% or 0.5. Less than nothing of nothing is nothing: -0% is 0%.
  static double share(String word) {
    double share =
        word.endsWith("%")
            ? Double.parseDouble(word.substring(0, word.length() - 1)) / 100
            : Double.parseDouble(word);
    return share + 0.0;
  }

  static String share(double share) {
    long percent = Math.round(share * 100);
    return percent / 100.0 == share ? percent + "%" : String.valueOf(share);
  }

  /// An amount of money in hundredths: 1200 or 90.50. Nothing else: of 1e999999999 the digits alone
  /// would take days.
  static long money(String word) {
    if (!MONEY.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "\"" + word + "\" is no amount of money. Write 1200 or 90.50.");
    }
    return new BigDecimal(word).movePointRight(2).longValueExact();
  }

  static String money(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
  }

  static String[] range(String word) {
    int dots = word.indexOf("..");
    return dots < 0
        ? new String[] {word, word}
        : new String[] {word.substring(0, dots), word.substring(dots + 2)};
  }

  static DayRange days(String word) {
    String[] ends = range(word);
    return new DayRange(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
  }

  static String word(DayRange days) {
    return days.first().equals(days.last())
        ? days.first().toString()
        : days.first() + ".." + days.last();
  }

  static Shift shift(String word) {
    String[] ends = word.split("-", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("\"" + word + "\" is no shift. Write 08:00-12:00.");
    }
    return new Shift(minute(ends[0]), minute(ends[1]));
  }

  static String word(Shift shift) {
    return clock(shift.from()) + "-" + clock(shift.to());
  }

  /// A time of day; 24:00 is its end.
  static int minute(String word) {
    return word.equals("24:00")
        ? Shift.MINUTES_PER_DAY
        : LocalTime.parse(word).toSecondOfDay() / 60;
  }

  static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }
}
