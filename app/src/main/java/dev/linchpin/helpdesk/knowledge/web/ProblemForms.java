package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketLink;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.knowledge.KnownProblems;
import dev.linchpin.helpdesk.knowledge.Part;
import dev.linchpin.helpdesk.knowledge.Problem;
import dev.linchpin.helpdesk.web.Callers;
import dev.linchpin.helpdesk.web.Hands;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Opens and changes problems, and says which incidents they caused.
@Controller
class ProblemForms {
  private final Access access;
  private final KnownProblems known;
  private final Tickets tickets;
  private final TicketDesk desk;
  private final Names names;
  private final Callers callers;
  private final Hands hands;

  ProblemForms(
      Access access,
      KnownProblems known,
      Tickets tickets,
      TicketDesk desk,
      Names names,
      Callers callers,
      Hands hands) {
    this.access = access;
    this.known = known;
    this.tickets = tickets;
    this.desk = desk;
    this.names = names;
    this.callers = callers;
    this.hands = hands;
  }

  /// @param ticket number of an incident it is behind; the form begins with what that one says
  @GetMapping("/problems/new")
  Page blank(Who who, @RequestParam(defaultValue = "") String ticket) {
    access.require(who, Permission.CHANGE_TICKET);
    var parts = new EnumMap<Part, String>(Part.class);
    if (!ticket.isEmpty()) {
      Ticket from = access.load(who, tickets, ticket, Right.READ);
      parts.put(Part.TITLE, from.title());
      parts.put(Part.TEXT, from.description());
      parts.put(Part.SERVICE, from.service() == null ? "" : from.service().toString());
    }
    String me = hands.person(who).map(person -> person.name()).orElse("");
    return page(null, ProblemForm.of(parts, 0, me, ticket), List.of(), new Problems());
  }

  @PostMapping("/problems")
  View add(Who who, ProblemForm form, HttpServletRequest request) {
    access.require(who, Permission.CHANGE_TICKET);
    var problems = new Problems();
    Map<Part, String> parts = read(who, form, problems);
    if (problems.any()) {
      return page(null, form, List.of(), problems).withProblems();
    }
    Problem added = known.add(parts, hands.by(who));
    String number = form.ticketOrNothing();
    if (!number.isEmpty()) {
      link(who, access.load(who, tickets, number, Right.WRITE), added);
    }
    return Going.to(ProblemPages.address(added), "%s is open.".formatted(added.ref()), request);
  }

  private void link(Who who, Ticket ticket, Problem problem) {
    var causedBy = new TicketLink(TicketLink.Kind.CAUSED_BY, problem.ref());
    desk.change(ticket, new Change.Link(causedBy), hands.by(who));
  }

  /// Says that this problem caused a ticket too.
  @PostMapping("/problems/{number}/incidents")
  View link(
      Who who,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String ticket,
      HttpServletRequest request) {
    Problem problem = access.load(who, known, number, Right.WRITE);
    String said;
    try {
      Ticket caused = access.load(who, tickets, Ticket.numberIn(ticket), Right.WRITE);
      link(who, caused, problem);
      said = "%s is linked.".formatted(caused.ref());
    } catch (NotThere no) {
      said = "There is no such ticket. Enter its number, like 1002.";
    }
    return Going.to(ProblemPages.address(problem), said, request);
  }

  @GetMapping("/problems/{number}/details")
  Page change(Who who, @PathVariable int number) {
    Problem problem = access.load(who, known, number, Right.WRITE);
    return page(problem, form(problem.parts(), problem.version()), List.of(), new Problems());
  }

  @PostMapping("/problems/{number}/details")
  View put(Who who, @PathVariable int number, ProblemForm form, HttpServletRequest request) {
    Problem problem = access.load(who, known, number, Right.WRITE);
    var problems = new Problems();
    Map<Part, String> parts = read(who, form, problems);
    if (problems.any()) {
      return page(problem, form, List.of(), problems).withProblems();
    }
    return FormText.after(
        known.put(problem, Typed.version(form.version()), parts, hands.by(who)),
        ProblemPages.address(problem),
        request,
        clashed ->
            page(
                problem,
                form(clashed.merged(), clashed.version()),
                FormText.clashes(clashed, names::said),
                new Problems()));
  }

  private Map<Part, String> read(Who who, ProblemForm form, Problems problems) {
    return form.read(
        typed -> callers.person(who, typed).toString(), names.services().keySet(), problems);
  }

  private ProblemForm form(Map<Part, String> parts, int version) {
    String lead = names.said(Part.LEAD, parts.getOrDefault(Part.LEAD, ""));
    return ProblemForm.of(parts, version, lead, "");
  }

  private Page page(
      @Nullable Problem problem, ProblemForm form, List<ClashRow> clashes, Problems problems) {
    String title = problem == null ? "New problem" : "Change " + problem.ref();
    String address = problem == null ? "/problems" : ProblemPages.address(problem);
    return Page.of(
        "helpdesk/knowledge/web/problem-form.jte",
        title,
        Place.TICKETS,
        new ProblemFormView(
            title,
            problem == null ? "/problems" : address + "/details",
            address,
            form,
            names.services(),
            clashes,
            problems));
  }
}
