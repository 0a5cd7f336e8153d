package dev.linchpin.directory;

import static dev.linchpin.platform.Checks.require;

import java.time.LocalDate;

/// A day on which the whole organisation differs from its calendar.
///
/// @param worked true for a working Saturday, false for a day off
/// @param name why, like "Bridge day"
public record ExtraDay(LocalDate day, boolean worked, String name) {
  public ExtraDay {
    require(!name.isBlank(), "Enter a name for the day, like Bridge day.");
  }
}
