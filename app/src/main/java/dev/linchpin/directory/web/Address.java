package dev.linchpin.directory.web;

import dev.linchpin.access.NotThere;
import java.time.DateTimeException;
import java.util.function.Function;

/// Reads the parts of an address.
final class Address {
  private Address() {}

  /// What the part names.
  ///
  /// @throws NotThere when it can name nothing
  static <T> T part(String part, Function<String, T> reader) {
    try {
      return reader.apply(part);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new NotThere("There is nothing here named " + part + ".");
    }
  }
}
