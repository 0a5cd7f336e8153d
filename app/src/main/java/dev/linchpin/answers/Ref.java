package dev.linchpin.answers;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// What an answer is about. Written as people write it: `NET`, `NET-12`, `T-48213`, `S-email`.
public sealed interface Ref {
  /// A project, by its key.
  record OfProject(String key) implements Ref {
    @Override
    public String toString() {
      return key;
    }
  }

  /// A milestone, by its project's key and its number there.
  record OfMilestone(String key, int number) implements Ref {
    @Override
    public String toString() {
      return key + "-" + number;
    }
  }

  /// A ticket, by its number as its tool writes it: digits, or like `INC0010023`.
  record OfTicket(String number) implements Ref {
    @Override
    public String toString() {
      return "T-" + number;
    }
  }

  /// A service, by its key.
  record OfService(String key) implements Ref {
    @Override
    public String toString() {
      return "S-" + key;
    }
  }

  /// A person.
  record OfPerson(UUID id) implements Ref {
    @Override
    public String toString() {
      return "P-" + id;
    }
  }

  /// Reads what `toString` writes; letters may be small. Empty when it is no ref.
  static Optional<Ref> parse(String text) {
    String ref = text.strip();
    if (ref.length() > Form.LENGTH_MAX) {
      return Optional.empty();
    }
    String upper = ref.toUpperCase(Locale.ROOT);
    if (Form.TICKET.matcher(upper).matches()) {
      return Optional.of(new OfTicket(ref.substring(2)));
    }
    if (Form.PERSON.matcher(upper).matches()) {
      return Optional.of(new OfPerson(UUID.fromString(ref.substring(2))));
    }
    if (Form.SERVICE.matcher(upper).matches()) {
      return Optional.of(new OfService(ref.substring(2).toLowerCase(Locale.ROOT)));
    }
    if (Form.MILESTONE.matcher(upper).matches()) {
      int dash = upper.indexOf('-');
      return Optional.of(
          new OfMilestone(upper.substring(0, dash), Integer.parseInt(upper.substring(dash + 1))));
    }
    return Form.PROJECT.matcher(upper).matches()
        ? Optional.of(new OfProject(upper))
        : Optional.empty();
  }

  /// What sort of thing an answer is about.
  enum Kind {
    PROJECT,
    MILESTONE,
    TICKET,
    SERVICE,
    PERSON
  }

  default Kind kind() {
    return switch (this) {
      case OfProject _ -> Kind.PROJECT;
      case OfMilestone _ -> Kind.MILESTONE;
      case OfTicket _ -> Kind.TICKET;
      case OfService _ -> Kind.SERVICE;
      case OfPerson _ -> Kind.PERSON;
    };
  }

  /// The page with the answer card.
  default String page() {
    return switch (this) {
      case OfProject project -> "/p/" + project;
      case OfMilestone milestone -> "/p/" + milestone;
      case OfTicket ticket -> "/t/" + ticket.number() + "/answer";
      case OfService service -> "/s/" + service.key();
      case OfPerson person -> "/people/" + person.id();
    };
  }

  /// How refs are written.
  final class Form {
    static final int LENGTH_MAX = 80;
    static final Pattern PROJECT = Pattern.compile("[A-Z][A-Z0-9]{1,7}");
    static final Pattern MILESTONE = Pattern.compile("[A-Z][A-Z0-9]{1,7}-[0-9]{1,9}");
    static final Pattern TICKET = Pattern.compile("T-[A-Z0-9][A-Z0-9._-]{0,60}");
    static final Pattern SERVICE = Pattern.compile("S-[A-Z0-9][A-Z0-9-]{0,60}");
    static final Pattern PERSON = Pattern.compile("P-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");

    private Form() {}
  }
}
