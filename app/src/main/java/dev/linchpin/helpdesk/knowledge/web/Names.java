package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.knowledge.Article;
import dev.linchpin.helpdesk.knowledge.Part;
import dev.linchpin.web.shell.Dates;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What ids in parts are called on pages.
@Component
class Names {
  private final People people;
  private final Services services;

  Names(People people, Services services) {
    this.people = people;
    this.services = services;
  }

  /// The value of a part as people read it.
  String said(Part part, String value) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (part) {
      case OWNER, LEAD -> person(new PersonId(UUID.fromString(value)));
      case SERVICE -> services().getOrDefault(value, "a service that is gone");
      case STATE -> value.toLowerCase(Locale.ROOT);
      case AUDIENCE -> Article.Audience.valueOf(value).words();
      case REVIEW_BY -> Dates.day(LocalDate.parse(value));
      case TITLE, TEXT, CAUSE, WORKAROUND -> value;
    };
  }

  String person(@Nullable PersonId id) {
    return id == null ? "" : people.find(id).map(Person::name).orElse("somebody who left");
  }

  /// Name by id, with nothing first.
  Map<String, String> services() {
    var names = new LinkedHashMap<String, String>();
    names.put("", "none");
    for (Service one : services.all()) {
      names.put(one.id().toString(), one.name());
    }
    return names;
  }
}
