package dev.linchpin.access.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What the set-up form offers to choose from.
public final class Choices {
  /// Country code to English name, by name; first "none".
  public static final Map<String, String> COUNTRIES = countries();

  /// Time zones of places, and UTC.
  public static final Map<String, String> ZONES = zones();

  private Choices() {}

  private static Map<String, String> countries() {
    Map<String, String> countries = new LinkedHashMap<>();
    countries.put("", "No public holidays");
    Arrays.stream(Locale.getISOCountries())
        .sorted(Comparator.comparing(Choices::country))
        .forEach(code -> countries.put(code, country(code)));
    return Collections.unmodifiableMap(countries);
  }

  private static String country(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  private static Map<String, String> zones() {
    Map<String, String> zones = new LinkedHashMap<>();
    zones.put("UTC", "UTC");
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .sorted()
        .forEach(id -> zones.put(id, id.replace('_', ' ')));
    return Collections.unmodifiableMap(zones);
  }
}
