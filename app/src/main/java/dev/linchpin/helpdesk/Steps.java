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

  Steps(TicketTable table, Histories histories, Touches touches, ForecastWishes wishes) {
    this.table = table;
    this.histories = histories;
    this.touches = touches;
    this.wishes = wishes;
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
    return step;
  }
}
