package dev.linchpin.helpdesk.major.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Changing;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketLink;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.levels.TimeText;
import dev.linchpin.helpdesk.major.MajorIncident;
import dev.linchpin.helpdesk.major.MajorIncidents;
import dev.linchpin.helpdesk.web.Callers;
import dev.linchpin.helpdesk.web.Hands;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// How does it stand, who leads, and what do we tell all of them?
@Controller
class MajorPages {
  private static final String OVER = "It is over already. Nothing was said.";
  private static final String TEXT = "Enter what you tell them, in at most 20,000 characters.";

  private final Access access;
  private final Tickets tickets;
  private final TicketDesk desk;
  private final MajorIncidents incidents;
  private final MajorPage shown;
  private final Callers callers;
  private final Hands hands;

  MajorPages(
      Access access,
      Tickets tickets,
      TicketDesk desk,
      MajorIncidents incidents,
      MajorPage shown,
      Callers callers,
      Hands hands) {
    this.access = access;
    this.tickets = tickets;
    this.desk = desk;
    this.incidents = incidents;
    this.shown = shown;
    this.callers = callers;
    this.hands = hands;
  }

  @GetMapping("/t/{number}/major")
  Page show(Who who, @PathVariable String number) {
    return shown.page(who, access.load(who, tickets, number, Right.READ), new Problems());
  }

  /// Declares it, or names another lead and rhythm.
  @PostMapping("/t/{number}/major")
  View declare(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String lead,
      @RequestParam(defaultValue = "") String every,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    PersonId person;
    try {
      person = callers.person(who, lead.strip());
    } catch (IllegalArgumentException no) {
      return shown.problem(who, ticket, "lead", Objects.requireNonNull(no.getMessage()));
    }
    Optional<Duration> rhythm =
        TimeText.read(every).filter(time -> time.toMinutes() <= MajorIncident.MINUTES_MAX);
    if (rhythm.isEmpty()) {
      return shown.problem(who, ticket, "every", "Enter a time up to a day, like 30m or 1h.");
    }
    if (incidents.declare(ticket, person, rhythm.get(), hands.by(who))) {
      return Going.to(MajorFacts.address(number), "It is declared.", request);
    }
    boolean goesOn = incidents.lead(shown.incident(ticket), person, rhythm.get(), hands.by(who));
    return Going.to(MajorFacts.address(number), goesOn ? "Saved." : OVER, request);
  }

  @PostMapping("/t/{number}/major/updates")
  View update(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String callersToo,
      @RequestParam(defaultValue = "") String once,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    if (isBad(text)) {
      return shown.problem(who, ticket, "text", TEXT);
    }
    String said =
        incidents
            .update(
                shown.incident(ticket),
                Typed.once(once),
                text,
                callersToo.equals("yes"),
                hands.by(who))
            .map(MajorPages::told)
            .orElse(OVER);
    return Going.to(MajorFacts.address(number), said, request);
  }

  private static String told(int callers) {
    return switch (callers) {
      case 0 -> "It is kept.";
      case 1 -> "One caller is told.";
      default -> callers + " callers are told.";
    };
  }

  @PostMapping("/t/{number}/major/end")
  View end(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String once,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    if (isBad(text)) {
      return shown.problem(who, ticket, "text", TEXT);
    }
    boolean ended = incidents.end(shown.incident(ticket), Typed.once(once), text, hands.by(who));
    return Going.to(
        MajorFacts.address(number),
        ended ? "It is over. Write down what you learned." : OVER,
        request);
  }

  /// Says of tickets that this one caused them.
  @PostMapping("/t/{number}/major/tickets")
  View add(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String numbers,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    var others = new ArrayList<Ticket>();
    try {
      for (String one : numbers.strip().split("[\\s,;]+")) {
        others.add(access.load(who, tickets, Ticket.numberIn(one), Right.WRITE));
      }
    } catch (NotThere no) {
      return shown.problem(who, ticket, "numbers", "Enter numbers of tickets, like 1002 1003.");
    }
    var causedBy = new Change.Link(new TicketLink(TicketLink.Kind.CAUSED_BY, ticket.ref()));
    long linked =
        others.stream()
            .map(other -> desk.change(other, causedBy, hands.by(who)))
            .filter(Changing.Changed.class::isInstance)
            .count();
    return Going.to(
        MajorFacts.address(number),
        linked == 1 ? "One ticket is linked." : linked + " tickets are linked.",
        request);
  }

  private static boolean isBad(String text) {
    return text.isBlank() || text.length() > MajorIncident.TEXT_MAX;
  }
}
