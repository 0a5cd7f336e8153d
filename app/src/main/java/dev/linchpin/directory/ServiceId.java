package dev.linchpin.directory;

import java.util.UUID;

/// Names one service.
public record ServiceId(UUID value) {
  /// @throws IllegalArgumentException when the text is not a UUID
  public static ServiceId of(String text) {
    return new ServiceId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
