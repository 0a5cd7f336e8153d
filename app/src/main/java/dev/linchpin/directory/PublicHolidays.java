package dev.linchpin.directory;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.linchpin.forecast.DayRange;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Public holidays by country and region, from Jollyday's rules: nothing is asked over the network.
public final class PublicHolidays {
  private PublicHolidays() {}

  /// One entry to choose: a country or a part of one.
  public record Choice(Region region, String name) {}

  /// Every country that has rules, by name.
  public static List<Choice> countries() {
    return HolidayManager.getSupportedCalendarCodes().stream()
        .filter(code -> code.length() == 2)
        .map(code -> new Choice(new Region(code), countryName(code)))
        .sorted(Comparator.comparing(Choice::name))
        .toList();
  }

  /// The parts of the region's country that have holidays of their own, by name; empty when none.
  public static List<Choice> parts(Region country) {
    var parts = new ArrayList<Choice>();
    if (isCountry(country)) {
      collect(rules(country).getCalendarHierarchy(), country.country(), "", parts);
    }
    parts.sort(Comparator.comparing(Choice::name));
    return parts;
  }

  public static boolean isKnown(Region region) {
    return isCountry(region)
        && (region.parts().isEmpty()
            || parts(region).stream().anyMatch(part -> part.region().equals(region)));
  }

  /// Like "Germany" or "Germany, Bavaria".
  public static String name(Region region) {
    String country = countryName(region.country());
    return parts(region).stream()
        .filter(part -> part.region().equals(region))
        .findFirst()
        .map(part -> country + ", " + part.name())
        .orElse(country);
  }

  /// Days on which offices are closed, by day, each once. A holiday that is moved from a weekend
  /// counts on the day it is moved to. Days only banks keep, or only remembered, are left out.
  public static List<Holiday> in(Region region, DayRange range) {
    var names = new TreeMap<LocalDate, String>();
    HolidayManager rules = rules(region);
    String[] parts =
        region.parts().stream().map(part -> part.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    /*
     * Whole years, with one more at each end: New Year 2028 is a Saturday, so the United States
     * keep it on 31 December 2027, and only the rules of 2028 know.
     */
    IntStream.rangeClosed(range.first().getYear() - 1, range.last().getYear() + 1)
        .mapToObj(year -> rules.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts))
        .flatMap(Set::stream)
        .filter(day -> range.contains(day.getDate()))
        .forEach(day ->
            names.merge(day.getDate(), day.getDescription(Locale.ENGLISH), PublicHolidays::first));
    return names.entrySet().stream().map(day -> new Holiday(day.getKey(), day.getValue())).toList();
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static boolean isCountry(Region region) {
    return HolidayManager.getSupportedCalendarCodes().contains(region.country());
  }

  private static HolidayManager rules(Region region) {
    return HolidayManager.getInstance(
        ManagerParameters.create(region.country().toLowerCase(Locale.ROOT)));
  }

  private static void collect(
      CalendarHierarchy node, String code, String name, List<Choice> parts) {
    node.getChildren()
        .values()
        .forEach(child -> {
          String childCode = code + "-" + child.getId().toUpperCase(Locale.ROOT);
          String childName =
              String.join(
                  ", ",
                  Arrays.asList(name, child.getDescription(Locale.ENGLISH)).stream()
                      .filter(text -> !text.isEmpty())
                      .toList());
          parts.add(new Choice(new Region(childCode), childName));
          collect(child, childCode, childName, parts);
        });
  }

  private static String countryName(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }
}
