package dev.linchpin.directory;

import static dev.linchpin.platform.Checks.require;

import org.jspecify.annotations.Nullable;

/// Somebody the organisation works with. The name is one field, as the person writes it.
///
/// @param email may be empty; otherwise nobody else has it
/// @param phone as one dials it; may be empty
/// @param title what the person does, like "Network engineer"; may be empty
/// @param site where the person works: decides holidays and time zone
/// @param week own working hours; null means those of the site
/// @param version counts the changes; 0 when new
public record Person(
    PersonId id,
    String name,
    String email,
    String phone,
    String title,
    @Nullable DepartmentId department,
    SiteId site,
    @Nullable Week week,
    int version) {
  public static final int NAME_MAX = 120;

  public Person {
    checkName(name);
    checkEmail(email);
  }

  /// A new person without further details, who works the hours of the site.
  public static Person of(PersonId id, String name, String email, SiteId site) {
    return new Person(id, name, email, "", "", null, site, null, 0);
  }

  public Person withPhone(String other) {
    return new Person(id, name, email, other, title, department, site, week, version);
  }

  public Person withTitle(String other) {
    return new Person(id, name, email, phone, other, department, site, week, version);
  }

  public Person in(@Nullable DepartmentId other) {
    return new Person(id, name, email, phone, title, other, site, week, version);
  }

  public Person working(@Nullable Week other) {
    return new Person(id, name, email, phone, title, department, site, other, version);
  }

  /// @throws IllegalArgumentException with a message for whoever typed it
  public static void checkName(String name) {
    require(!name.isBlank(), "Enter the name.");
    require(name.length() <= NAME_MAX, "Keep the name to %d characters.", NAME_MAX);
  }

  /// @throws IllegalArgumentException with a message for whoever typed it
  public static void checkEmail(String email) {
    require(
        email.isEmpty() || email.matches("[^@\\s]+@[^@\\s]+"),
        "Enter the e-mail address like asa@example.org.");
  }
}
