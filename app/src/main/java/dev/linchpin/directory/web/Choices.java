package dev.linchpin.directory.web;

import dev.linchpin.directory.Departments;
import dev.linchpin.directory.People;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.PublicHolidays;
import dev.linchpin.directory.Region;
import dev.linchpin.directory.Sites;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What can be chosen in a form: value to label, in order. An empty value is "none".
@Component
class Choices {
  private final People people;
  private final Departments departments;
  private final Sites sites;

  Choices(People people, Departments departments, Sites sites) {
    this.people = people;
    this.departments = departments;
    this.sites = sites;
  }

  /// @param none the label for nobody
  /// @param without who is not to be chosen
  Map<String, String> people(String none, @Nullable PersonId without) {
    var choices = start(none);
    people.all().stream()
        .filter(person -> !person.id().equals(without))
        .forEach(person ->
            choices.put(
                person.id().toString(),
                person.name() + (person.title().isEmpty() ? "" : ", " + person.title())));
    return choices;
  }

  Map<String, String> departments() {
    var choices = start("None");
    departments.all().forEach(one -> choices.put(one.id().toString(), one.name()));
    return choices;
  }

  Map<String, String> sites() {
    var choices = new LinkedHashMap<String, String>();
    sites.all().forEach(one -> choices.put(one.id().toString(), one.name()));
    return choices;
  }

  static Map<String, String> countries() {
    var choices = start("No public holidays");
    PublicHolidays.countries().forEach(one -> choices.put(one.region().code(), one.name()));
    return choices;
  }

  /// Parts of a country; only "the whole country" when holidays are the same everywhere.
  static Map<String, String> parts(@Nullable Region country) {
    var choices = start("The whole country");
    if (country != null) {
      PublicHolidays.parts(country).forEach(one -> choices.put(one.region().code(), one.name()));
    }
    return Collections.unmodifiableMap(choices);
  }

  private static LinkedHashMap<String, String> start(String none) {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", none);
    return choices;
  }
}
