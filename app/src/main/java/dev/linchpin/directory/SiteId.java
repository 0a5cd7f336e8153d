package dev.linchpin.directory;

import java.util.UUID;

/// Names one site.
public record SiteId(UUID value) {
  /// @throws IllegalArgumentException when the text is not a UUID
  public static SiteId of(String text) {
    return new SiteId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
