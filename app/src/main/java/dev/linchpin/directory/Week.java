package dev.linchpin.directory;

import static dev.linchpin.platform.Checks.require;
import static java.util.stream.Collectors.joining;

import dev.linchpin.forecast.Shift;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Working hours that repeat every week. Its text is what people type and what is kept: "Mon-Fri
/// 08:00-12:00 13:00-17:00; Sat 09:00-12:00".
///
/// @param shifts of each weekday, ascending and apart; a weekday that is missing is free
public record Week(Map<DayOfWeek, List<Shift>> shifts) {
  private static final int SHIFTS_MAX = 8;
  private static final int MINUTES_PER_HOUR = 60;
  private static final int SHORT_NAME = 3;
  private static final Pattern PART = Pattern.compile(";");
  private static final Pattern DAYS =
      Pattern.compile("\\s*([A-Za-z]{3,9})(?:\\s*-\\s*([A-Za-z]{3,9}))?\\s+(\\d.*)");
  private static final Pattern GAP = Pattern.compile("[,\\s]+");
  private static final Pattern HOURS =
      Pattern.compile("(\\d{1,2})(?::(\\d{2}))?-(\\d{1,2})(?::(\\d{2}))?");

  public static final Week OFFICE = parse("Mon-Fri 08:00-12:00 13:00-17:00");

  /// What is offered to choose from, besides one's own text.
  public static final List<Week> PRESETS =
      List.of(
          OFFICE,
          parse("Mon-Fri 09:00-12:30 13:30-18:00"),
          parse("Mon-Fri 08:00-12:00"),
          parse("Mon-Fri 13:00-17:00"),
          parse("Mon-Thu 08:00-12:00 13:00-17:00"),
          parse("Mon-Wed 08:00-12:00 13:00-17:00"),
          parse("Mon-Sat 06:00-14:00"),
          parse("Sun-Thu 08:00-12:00 13:00-17:00"));

  public Week {
    var kept = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
    shifts.forEach((day, ofDay) -> {
      if (!ofDay.isEmpty()) {
        kept.put(day, apart(day, ofDay));
      }
    });
    require(!kept.isEmpty(), "Enter working hours for at least one day.");
    shifts = Map.copyOf(kept);
  }

  /// @throws IllegalArgumentException with a message for whoever typed it
  public static Week parse(String text) {
    var shifts = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
    PART.splitAsStream(text.replace('–', '-')) // an en dash is what we print
        .filter(part -> !part.isBlank())
        .forEach(part -> read(part, shifts));
    return new Week(shifts);
  }

  public List<Shift> on(DayOfWeek day) {
    return shifts.getOrDefault(day, List.of());
  }

  /// The hours of the first working day: what a working Saturday takes.
  public List<Shift> usual() {
    return on(shifts.keySet().stream().min(Comparator.naturalOrder()).orElseThrow());
  }

  /// Minutes of work in a week without holidays.
  public int minutes() {
    return shifts.values().stream().flatMap(List::stream).mapToInt(Shift::minutes).sum();
  }

  /// What [#parse] reads; equal weeks have equal texts.
  public String text() {
    var parts = new ArrayList<String>();
    DayOfWeek[] days = DayOfWeek.values();
    for (int first = 0; first < days.length; first++) {
      int last = first;
      while (last + 1 < days.length && on(days[last + 1]).equals(on(days[first]))) {
        last++;
      }
      if (!on(days[first]).isEmpty()) {
        parts.add(
            name(days[first])
                + (last > first ? "-" + name(days[last]) : "")
                + on(days[first]).stream().map(Week::text).collect(joining(" ", " ", "")));
      }
      first = last;
    }
    return String.join("; ", parts);
  }

  /// For people: "Mon–Fri 08:00–12:00, 13:00–17:00".
  public String words() {
    return text().replace('-', '–').replaceAll("(\\d) ", "$1, ");
  }

  @Override
  public String toString() {
    return text();
  }

  private static void read(String part, Map<DayOfWeek, List<Shift>> shifts) {
    Matcher days = DAYS.matcher(part);
    require(days.matches(), "Enter days and hours like Mon-Fri 08:00-12:00 13:00-17:00.");
    DayOfWeek first = day(days.group(1));
    DayOfWeek last = days.group(2) == null ? first : day(days.group(2));
    List<Shift> hours =
        GAP.splitAsStream(days.group(3).strip().replaceAll("\\s*-\\s*", "-"))
            .map(Week::hours)
            .toList();
    for (DayOfWeek day = first; ; day = day.plus(1)) {
      var all = new ArrayList<>(shifts.getOrDefault(day, List.of()));
      all.addAll(hours);
      shifts.put(day, all);
      if (day == last) {
        return;
      }
    }
  }

  private static DayOfWeek day(String name) {
    String start = name.substring(0, SHORT_NAME).toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(start)) {
        return day;
      }
    }
    throw new IllegalArgumentException(
        "“%s” is no weekday. Use Mon, Tue, Wed, Thu, Fri, Sat, Sun.".formatted(name));
  }

  private static Shift hours(String text) {
    Matcher hours = HOURS.matcher(text);
    require(hours.matches(), "Enter hours like 08:00-12:00. “%s” is not.", text);
    int from = minute(hours.group(1), hours.group(2));
    int to = minute(hours.group(3), hours.group(4));
    require(
        from < to && to <= Shift.MINUTES_PER_DAY,
        "Enter hours that begin before they end, up to 24:00. “%s” does not.",
        text);
    return new Shift(from, to);
  }

  private static int minute(String hour, @Nullable String minute) {
    int past = minute == null ? 0 : Integer.parseInt(minute);
    require(past < MINUTES_PER_HOUR, "An hour has 60 minutes: enter %s:00 to %s:59.", hour, hour);
    return Integer.parseInt(hour) * MINUTES_PER_HOUR + past;
  }

  private static List<Shift> apart(DayOfWeek day, List<Shift> ofDay) {
    List<Shift> sorted = ofDay.stream().sorted(Comparator.comparingInt(Shift::from)).toList();
    require(sorted.size() <= SHIFTS_MAX, "Enter at most %d working times a day.", SHIFTS_MAX);
    for (int i = 1; i < sorted.size(); i++) {
      require(
          sorted.get(i - 1).to() <= sorted.get(i).from(),
          "Two working times on %s overlap: %s and %s.",
          name(day),
          text(sorted.get(i - 1)),
          text(sorted.get(i)));
    }
    return sorted;
  }

  private static String text(Shift shift) {
    return clock(shift.from()) + "-" + clock(shift.to());
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
  }

  private static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, SHORT_NAME).toLowerCase(Locale.ROOT);
  }
}
