package dev.linchpin.helpdesk.major.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.major.MajorIncident;
import dev.linchpin.helpdesk.major.MajorIncidents;
import dev.linchpin.helpdesk.web.Callers;
import dev.linchpin.helpdesk.web.Hands;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What did we learn from it, and what do we do so that it does not come back?
@Controller
class MajorReviews {
  private final Access access;
  private final Tickets tickets;
  private final MajorIncidents incidents;
  private final MajorPage shown;
  private final Callers callers;
  private final Hands hands;
  private final Zone zone;

  MajorReviews(
      Access access,
      Tickets tickets,
      MajorIncidents incidents,
      MajorPage shown,
      Callers callers,
      Hands hands,
      Zone zone) {
    this.access = access;
    this.tickets = tickets;
    this.incidents = incidents;
    this.shown = shown;
    this.callers = callers;
    this.hands = hands;
    this.zone = zone;
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
    try {
      var review = new MajorIncident.Review(happened.strip(), why.strip(), changes.strip());
      boolean saved =
          incidents.review(shown.incident(ticket), Typed.version(version), review, hands.by(who));
      return saved
          ? Going.to(MajorFacts.address(number), "The review is saved.", request)
          : shown.problem(
              who,
              ticket,
              "happened",
              "Somebody changed it meanwhile. Copy your text, look again.");
    } catch (IllegalArgumentException no) {
      return shown.problem(who, ticket, "happened", Objects.requireNonNull(no.getMessage()));
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
      return shown.problem(who, ticket, "what", "Enter what is to be done, in one line.");
    }
    try {
      PersonId does = person.isBlank() ? null : callers.person(who, person.strip());
      incidents.add(shown.incident(ticket), what, does, date(due));
      return Going.to(MajorFacts.address(number), "The action is kept.", request);
    } catch (DateTimeParseException no) {
      return shown.problem(who, ticket, "due", "Enter a day, like 2027-03-12.");
    } catch (IllegalArgumentException no) {
      return shown.problem(who, ticket, "person", Objects.requireNonNull(no.getMessage()));
    }
  }

  private static @Nullable LocalDate date(String typed) {
    return typed.isBlank() ? null : LocalDate.parse(typed.strip());
  }

  @PostMapping("/t/{number}/major/actions/{id}/tick")
  View tick(
      Who who, @PathVariable String number, @PathVariable UUID id, HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    if (!incidents.tick(shown.incident(ticket), id, zone.instant())) {
      throw new NotThere("There is no such action.");
    }
    return Going.to(MajorFacts.address(number), "Saved.", request);
  }
}
