package dev.linchpin.directory;

import static dev.linchpin.platform.Checks.require;

/// A part of the organisation that projects are done for, or with.
///
/// @param version counts the changes; 0 when new
public record Department(DepartmentId id, String name, int version) {
  public static final int NAME_MAX = 120;

  public Department {
    require(!name.isBlank(), "Enter the name.");
    require(name.length() <= NAME_MAX, "Keep the name to %d characters.", NAME_MAX);
  }

  public static Department of(DepartmentId id, String name) {
    return new Department(id, name, 0);
  }
}
