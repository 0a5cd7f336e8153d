package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.By;
import dev.linchpin.platform.Zone;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whose hands are at work: the account, and who that is in the directory, found by e-mail address.
@Component
public class Hands {
  private final People people;
  private final Zone zone;

  Hands(People people, Zone zone) {
    this.people = people;
    this.zone = zone;
  }

  public By by(Who who) {
    return new By(who.name(), person(who).map(Person::id).orElse(null), zone.instant());
  }

  public Optional<Person> person(Who who) {
    return who.email().isEmpty() ? Optional.empty() : people.withEmail(who.email());
  }

  public Optional<PersonId> id(Who who) {
    return person(who).map(Person::id);
  }
}
