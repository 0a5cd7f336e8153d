package dev.linchpin.directory;

/// A part of the organisation that projects are done for, or with.
///
/// @param version counts the changes; 0 when new
public record Department(DepartmentId id, String name, int version) {
  public Department {
    Person.checkName(name);
  }

  public static Department of(DepartmentId id, String name) {
    return new Department(id, name, 0);
  }
}
