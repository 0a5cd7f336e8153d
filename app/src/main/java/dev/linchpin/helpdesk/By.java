package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Who does something to a ticket, and when.
///
/// @param name the account's, or what acted on its own: "mail", "monitoring"
/// @param person null when it is nobody of the directory; then it is no touch and costs no hours
/// @param at to the microsecond, as the database keeps it
public record By(String name, @Nullable PersonId person, Instant at) {
  public By {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
