package dev.linchpin.forecast;

/// Names one calendar within a plan; any text that is not empty.
public record CalendarId(String value) implements Comparable<CalendarId> {
  public CalendarId {
    Checks.require(!value.isBlank(), "A calendar needs an id.");
  }

  @Override
  public int compareTo(CalendarId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
