package dev.linchpin.helpdesk;

import static dev.linchpin.platform.Checks.require;

import java.time.Duration;

/// What is assumed where nobody wrote down how long a ticket took. Shown wherever the hours are.
///
/// @param perTouch working time behind one saved change of a ticket, 1 to 60 minutes
/// @param dayFrom hour at which the working day starts; logged time is laid into these hours
/// @param dayTo hour at which it ends
public record Assumptions(Duration perTouch, int dayFrom, int dayTo) {
  public static final Assumptions USUAL = new Assumptions(Duration.ofMinutes(10), 8, 18);

  public Assumptions {
    require(
        perTouch.toMinutes() >= 1 && perTouch.toMinutes() <= 60,
        "A touch takes 1 to 60 minutes, not %d.",
        perTouch.toMinutes());
    require(0 <= dayFrom && dayFrom < dayTo && dayTo <= 24, "A day starts before it ends.");
  }
}
