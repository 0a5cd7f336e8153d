package dev.linchpin.helpdesk;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Working time as people and tools write it: "90", "1:30", "1h 30m", "1,5 hours", "PT1H30M". A day
/// is eight hours and a week five days, as time trackers mean them.
final class DurationText {
  private static final int LENGTH_MAX = 60;
  private static final double HOURS_MAX = 10_000;
  private static final int HOURS_PER_DAY = 8;
  private static final int DAYS_PER_WEEK = 5;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:[.,]\\d{1,9})?");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,5}):(\\d{2})(?::(\\d{2}))?");
  private static final Pattern PART =
      Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,9})?)\\s*(\\p{L}+)\\.?[\\s,]*");

  private DurationText() {}

  /// @param unit what a plain number counts
  /// @return null where it is not a length of time, is negative or longer than 10,000 hours
  static @Nullable Duration read(String text, ColumnMapping.TimeUnit unit) {
    String words = text.strip().toLowerCase(Locale.ROOT);
    if (words.isEmpty() || words.length() > LENGTH_MAX) {
      return null;
    }
    double seconds = seconds(words, unit);
    boolean known = seconds >= 0 && seconds <= HOURS_MAX * 3_600;
    return known ? Duration.ofSeconds(Math.round(seconds)) : null;
  }

  private static double seconds(String words, ColumnMapping.TimeUnit unit) {
    if (NUMBER.matcher(words).matches()) {
      return number(words) * unit.seconds();
    }
    Matcher clock = CLOCK.matcher(words);
    if (clock.matches()) {
      double rest = clock.group(3) == null ? 0 : number(clock.group(3));
      return number(clock.group(1)) * 3_600 + number(clock.group(2)) * 60 + rest;
    }
    String parts = words.startsWith("p") ? words.substring(1).replace("t", "") : words;
    return sum(PART.matcher(parts));
  }

  private static double sum(Matcher part) {
    double seconds = 0;
    int end = 0;
    while (part.lookingAt()) {
      double of = secondsOf(part.group(2));
      if (of < 0) {
        return -1;
      }
      seconds += number(part.group(1)) * of;
      end = part.end();
      part.region(end, part.regionEnd());
    }
    return end > 0 && part.regionStart() == part.regionEnd() ? seconds : -1;
  }

  private static double secondsOf(String unit) {
    return switch (unit) {
      case "s", "sec", "secs", "second", "seconds", "sekunden" -> 1;
      case "m", "min", "mins", "minute", "minutes", "minuten" -> 60;
      case "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden" -> 3_600;
      case "d", "day", "days", "tag", "tage" -> 3_600.0 * HOURS_PER_DAY;
      case "w", "week", "weeks", "woche", "wochen" -> 3_600.0 * HOURS_PER_DAY * DAYS_PER_WEEK;
      default -> -1;
    };
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replace(',', '.'));
  }
}
