package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.Priority;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.Tickets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `ticket-list.jte` shows, from top to bottom.
///
/// @param outlook what the next days will likely bring; empty while too little was seen
/// @param warning that more or fewer tickets come than usual; empty while they do not
/// @param any whether there is any ticket at all
/// @param tabs address to name
/// @param here which of them this is
/// @param saved address to name of the own views
/// @param bulk null for those who may not change tickets
/// @param next address of what comes next; null at the end
public record TicketListView(
    String headline,
    String outlook,
    String warning,
    boolean any,
    boolean mayImport,
    boolean mayOpen,
    Map<String, String> tabs,
    String here,
    List<Saved> saved,
    String sentence,
    Filter filter,
    @Nullable Bulk bulk,
    List<Row> rows,
    String shown,
    @Nullable String next) {

  public record Saved(String address, String name, String removal) {}

  /// What can be asked for, and what is.
  public record Filter(
      String show,
      String words,
      String queue,
      Map<String, String> queues,
      String priority,
      Map<String, String> priorities,
      String tag,
      String query) {}

  /// What can be done to many at once.
  public record Bulk(Map<String, String> whats, Map<String, String> queues, String back) {}

  /// @param kind the kind of pill
  /// @param chosen number and version, to change it together with others
  public record Row(
      String address,
      String number,
      String chosen,
      String name,
      String urgent,
      String priority,
      String kind,
      String state,
      When opened,
      String age,
      Due due,
      String caller,
      String team,
      String assignee) {
    static Row of(Ticket ticket, LocalDateTime now, ZoneId zone) {
      LocalDateTime ended = ticket.ended();
      return new Row(
          TicketListView.address(ticket.number()),
          ticket.number(),
          ticket.number() + ":" + ticket.version(),
          ticket.name(),
          urgent(ticket),
          Priority.said(ticket.priority()),
          TicketListView.kind(ticket.state()),
          ticket.state().brief(),
          When.of(ticket.opened(), now),
          When.since(ticket.opened(), ticket.state().isOpen() || ended == null ? now : ended),
          Due.next(ticket, now, zone),
          ticket.caller().name(),
          ticket.team(),
          ticket.assignee());
    }

    private static String urgent(Ticket ticket) {
      return Priority.of(ticket.priority())
          .map(priority ->
              switch (priority) {
                case CRITICAL -> "bad";
                case HIGH -> "warn";
                case NORMAL, LOW -> "";
              })
          .orElse("");
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
