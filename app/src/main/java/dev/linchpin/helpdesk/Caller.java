package dev.linchpin.helpdesk;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import org.jspecify.annotations.Nullable;

/// Who called: a person of the directory, or somebody with a name, an address or a number.
///
/// @param person null for somebody the directory does not know
/// @param name may be empty while nobody asked
/// @param email empty when unknown; answers are sent there
/// @param phone empty when unknown
public record Caller(@Nullable PersonId person, String name, String email, String phone) {
  public static final Caller UNKNOWN = new Caller(null, "", "", "");
  public static final int TEXT_MAX = 200;

  public Caller {
    require(name.length() <= TEXT_MAX, "Keep the caller's name to %d characters.", TEXT_MAX);
    require(phone.length() <= TEXT_MAX, "Keep the number to %d characters.", TEXT_MAX);
    require(email.length() <= TEXT_MAX, "Keep the address to %d characters.", TEXT_MAX);
    Person.checkEmail(email);
  }

  public static Caller of(Person person) {
    return new Caller(person.id(), person.name(), person.email(), person.phone());
  }

  /// "Ruth Adler, ruth.adler@lakeside.example, +49 30 5550 310"
  public String words() {
    return java.util.stream.Stream.of(name, email, phone)
        .filter(text -> !text.isEmpty())
        .collect(java.util.stream.Collectors.joining(", "));
  }
}
