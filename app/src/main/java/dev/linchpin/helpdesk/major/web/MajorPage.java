package dev.linchpin.helpdesk.major.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.major.MajorIncident;
import dev.linchpin.helpdesk.major.MajorIncidents;
import dev.linchpin.helpdesk.web.Hands;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// The page of a major incident, as all its forms come back to it.
@Component
class MajorPage {
  private final Access access;
  private final MajorIncidents incidents;
  private final MajorFacts facts;
  private final Hands hands;

  MajorPage(Access access, MajorIncidents incidents, MajorFacts facts, Hands hands) {
    this.access = access;
    this.incidents = incidents;
    this.facts = facts;
    this.hands = hands;
  }

  MajorIncident incident(Ticket ticket) {
    return incidents
        .of(ticket)
        .orElseThrow(() -> new NotThere("This ticket is no major incident."));
  }

  Page page(Who who, Ticket ticket, Problems problems) {
    boolean mayChange = access.may(who, Permission.CHANGE_TICKET);
    String me = hands.id(who).isPresent() ? who.name() : "";
    return Page.of(
        "helpdesk/major/web/major.jte",
        "Major incident: " + ticket.name(),
        Place.TICKETS,
        facts.view(ticket, mayChange, me, problems));
  }

  View problem(Who who, Ticket ticket, String field, String message) {
    return page(who, ticket, new Problems().add(field, message)).withProblems();
  }
}
