package dev.linchpin.directory;

import java.util.UUID;

/// Names one department.
public record DepartmentId(UUID value) {
  /// @throws IllegalArgumentException when the text is not a UUID
  public static DepartmentId of(String text) {
    return new DepartmentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
