package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who does something to a ticket, and when.
///
/// @param name the account's, or what acted on its own: "mail", "monitoring"
/// @param person null when it is nobody of the directory; then it is no touch and costs no hours
/// @param at to the microsecond, as the database keeps it
/// @param request what one request does shares it, and nothing else does
public record By(String name, @Nullable PersonId person, Instant at, UUID request) {
  public By {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /// A request of its own.
  public By(String name, @Nullable PersonId person, Instant at) {
    this(name, person, at, UUID.randomUUID());
  }
}
