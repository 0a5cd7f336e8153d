package dev.linchpin.answers;

import dev.linchpin.directory.Answering;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Presence;
import org.jspecify.annotations.Nullable;

/// People of the directory as answers show them.
final class Contacts {
  private Contacts() {}

  static @Nullable Contact of(Answering.@Nullable Contact contact) {
    return contact == null ? null : of(contact.person(), contact.presence());
  }

  static Contact of(Person person, Presence presence) {
    return new Contact(
        person.name(),
        person.email().isEmpty() ? null : person.email(),
        person.phone().isEmpty() ? null : person.phone(),
        presence.atWork(),
        presence.words(),
        "/people/" + person.id());
  }
}
