package dev.linchpin.directory;

import static dev.linchpin.platform.Checks.require;

import java.util.List;
import java.util.regex.Pattern;

/// Where public holidays are looked up: a country and, where holidays differ within it, its parts.
///
/// @param code ISO 3166 country, then the parts: "DE", "DE-BY", "US-CA", "DE-BY-AG"
public record Region(String code) {
  private static final Pattern HYPHEN = Pattern.compile("-");

  public Region {
    require(
        code.matches("[A-Z]{2}(-[A-Z0-9]{1,6})*"),
        "A region is a country and its parts, like DE-BY. “%s” is not.",
        code);
  }

  /// The country's code, like "DE".
  public String country() {
    return code.substring(0, 2);
  }

  /// The parts below the country, from the largest: "BY", "AG".
  public List<String> parts() {
    return HYPHEN.splitAsStream(code).skip(1).toList();
  }

  @Override
  public String toString() {
    return code;
  }
}
