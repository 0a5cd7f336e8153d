package dev.linchpin.directory;

import static dev.linchpin.platform.Checks.require;

import org.jspecify.annotations.Nullable;

/// What people use and call the help desk about, like e-mail or the printer on floor 3.
///
/// @param key short name in addresses: lower-case letters, digits and hyphens, like "email"
/// @param department whose service it is; null while nobody said
/// @param version counts the changes; 0 when new
public record Service(
    ServiceId id,
    String key,
    String name,
    String description,
    @Nullable DepartmentId department,
    int version) {
  public Service {
    checkKey(key);
    Person.checkName(name);
  }

  public static Service of(ServiceId id, String key, String name, String description) {
    return new Service(id, key, name, description, null, 0);
  }

  public Subject subject() {
    return Subject.service(key);
  }

  /// @throws IllegalArgumentException with a message for whoever typed it
  public static void checkKey(String key) {
    require(
        key.matches("[a-z0-9][a-z0-9-]{0,39}"),
        "Enter a key of at most 40 lower-case letters, digits and hyphens, like email.");
  }
}
