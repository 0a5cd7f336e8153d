package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.Tickets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `ticket-list.jte` shows, from top to bottom.
///
/// @param outlook what the next days will likely bring; empty while too little was seen
/// @param warning that more or fewer tickets come than usual; empty while they do not
/// @param any whether there is any ticket at all
/// @param next address of what comes next; null at the end
public record TicketListView(
    String headline,
    String outlook,
    String warning,
    boolean any,
    boolean mayImport,
    boolean openOnly,
    String words,
    List<Row> rows,
    String shown,
    @Nullable String next) {

  /// @param kind the kind of pill
  public record Row(
      String address,
      String number,
      String name,
      String kind,
      String state,
      When opened,
      String age,
      String team,
      String assignee) {
    static Row of(Ticket ticket, LocalDateTime now) {
      LocalDateTime ended = ticket.ended();
      return new Row(
          TicketListView.address(ticket.number()),
          ticket.number(),
          ticket.name(),
          TicketListView.kind(ticket.state()),
          ticket.state().word(),
          When.of(ticket.opened(), now),
          When.since(ticket.opened(), ticket.state().isOpen() || ended == null ? now : ended),
          ticket.team(),
          ticket.assignee());
    }
  }

  static String headline(Tickets.Load load) {
    return "%,d open, %,d older than a week; tickets that ended within 7 days took %s of work."
        .formatted(load.open(), load.old(), When.length(load.lastWeek()));
  }

  static String kind(TicketState state) {
    return switch (state) {
      case NEW, OPEN -> "open";
      case WAITING, WAITING_FOR_CALLER, WAITING_FOR_VENDOR -> "waiting";
      case RESOLVED, CLOSED -> "good";
    };
  }

  static String address(String number) {
    return "/t/" + encoded(number);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
