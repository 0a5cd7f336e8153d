package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.knowledge.Suggestions;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The telephone form: who calls, one line, done.
@Controller
class NewTicketPage {
  private final Access access;
  private final TicketDesk desk;
  private final Services services;
  private final Callers callers;
  private final Suggestions suggestions;
  private final Suggested suggested;
  private final Hands hands;

  NewTicketPage(
      Access access,
      TicketDesk desk,
      Services services,
      Callers callers,
      Suggestions suggestions,
      Suggested suggested,
      Hands hands) {
    this.access = access;
    this.desk = desk;
    this.services = services;
    this.callers = callers;
    this.suggestions = suggestions;
    this.suggested = suggested;
    this.hands = hands;
  }

  /// @param title words to begin with, as a search that found nothing has them
  @GetMapping("/tickets/new")
  Page blank(Who who, @RequestParam(defaultValue = "") String title) {
    access.require(who, Permission.CHANGE_TICKET);
    NewTicketForm e = NewTicketForm.EMPTY;
    return page(
        new NewTicketForm(
            e.caller(),
            e.email(),
            e.phone(),
            title,
            e.service(),
            e.text(),
            e.kind(),
            e.impact(),
            e.urgency()),
        new Problems());
  }

  /// @param answer ref of a suggestion that the answer begins with; empty for none
  @PostMapping("/tickets")
  View open(
      Who who,
      NewTicketForm form,
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request) {
    access.require(who, Permission.CHANGE_TICKET);
    var problems = new Problems();
    Optional<NewTicket> asked = form.read(callers, problems);
    if (asked.isEmpty()) {
      return page(form, problems).withProblems();
    }
    Optional<Service> service = services.find(ChangeForm.text(form.service()));
    NewTicket ticket = asked.get().about(service.map(Service::id).orElse(null));
    Ticket opened = desk.open(ticket, hands.by(who));
    boolean begins = suggested.text(who, answer).isPresent();
    if (begins) {
      suggestions.use(answer, opened, hands.by(who));
    }
    return Going.to(
        TicketListView.address(opened.number()) + (begins ? "?reply=" + answer + "#text" : ""),
        "Ticket %s is open.".formatted(opened.number()),
        request);
  }

  /// Options for the caller's field; asked for by the page itself.
  @GetMapping("/tickets/callers")
  Object near(Who who, @RequestParam(defaultValue = "") String caller) {
    access.require(who, Permission.CHANGE_TICKET);
    var names = new LinkedHashMap<String, String>();
    for (Person person : callers.near(caller.strip())) {
      String value = names.containsKey(person.name()) ? person.email() : person.name();
      names.put(value, person.title().isEmpty() ? person.email() : person.title());
    }
    return Page.of("helpdesk/web/callers.jte", "", null, new CallersView(names));
  }

  private Page page(NewTicketForm form, Problems problems) {
    return page(form, problems, new SuggestionsView("", "", Map.of(), List.of()));
  }

  Page page(NewTicketForm form, Problems problems, SuggestionsView similar) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("", "not known yet");
    services.all().forEach(service -> names.put(service.key(), service.name()));
    boolean more =
        !ChangeForm.text(form.text()).isEmpty()
            || !ChangeForm.text(form.email()).isEmpty()
            || !ChangeForm.text(form.phone()).isEmpty();
    return Page.of(
        "helpdesk/web/new-ticket.jte",
        "New ticket",
        Place.TICKETS,
        new NewTicketView(
            ChangeForm.text(form.caller()),
            ChangeForm.text(form.email()),
            ChangeForm.text(form.phone()),
            ChangeForm.text(form.title()),
            ChangeForm.text(form.service()),
            ChangeForm.text(form.text()),
            ChangeForm.text(form.kind()),
            ChangeForm.text(form.impact()),
            ChangeForm.text(form.urgency()),
            names,
            TicketFacts.kinds(),
            TicketFacts.grades(),
            more,
            similar,
            problems));
  }
}
