package dev.linchpin.helpdesk.major.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
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
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final MajorFacts facts;
  private final Callers callers;
  private final Hands hands;
  private final Zone zone;

  MajorPages(
      Access access,
      Tickets tickets,
      TicketDesk desk,
      MajorIncidents incidents,
      MajorFacts facts,
      Callers callers,
      Hands hands,
      Zone zone) {
    this.access = access;
    this.tickets = tickets;
    this.desk = desk;
    this.incidents = incidents;
    this.facts = facts;
    this.callers = callers;
    this.hands = hands;
    this.zone = zone;
  }

  @GetMapping("/t/{number}/major")
  Page show(Who who, @PathVariable String number) {
    return page(who, access.load(who, tickets, number, Right.READ), new Problems());
  }

  private Page page(Who who, Ticket ticket, Problems problems) {
    boolean mayChange = access.may(who, Permission.CHANGE_TICKET);
    String me = hands.id(who).isPresent() ? who.name() : "";
    return Page.of(
        "helpdesk/major/web/major.jte",
        "Major incident: " + ticket.name(),
        Place.TICKETS,
        facts.view(ticket, mayChange, me, problems));
  }

  private View problem(Who who, Ticket ticket, String field, String message) {
    return page(who, ticket, new Problems().add(field, message)).withProblems();
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
      return problem(who, ticket, "lead", Objects.requireNonNull(no.getMessage()));
    }
    Optional<Duration> rhythm =
        TimeText.read(every).filter(time -> time.toMinutes() <= MajorIncident.MINUTES_MAX);
    if (rhythm.isEmpty()) {
      return problem(who, ticket, "every", "Enter a time up to a day, like 30m or 1h.");
    }
    if (incidents.declare(ticket, person, rhythm.get(), hands.by(who))) {
      return Going.to(MajorFacts.address(number), "It is declared.", request);
    }
    boolean goesOn = incidents.lead(load(ticket), person, rhythm.get(), hands.by(who));
    return Going.to(MajorFacts.address(number), goesOn ? "Saved." : OVER, request);
  }

  private MajorIncident load(Ticket ticket) {
    return incidents
        .of(ticket)
        .orElseThrow(() -> new NotThere("This ticket is no major incident."));
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
      return problem(who, ticket, "text", TEXT);
    }
    String said =
        incidents
            .update(load(ticket), uuid(once), text, callersToo.equals("yes"), hands.by(who))
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
      return problem(who, ticket, "text", TEXT);
    }
    boolean ended = incidents.end(load(ticket), uuid(once), text, hands.by(who));
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
    List<String> wanted = List.of(numbers.strip().split("[\\s,;]+"));
    for (String one : wanted) {
      String other = one.replaceFirst("(?i)^T-", "");
      if (other.isEmpty() || tickets.find(other).isEmpty()) {
        return problem(who, ticket, "numbers", "Enter numbers of tickets, like 1002 1003.");
      }
    }
    int linked = 0;
    for (String one : wanted) {
      Ticket other = access.load(who, tickets, one.replaceFirst("(?i)^T-", ""), Right.WRITE);
      var link = new TicketLink(TicketLink.Kind.CAUSED_BY, ticket.ref());
      Changing done = desk.change(other, new Change.Link(link), hands.by(who));
      linked += done instanceof Changing.Changed ? 1 : 0;
    }
    return Going.to(
        MajorFacts.address(number),
        linked == 1 ? "One ticket is linked." : linked + " tickets are linked.",
        request);
  }

  @PostMapping("/t/{number}/major/review")
  View review(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String happened,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String changes,
      @RequestParam(defaultValue = "") String version,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    int seen = version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    try {
      var review = new MajorIncident.Review(happened.strip(), why.strip(), changes.strip());
      boolean saved = incidents.review(load(ticket), seen, review, hands.by(who));
      return saved
          ? Going.to(MajorFacts.address(number), "The review is saved.", request)
          : problem(
              who,
              ticket,
              "happened",
              "Somebody changed it meanwhile. Copy your text, look again.");
    } catch (IllegalArgumentException no) {
      return problem(who, ticket, "happened", Objects.requireNonNull(no.getMessage()));
    }
  }

  @PostMapping("/t/{number}/major/actions")
  View action(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String due,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    if (what.isBlank() || what.length() > 500) {
      return problem(who, ticket, "what", "Enter what is to be done, in one line.");
    }
    try {
      PersonId does = person.isBlank() ? null : callers.person(who, person.strip());
      incidents.add(load(ticket), what, does, date(due));
      return Going.to(MajorFacts.address(number), "The action is kept.", request);
    } catch (DateTimeParseException no) {
      return problem(who, ticket, "due", "Enter a day, like 2027-03-12.");
    } catch (IllegalArgumentException no) {
      return problem(who, ticket, "person", Objects.requireNonNull(no.getMessage()));
    }
  }

  private static @Nullable LocalDate date(String typed) {
    return typed.isBlank() ? null : LocalDate.parse(typed.strip());
  }

  @PostMapping("/t/{number}/major/actions/{id}/tick")
  View tick(
      Who who, @PathVariable String number, @PathVariable UUID id, HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    if (!incidents.tick(load(ticket), id, zone.instant())) {
      throw new NotThere("There is no such action.");
    }
    return Going.to(MajorFacts.address(number), "Saved.", request);
  }

  private static boolean isBad(String text) {
    return text.isBlank() || text.length() > MajorIncident.TEXT_MAX;
  }

  /// A form that was sent twice says it once; one without an id is a new one.
  private static UUID uuid(String sent) {
    try {
      return UUID.fromString(sent);
    } catch (IllegalArgumentException no) {
      return UUID.randomUUID();
    }
  }
}
