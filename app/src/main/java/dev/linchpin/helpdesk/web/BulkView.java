package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `bulk.jte` shows: what became of each ticket.
///
/// @param back address of the list
public record BulkView(String headline, String back, List<Row> rows) {
  /// @param undo null where nothing was changed
  public record Row(
      String address, String number, String name, String said, @Nullable String undo) {
    static Row of(Ticket ticket, String said, @Nullable String undo) {
      return new Row(
          TicketListView.address(ticket.number()), ticket.number(), ticket.name(), said, undo);
    }
  }

  static String headline(List<Row> rows) {
    long changed = rows.stream().filter(row -> row.undo() != null).count();
    return "%d of %d tickets are changed. The others stayed as they are."
        .formatted(changed, rows.size());
  }
}
