package dev.linchpin.directory;

import java.util.UUID;

/// Names one person.
public record PersonId(UUID value) {
  /// @throws IllegalArgumentException when the text is not a UUID
  public static PersonId of(String text) {
    return new PersonId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
