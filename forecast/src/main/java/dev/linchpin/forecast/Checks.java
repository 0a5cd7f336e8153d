package dev.linchpin.forecast;

import java.util.Locale;

/// What a value must be; anything else is the caller's mistake.
final class Checks {
  private Checks() {}

  static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }
}
