package dev.linchpin.planning.planfile;

import dev.linchpin.planning.planfile.PlanFile.Amount;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of time and dates as people write them in tables.
///
/// A day is 8 hours, a week 5 days, a month 20 days; elapsed ones (`3ed`) are as on the clock.
final class CsvValues {
  private static final Pattern AMOUNT =
      Pattern.compile("([+-]?\\s*\\d{1,7}(?:[.,]\\d{1,6})?)\\s*(\\p{L}*)\\.?\\s*(\\p{L}*)\\s*\\??");
  private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,10}\\.?,?\\s+");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,4})([-./])(\\d{1,2})\\2(\\d{1,4})(?:[T ]+(\\d{1,2}):(\\d{2})(?::\\d{2})?)?");
  private static final int MINUTES_PER_DAY = 480;

  /// Minutes of working time, and minutes on the clock.
  private record Unit(int working, int elapsed) {}

  private static final Map<String, Unit> UNITS = units();

  private CsvValues() {}

  /// A length of time such as `3d`, `4 hours`, `1,5 Wochen`, `2ed`; a bare number counts days.
  static Optional<Amount> amount(String text) {
    Matcher match = AMOUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return Optional.empty();
    }
    String first = match.group(2);
    boolean elapsed = first.startsWith("e") || !match.group(3).isEmpty();
    String word = match.group(3).isEmpty() ? first.replaceFirst("^e", "") : match.group(3);
    Unit unit = UNITS.get(word.isEmpty() ? "d" : word);
    if (unit == null) {
      return Optional.empty();
    }
    double number = Double.parseDouble(match.group(1).replace(',', '.').replace(" ", ""));
    long minutes = Math.round(number * (elapsed ? unit.elapsed() : unit.working()));
    return Optional.of(new Amount(Duration.ofMinutes(minutes), elapsed, text.strip()));
  }

  /// A point in time; ISO, or day before month with dots or slashes unless `monthFirst`.
  static Optional<LocalDateTime> date(String text, boolean monthFirst, LocalTime usual) {
    Matcher match = DATE.matcher(WEEKDAY.matcher(text.strip()).replaceFirst(""));
    if (!match.matches()) {
      return Optional.empty();
    }
    int one = Integer.parseInt(match.group(1));
    int two = Integer.parseInt(match.group(3));
    int three = Integer.parseInt(match.group(4));
    boolean months = monthFirst && match.group(2).equals("/");
    try {
      LocalDate day =
          match.group(1).length() == 4
              ? LocalDate.of(one, two, three)
              : LocalDate.of(year(three), months ? one : two, months ? two : one);
      return Optional.of(day.atTime(time(match, usual)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Which of the two ways a date with slashes can be read: the month first, the day first, or
  /// both.
  static boolean canBeMonthFirst(String text) {
    return !text.contains("/") || date(text, true, LocalTime.NOON).isPresent();
  }

  static boolean canBeDayFirst(String text) {
    return !text.contains("/") || date(text, false, LocalTime.NOON).isPresent();
  }

  private static int year(int year) {
    return year < 100 ? 2000 + year : year;
  }

  private static LocalTime time(Matcher match, LocalTime usual) {
    return match.group(5) == null
        ? usual
        : LocalTime.of(Integer.parseInt(match.group(5)), Integer.parseInt(match.group(6)));
  }

  private static Map<String, Unit> units() {
    var units = new java.util.HashMap<String, Unit>();
    add(units, new Unit(1, 1), "m min mins minute minutes minuten");
    add(units, new Unit(60, 60), "h hr hrs hour hours std stunde stunden heure heures");
    add(units, new Unit(MINUTES_PER_DAY, 1_440), "d dy dys day days t tag tage j jour jours");
    add(
        units,
        new Unit(5 * MINUTES_PER_DAY, 7 * 1_440),
        "w wk wks week weeks woche wochen sem semaine semaines");
    add(
        units,
        new Unit(20 * MINUTES_PER_DAY, 30 * 1_440),
        "mo mon mons month months monat monate mois");
    return Map.copyOf(units);
  }

  private static void add(Map<String, Unit> units, Unit unit, String words) {
    for (String word : words.split(" ")) {
      units.put(word, unit);
    }
  }
}
