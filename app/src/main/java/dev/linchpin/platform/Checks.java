package dev.linchpin.platform;

import java.util.Locale;

/// What a value must be: said to the person who gave it.
public final class Checks {
  private Checks() {}

  /// @throws IllegalArgumentException with the message when it does not hold
  public static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }
}
