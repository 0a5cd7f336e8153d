package dev.linchpin.helpdesk;

import static dev.linchpin.platform.Checks.require;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One ticket as another tool tells it. Texts are as written; empty means unknown.
///
/// @param number unique within its source, at most 100 characters
/// @param opened wall-clock time, like all others here
/// @param resolved when the work ended; null while open or where only the closing is known
/// @param service the affected service or configuration item by name
/// @param logged working time written down on the ticket; null where the tool keeps none
/// @param touches in the order of time
public record TicketRecord(
    String number,
    String title,
    String description,
    TicketState state,
    LocalDateTime opened,
    @Nullable LocalDateTime resolved,
    @Nullable LocalDateTime closed,
    String caller,
    String assignee,
    String team,
    String category,
    String service,
    String priority,
    @Nullable Duration logged,
    List<Touch> touches) {
  static final int NUMBER_MAX = 100;

  public TicketRecord {
    require(
        !number.isBlank() && number.length() <= NUMBER_MAX,
        "A ticket number has 1 to %d characters.",
        NUMBER_MAX);
    touches = List.copyOf(touches);
  }

  /// When the work ended: resolved, else closed; null while open.
  public @Nullable LocalDateTime ended() {
    return resolved != null ? resolved : closed;
  }

  /// The same, where time was logged for the whole and for single touches beside it: the whole is
  /// one more touch, so both count.
  TicketRecord beside() {
    if (logged == null || touches.stream().noneMatch(touch -> touch.logged() != null)) {
      return this;
    }
    var all = new ArrayList<>(touches);
    LocalDateTime end = ended();
    all.add(new Touch(end == null ? opened : end, assignee, team, logged));
    return new TicketRecord(
        number,
        title,
        description,
        state,
        opened,
        resolved,
        closed,
        caller,
        assignee,
        team,
        category,
        service,
        priority,
        null,
        all);
  }
}
