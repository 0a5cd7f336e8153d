package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.knowledge.Suggestions;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Did we have this before, and what helped?
@Controller
class SuggestionPages {
  private static final String HTMX = "HX-Request";

  private final Access access;
  private final Tickets tickets;
  private final Suggestions suggestions;
  private final Suggested suggested;
  private final TicketPage ticketPage;
  private final NewTicketPage newTicketPage;
  private final Hands hands;

  SuggestionPages(
      Access access,
      Tickets tickets,
      Suggestions suggestions,
      Suggested suggested,
      TicketPage ticketPage,
      NewTicketPage newTicketPage,
      Hands hands) {
    this.access = access;
    this.tickets = tickets;
    this.suggestions = suggestions;
    this.suggested = suggested;
    this.ticketPage = ticketPage;
    this.newTicketPage = newTicketPage;
    this.hands = hands;
  }

  /// While somebody types a new ticket; asked for by the page itself.
  @GetMapping("/tickets/suggestions")
  Object typing(
      Who who,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String text) {
    access.require(who, Permission.CHANGE_TICKET);
    return Page.of(
        "helpdesk/web/suggestions_new.jte", "Similar", null, suggested.view(title, text));
  }

  /// The form of a new ticket again, with what is similar: works without script.
  @PostMapping("/tickets/suggestions")
  Page similar(Who who, NewTicketForm form) {
    access.require(who, Permission.CHANGE_TICKET);
    return newTicketPage.page(
        form,
        new Problems(),
        suggested.view(ChangeForm.text(form.title()), ChangeForm.text(form.text())));
  }

  /// @param text what the agent writes just now
  @GetMapping("/t/{number}/suggestions")
  Page ofTicket(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String text,
      @RequestHeader(name = HTMX, required = false) @Nullable String htmx) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    SuggestionsView view = suggested.view(ticket, text);
    return htmx == null
        ? Page.of("helpdesk/web/similar.jte", "Similar to " + number, Place.TICKETS, view)
        : Page.of("helpdesk/web/suggestions.jte", "", null, view);
  }

  /// Puts a suggestion below what the answer says already, and shows the ticket with it.
  ///
  /// @param insert its ref
  @PostMapping("/t/{number}/insertions")
  Page insert(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String insert,
      ReplyForm typed) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    String text =
        suggested
            .text(who, insert)
            .orElseThrow(() -> new NotThere("There is nothing here named " + insert + "."));
    suggestions.use(insert, ticket, hands.by(who));
    String before = typed.textOrNothing();
    var reply =
        new ReplyForm(
            "ANSWER",
            before.isEmpty() ? text : before + "\n\n" + text,
            typed.thenOrNothing(),
            typed.spentOrNothing(),
            typed.version());
    return ticketPage.show(who, ticket, TicketPage.Typed.of(reply), new Problems());
  }

  /// @param helped "yes", or anything else for no
  @PostMapping("/t/{number}/suggestions/{ref}/judgement")
  View judge(
      Who who,
      @PathVariable String number,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String helped,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    if (!suggestions.used(ticket).containsKey(ref)) {
      throw new NotThere("%s was not put into an answer here.".formatted(ref));
    }
    suggestions.judge(ref, ticket, helped.equals("yes"), hands.by(who));
    return Going.to(
        TicketListView.address(ticket.number()), "Thank you: that orders the next ones.", request);
  }
}
