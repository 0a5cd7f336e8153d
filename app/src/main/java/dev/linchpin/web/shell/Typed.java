package dev.linchpin.web.shell;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a form or an address holds, before anybody trusts it.
public final class Typed {
  private Typed() {}

  /// The version that was seen. A form that does not say it saw nothing, so it meets every change.
  public static int version(@Nullable String sent) {
    String text = sent == null ? "" : sent.strip();
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /// Empty where it names nothing.
  public static Optional<UUID> id(@Nullable String sent) {
    try {
      return Optional.of(UUID.fromString(sent == null ? "" : sent));
    } catch (IllegalArgumentException no) {
      return Optional.empty();
    }
  }

  /// What names one sending of a form: the same twice is done once, none is a new one.
  public static UUID once(@Nullable String sent) {
    return id(sent).orElseGet(UUID::randomUUID);
  }
}
