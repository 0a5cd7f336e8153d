package dev.linchpin.forecast.internal;

import java.util.Locale;

/// What an algorithm promises: checked in production too, because a wrong date must stop, not be
/// shown.
final class Invariant {
  private Invariant() {}

  static void holds(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalStateException(String.format(Locale.ROOT, message, values));
    }
  }
}
