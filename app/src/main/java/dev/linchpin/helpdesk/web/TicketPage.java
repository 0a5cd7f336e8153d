package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Looking;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What happened, and what do I tell the caller?
@Controller
class TicketPage {
  private final Access access;
  private final Tickets tickets;
  private final TicketFacts facts;
  private final Looking looking;
  private final Suggested suggested;
  private final Zone zone;

  TicketPage(
      Access access,
      Tickets tickets,
      TicketFacts facts,
      Looking looking,
      Suggested suggested,
      Zone zone) {
    this.access = access;
    this.tickets = tickets;
    this.facts = facts;
    this.looking = looking;
    this.suggested = suggested;
    this.zone = zone;
  }

  /// What somebody typed into the forms of the page.
  ///
  /// @param change of a small form that could not be saved
  record Typed(ChangeForm change, ReplyForm reply) {
    static final Typed NOTHING = new Typed(ChangeForm.of("", "", "", ""), ReplyForm.EMPTY);

    static Typed of(ChangeForm form) {
      return new Typed(form, ReplyForm.EMPTY);
    }

    static Typed of(ReplyForm form) {
      return new Typed(NOTHING.change(), form);
    }
  }

  /// @param reply what the answer begins with: id of a canned reply, key of a project, or ref of a
  ///   suggestion
  @GetMapping("/t/{number}")
  Page show(Who who, @PathVariable String number, @RequestParam(defaultValue = "") String reply) {
    Ticket ticket = access.load(who, tickets, number, Right.READ);
    ReplyForm begun = new ReplyForm("ANSWER", begun(who, ticket, reply), "", "", "");
    return show(who, ticket, Typed.of(begun), new Problems());
  }

  private String begun(Who who, Ticket ticket, String reply) {
    return suggested.text(who, reply).orElseGet(() -> facts.begun(who, ticket, reply));
  }

  Page show(Who who, Ticket ticket, Typed typed, Problems problems) {
    boolean mayChange = access.may(who, Permission.CHANGE_TICKET);
    TicketView view = facts.view(who, ticket, mayChange, typed, problems);
    return Page.of("helpdesk/web/ticket.jte", ticket.name(), Place.TICKETS, view);
  }

  /// The line that says who else has it open; asked for by the page itself.
  @GetMapping("/t/{number}/viewers")
  Object viewers(Who who, @PathVariable String number) {
    Ticket ticket = access.load(who, tickets, number, Right.READ);
    List<String> others = looking.at(ticket, who.account(), who.name(), zone.instant());
    return Page.of("helpdesk/web/viewers.jte", "", null, new ViewersView(others));
  }
}
