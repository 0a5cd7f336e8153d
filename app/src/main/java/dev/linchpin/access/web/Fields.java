package dev.linchpin.access.web;

import dev.linchpin.access.Email;
import dev.linchpin.web.shell.Problems;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the fields that several forms share; what is wrong goes beside the field.
final class Fields {
  private static final int NAME_MAX = 100;

  private Fields() {}

  static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "").strip();
  }

  static void name(String name, Problems problems) {
    if (name.isBlank()) {
      problems.add("name", "Enter a name.");
    } else if (name.length() > NAME_MAX) {
      problems.add("name", "Enter a name of at most %d characters.".formatted(NAME_MAX));
    }
  }

  static Optional<Email> email(String email, Problems problems) {
    try {
      return Optional.of(new Email(email));
    } catch (IllegalArgumentException e) {
      problems.add("email", "Enter an e-mail address, like asa@example.org.");
      return Optional.empty();
    }
  }
}
