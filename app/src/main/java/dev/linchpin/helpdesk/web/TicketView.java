package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.Pace;
import dev.linchpin.helpdesk.Ticket;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What `ticket.jte` shows, from top to bottom.
///
/// @param pace how fast tickets like it are done; empty when too few are known
/// @param facts names and what is known, in order
public record TicketView(
    String name,
    String number,
    String kind,
    String state,
    String headline,
    String pace,
    String answerAddress,
    Map<String, String> facts,
    String description) {

  static TicketView of(
      Ticket ticket, String service, String goTo, Optional<Pace> pace, LocalDateTime now) {
    return new TicketView(
        ticket.name(),
        ticket.number(),
        TicketListView.kind(ticket.state()),
        ticket.state().word(),
        headline(ticket, now),
        pace.map(Pace::words).orElse(""),
        TicketListView.address(ticket.number()) + "/answer",
        facts(ticket, service, goTo, now),
        ticket.description());
  }

  private static String headline(Ticket ticket, LocalDateTime now) {
    LocalDateTime ended = ticket.ended();
    if (ticket.state().isOpen() || ended == null) {
      String who = ticket.assignee().isEmpty() ? "Nobody" : ticket.assignee();
      return "Open for %s. %s has it.".formatted(When.since(ticket.opened(), now), who);
    }
    return "Done on %s, %s after it was opened."
        .formatted(When.of(ended, now).text(), When.since(ticket.opened(), ended));
  }

  private static Map<String, String> facts(
      Ticket ticket, String service, String goTo, LocalDateTime now) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Number", ticket.number());
    facts.put("Opened", When.of(ticket.opened(), now).full());
    facts.put("Resolved", When.of(ticket.resolved(), now).full());
    facts.put("Closed", When.of(ticket.closed(), now).full());
    facts.put("Caller", ticket.caller().words());
    facts.put("Assigned to", ticket.assignee());
    facts.put("Team", ticket.team());
    facts.put("Service", service.isEmpty() ? ticket.serviceName() : service);
    facts.put("Go-to", goTo);
    facts.put("Category", ticket.category());
    facts.put("Priority", ticket.priority());
    facts.put("Work", work(ticket));
    facts.put("From", ticket.source());
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  private static String work(Ticket ticket) {
    if (ticket.isLogged()) {
      return When.length(ticket.handled()) + ", as logged";
    }
    return ticket.touches() == 0
        ? ""
        : When.length(ticket.handled())
            + ", estimated from "
            + When.count(ticket.touches(), "touch").replace("hs", "hes");
  }
}
