package dev.linchpin.helpdesk;

import dev.linchpin.planning.ForecastWishes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes one step of a ticket: its fields, its history, its version, the touch, and, where working
/// time was booked, the wish for a new forecast.
@Component
class Steps {
  private final TicketTable table;
  private final Histories histories;
  private final Touches touches;
  private final ForecastWishes wishes;
  private final List<TicketListener> listeners;

  Steps(
      TicketTable table,
      Histories histories,
      Touches touches,
      ForecastWishes wishes,
      List<TicketListener> listeners) {
    this.table = table;
    this.histories = histories;
    this.touches = touches;
    this.wishes = wishes;
    this.listeners = listeners;
  }

  /// @param ticket locked
  /// @param reverses the step that this one takes back; null when none
  /// @return its number
  int write(Ticket ticket, List<Edit> all, By by, @Nullable Integer reverses) {
    int step = ticket.version() + 1;
    for (Edit edit : all) {
      table.put(ticket, edit);
      histories.add(ticket, step, edit, by, reverses);
    }
    table.changed(ticket, step, by);
    boolean worked = all.stream().anyMatch(edit -> edit.field() == TicketField.WORK);
    if (worked) {
      touches.recount(ticket);
      wishes.add("working time on " + ticket.ref());
    } else {
      touches.add(ticket, by);
    }
    tell(ticket);
    return step;
  }

  /// A message without a step changes a ticket too.
  void tell(Ticket ticket) {
    listeners.forEach(listener -> listener.changed(ticket.id()));
  }
}
