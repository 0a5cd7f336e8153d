package dev.linchpin.helpdesk;

import dev.linchpin.forecast.load.Regime;
import dev.linchpin.forecast.load.Regime.Changed;
import dev.linchpin.forecast.load.Regime.Steady;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A change of regime, said to people.
final class RegimeText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private RegimeText() {}

  /// Empty while as many tickets come as usual.
  static Optional<String> of(Regime regime) {
    return switch (regime) {
      case Steady() -> Optional.empty();
      case Changed changed ->
          Optional.of(
              ("%s tickets come than usual since %s: %,.0f a week, before that %,.0f."
                      + " Nobody knows yet where this ends, so dates are less sure.")
                  .formatted(
                      changed.isRise() ? "More" : "Fewer",
                      DAY.format(changed.since()),
                      changed.now(),
                      changed.before()));
    };
  }
}
