package dev.linchpin.access;

import static dev.linchpin.platform.Checks.require;

import java.util.Locale;
import java.util.regex.Pattern;

/// An e-mail address, in lower case: what somebody signs in with.
public record Email(String value) {
  private static final int LENGTH_MAX = 254;
  private static final Pattern SHAPE = Pattern.compile("[^\\s@]+@[^\\s@]+");

  public Email {
    value = value.strip().toLowerCase(Locale.ROOT);
    require(
        value.length() <= LENGTH_MAX && SHAPE.matcher(value).matches(),
        "Enter an e-mail address, like asa@example.org.");
  }

  @Override
  public String toString() {
    return value;
  }
}
