package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds people by what somebody typed on the phone: a name, an e-mail address, an id, "me".
@Component
public class Callers {
  private final People people;
  private final Hands hands;

  Callers(People people, Hands hands) {
    this.people = people;
    this.hands = hands;
  }

  /// Somebody of the directory where name or address says so, else somebody with these words.
  ///
  /// @throws IllegalArgumentException with a sentence for whoever typed it
  Caller read(@Nullable String name, @Nullable String email, @Nullable String phone) {
    String typed = ChangeForm.text(name);
    String address = ChangeForm.text(email);
    String number = ChangeForm.text(phone);
    Optional<Person> found = address.isEmpty() ? find(typed) : people.withEmail(address);
    if (found.isPresent()) {
      Caller known = Caller.of(found.get());
      return number.isEmpty()
          ? known
          : new Caller(known.person(), known.name(), known.email(), number);
    }
    return typed.contains("@") && address.isEmpty()
        ? new Caller(null, typed, typed, number)
        : new Caller(null, typed, address, number);
  }

  /// The only one of this name, address or id; "me" is whoever asks.
  ///
  /// @throws IllegalArgumentException with a sentence for whoever typed it
  public PersonId person(Who who, String typed) {
    if (typed.equalsIgnoreCase("me")) {
      return hands
          .id(who)
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "Your account is nobody in the directory: its e-mail address is not there."));
    }
    List<Person> named = people.named(typed);
    if (named.size() > 1) {
      throw new IllegalArgumentException(
          "There are %d people of this name. Enter the e-mail address.".formatted(named.size()));
    }
    return find(typed)
        .map(Person::id)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Nobody in the directory is named “%s”.".formatted(typed)));
  }

  private Optional<Person> find(String typed) {
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return people.find(new PersonId(UUID.fromString(typed)));
    }
    List<Person> named = people.named(typed);
    return named.size() == 1 ? Optional.of(named.getFirst()) : people.withEmail(typed);
  }

  /// Who is near what was typed so far.
  List<Person> near(String typed) {
    return typed.length() < 2 ? List.of() : people.like(typed, 8);
  }
}
