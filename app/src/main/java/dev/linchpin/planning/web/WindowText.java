package dev.linchpin.planning.web;

import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.ChangeWindow.Freeze;
import dev.linchpin.forecast.ChangeWindow.Weekly;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.TimeRange;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Openings and freezes of a change window as people write them, one per line: `Tue 18:00-22:00`,
/// `Fri 18:00 - Mon 06:00`, `2027-03-12 18:00 - 2027-03-14 20:00`, `2027-12-20 - 2028-01-06 Year
/// end`.
final class WindowText {
  private static final String TIME = "([0-2]?[0-9]):([0-5][0-9])";
  private static final String DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})";
  private static final Pattern WEEKLY =
      Pattern.compile("([A-Za-z]{3})[a-z]* " + TIME + " ?[-–] ?(?:([A-Za-z]{3})[a-z]* )?" + TIME);
  private static final Pattern ONCE =
      Pattern.compile(DAY + " " + TIME + " ?[-–] ?(?:" + DAY + " )?" + TIME);
  private static final Pattern FREEZE = Pattern.compile(DAY + "(?: ?[-–] ?" + DAY + ")?(?: (.*))?");
  private static final Map<String, DayOfWeek> DAYS =
      Arrays.stream(DayOfWeek.values())
          .collect(Collectors.toMap(day -> name(day).toLowerCase(Locale.ROOT), day -> day));
  private static final int HOUR = 60;

  private WindowText() {}

  static List<Weekly> week(String text) {
    return read(text, WindowText::weekly);
  }

  static List<TimeRange> dates(String text) {
    return read(text, WindowText::once);
  }

  static List<Freeze> freezes(String text) {
    return read(text, WindowText::readFreeze);
  }

  /// The first line that is no opening.
  static Optional<String> unread(String text) {
    return lines(text).filter(line -> weekly(line).isEmpty() && once(line).isEmpty()).findFirst();
  }

  static Optional<String> unreadFreeze(String text) {
    return lines(text).filter(line -> readFreeze(line).isEmpty()).findFirst();
  }

  static List<String> openings(ChangeWindow window) {
    List<String> lines = new ArrayList<>();
    for (Weekly one : window.week()) {
      lines.add(
          one.from() == one.to()
              ? "%s %s-%s".formatted(name(one.from()), time(one.fromMinute()), time(one.toMinute()))
              : "%s %s - %s %s"
                  .formatted(
                      name(one.from()),
                      time(one.fromMinute()),
                      name(one.to()),
                      time(one.toMinute())));
    }
    for (TimeRange range : window.dates()) {
      lines.add(moment(range.from()) + " - " + moment(range.to()));
    }
    return lines;
  }

  static String freeze(Freeze freeze) {
    return (freeze.days().first() + " - " + freeze.days().last() + " " + freeze.name()).strip();
  }

  private static <T> List<T> read(String text, Function<String, Optional<T>> line) {
    return lines(text).map(line).flatMap(Optional::stream).toList();
  }

  private static Stream<String> lines(String text) {
    return text.lines().map(line -> line.strip().replaceAll("\\s+", " ")).filter(l -> !l.isEmpty());
  }

  private static Optional<Weekly> weekly(String line) {
    Matcher found = WEEKLY.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    DayOfWeek from = DAYS.get(found.group(1).toLowerCase(Locale.ROOT));
    String until = found.group(4) == null ? found.group(1) : found.group(4);
    DayOfWeek to = DAYS.get(until.toLowerCase(Locale.ROOT));
    int fromMinute = minute(found.group(2), found.group(3));
    int toMinute = minute(found.group(5), found.group(6));
    return from == null || to == null || fromMinute >= 24 * HOUR || toMinute > 24 * HOUR
        ? Optional.empty()
        : Optional.of(new Weekly(from, fromMinute, to, toMinute));
  }

  private static Optional<TimeRange> once(String line) {
    Matcher found = ONCE.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      String until = found.group(4) == null ? found.group(1) : found.group(4);
      return Optional.of(
          new TimeRange(
              at(found.group(1), found.group(2), found.group(3)),
              at(until, found.group(5), found.group(6))));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Freeze> readFreeze(String line) {
    Matcher found = FREEZE.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate first = LocalDate.parse(found.group(1));
      LocalDate last = found.group(2) == null ? first : LocalDate.parse(found.group(2));
      String name = found.group(3) == null ? "Freeze" : found.group(3).strip();
      return Optional.of(new Freeze(name, new DayRange(first, last)));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static LocalDateTime at(String day, String hour, String minute) {
    return LocalDate.parse(day)
        .atTime(LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute)));
  }

  private static int minute(String hour, String minute) {
    return Integer.parseInt(hour) * HOUR + Integer.parseInt(minute);
  }

  private static String time(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / HOUR, minute % HOUR);
  }

  private static String moment(LocalDateTime at) {
    return at.toLocalDate() + " " + at.toLocalTime();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
