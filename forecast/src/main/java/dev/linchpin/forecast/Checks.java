package dev.linchpin.forecast;

import java.util.Locale;

/// What a value must be (`require`, the caller's mistake) and what an algorithm promises
/// (`invariant`, ours).
final class Checks {
  private Checks() {}

  static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }

  static void invariant(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalStateException(String.format(Locale.ROOT, message, values));
    }
  }
}
