package dev.linchpin.forecast;

/// What an hour of somebody's work costs.
///
/// @param perHour hundredths of the currency
public record Rate(PersonId person, long perHour) {
  private static final long MOST = 100_000_000;

  public Rate {
    Checks.require(
        0 <= perHour && perHour <= MOST, "An hour costs 0 to a million, not %d.", perHour);
  }
}
