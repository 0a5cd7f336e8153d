package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.PersonId;
import java.time.LocalDate;
import java.util.UUID;

/// What an hour of work costs, from a day on until the next rate of the same.
///
/// @param perHour hundredths of the currency
public record HourlyRate(UUID id, Whose whose, LocalDate from, long perHour) {
  /// A million an hour.
  public static final long MOST = 100_000_000;

  public HourlyRate {
    require(0 <= perHour && perHour <= MOST, "An hour costs 0 to a million, not %d.", perHour);
  }

  /// Whose work it is. The narrowest that fits counts.
  public sealed interface Whose {
    /// Whoever has no other rate, people outside the directory too.
    record Everybody() implements Whose {}

    /// All people of the directory with this title.
    record Titled(String title) implements Whose {}

    record One(PersonId person) implements Whose {}
  }
}
