package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A project's short name in addresses and conversation, like `NET`: 2 to 8 capital letters or
/// digits, the first a letter.
public record ProjectKey(String value) implements Comparable<ProjectKey> {
  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]{1,7}");

  public ProjectKey {
    value = value.strip().toUpperCase(Locale.ROOT);
    require(
        SHAPE.matcher(value).matches(),
        "A key has 2 to 8 letters or digits and begins with a letter, like NET.");
  }

  /// Reads a key; empty when the text is none.
  public static Optional<ProjectKey> parse(String text) {
    return SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT)).matches()
        ? Optional.of(new ProjectKey(text))
        : Optional.empty();
  }

  @Override
  public int compareTo(ProjectKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
