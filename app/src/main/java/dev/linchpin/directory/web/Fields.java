package dev.linchpin.directory.web;

import dev.linchpin.web.shell.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one form and collects what is wrong with them.
final class Fields {
  private final Problems problems = new Problems();

  /// What was sent in a field, without space around it; empty when the field is missing.
  static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  /// The value, or null with a problem beside the field.
  <T> @Nullable T read(String field, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      problems.add(field, e.getMessage() == null ? "Enter another value." : e.getMessage());
      return null;
    }
  }

  /// The id chosen from a list; null when none was chosen.
  <T> @Nullable T choice(String field, String sent, Function<String, T> reader) {
    if (sent.isEmpty()) {
      return null;
    }
    try {
      return reader.apply(sent);
    } catch (IllegalArgumentException e) {
      problems.add(field, "Choose one from the list.");
      return null;
    }
  }

  /// The day; null with a problem beside the field when it is none.
  @Nullable LocalDate day(String field, String sent) {
    try {
      return LocalDate.parse(sent);
    } catch (DateTimeParseException e) {
      problems.add(field, "Enter a day, like 2027-03-12.");
      return null;
    }
  }

  /// The version a form was made from; one that never fits when it is no number.
  static int version(String sent) {
    try {
      return Integer.parseInt(sent);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  void check(String field, Runnable check) {
    Object unused =
        read(
            field,
            () -> {
              check.run();
              return "";
            });
  }

  Problems problems() {
    return problems;
  }

  boolean whole() {
    return !problems.any();
  }
}
