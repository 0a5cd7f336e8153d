package dev.linchpin.directory;

import java.util.UUID;

/// Names one leave.
public record LeaveId(UUID value) {
  /// @throws IllegalArgumentException when the text is not a UUID
  public static LeaveId of(String text) {
    return new LeaveId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
