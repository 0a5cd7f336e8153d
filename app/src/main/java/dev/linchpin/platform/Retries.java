package dev.linchpin.platform;

import static dev.linchpin.platform.Checks.require;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// When something that has to reach a place outside is tried again.
///
/// @param claim whoever tries has it alone for so long; a try that died is taken over then
/// @param waits after each failed try; one try more than waits
public record Retries(Duration claim, List<Duration> waits) {
  /// Of mail: eight tries within about two hours, as a mail server that restarts needs.
  public static final Retries OF_MAIL = doubling(Duration.ofMinutes(5), Duration.ofMinutes(1), 8);

  public Retries {
    require(!claim.isNegative() && !claim.isZero(), "A try takes some time, not %s.", claim);
    waits = List.copyOf(waits);
  }

  private static Retries doubling(Duration claim, Duration first, int tries) {
    return new Retries(
        claim,
        IntStream.range(0, tries - 1).mapToObj(wait -> first.multipliedBy(1L << wait)).toList());
  }

  public int tries() {
    return waits.size() + 1;
  }

  /// How long to wait after so many tries; empty when that was the last one.
  public Optional<Duration> after(int tries) {
    require(tries > 0, "Something was tried, not %d times.", tries);
    return tries > waits.size() ? Optional.empty() : Optional.of(waits.get(tries - 1));
  }
}
