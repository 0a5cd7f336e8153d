package dev.linchpin.forecast;

import java.time.LocalDate;

/// Calendar days from the first to the last, both included.
public record DayRange(LocalDate first, LocalDate last) {
  public DayRange {
    Checks.require(!last.isBefore(first), "%s is before %s.", last, first);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
