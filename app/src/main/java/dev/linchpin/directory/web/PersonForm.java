package dev.linchpin.directory.web;

import static java.util.Objects.requireNonNullElse;

import dev.linchpin.directory.Person;

/// The fields of a person, as text.
///
/// @param version of the person that the form was made from
public record PersonForm(
    String name,
    String email,
    String phone,
    String title,
    String department,
    String site,
    String week,
    String version) {
  public PersonForm {
    name = Fields.text(name);
    email = Fields.text(email);
    phone = Fields.text(phone);
    title = Fields.text(title);
    department = Fields.text(department);
    site = Fields.text(site);
    week = Fields.text(week);
    version = Fields.text(version);
  }

  static PersonForm of(Person person) {
    return new PersonForm(
        person.name(),
        person.email(),
        person.phone(),
        person.title(),
        requireNonNullElse(person.department(), "").toString(),
        person.site().toString(),
        requireNonNullElse(person.week(), "").toString(),
        Integer.toString(person.version()));
  }
}
