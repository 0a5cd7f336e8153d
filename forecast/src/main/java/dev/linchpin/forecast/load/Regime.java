package dev.linchpin.forecast.load;

import java.time.LocalDate;

/// Whether the load is still what it was.
public sealed interface Regime {
  /// Nothing that chance does not explain.
  record Steady() implements Regime {}

  /// Another level began, or a ramp, and nobody knows yet where it ends.
  ///
  /// @param since first day of the first unusual week
  /// @param before mean of the weeks before
  /// @param now mean of the weeks since
  /// @param weeks how many weeks were seen since
  record Changed(LocalDate since, double before, double now, int weeks) implements Regime {
    public boolean isRise() {
      return now > before;
    }
  }
}
