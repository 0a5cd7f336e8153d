package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One field that somebody changed on a ticket. Rows of one change share their step.
///
/// @param step the ticket's version after it
/// @param element which one, of fields that hold many
/// @param was what it was, in words; empty when nothing
/// @param becomes what it became
/// @param reverses the step that this one takes back; null when it is no undo
/// @param request null for what is older than requests were kept
public record HistoryRow(
    int step,
    Instant at,
    String who,
    @Nullable PersonId person,
    TicketField field,
    String element,
    Edit.Value wasValue,
    Edit.Value becomesValue,
    @Nullable Integer reverses,
    @Nullable UUID request) {
  public String was() {
    return wasValue.said();
  }

  public String becomes() {
    return becomesValue.said();
  }

  /// Whether the same request made it.
  boolean isOf(By by) {
    return by.request().equals(request);
  }

  Edit edit() {
    return new Edit(field, element, wasValue, becomesValue);
  }
}
