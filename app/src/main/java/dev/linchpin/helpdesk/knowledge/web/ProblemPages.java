package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.knowledge.KnownProblems;
import dev.linchpin.helpdesk.knowledge.Markdown;
import dev.linchpin.helpdesk.knowledge.Problem;
import dev.linchpin.helpdesk.knowledge.Revisions;
import dev.linchpin.helpdesk.knowledge.Suggestion;
import dev.linchpin.helpdesk.knowledge.Suggestions;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import gg.jte.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What causes all these incidents?
@Controller
class ProblemPages {
  private static final int ROWS = 100;
  private static final int WORDS_MAX = 200;
  static final int INCIDENTS_MAX = 200;

  private final Access access;
  private final KnownProblems known;
  private final Tickets tickets;
  private final Revisions revisions;
  private final Suggestions suggestions;
  private final Names names;
  private final Zone zone;

  ProblemPages(
      Access access,
      KnownProblems known,
      Tickets tickets,
      Revisions revisions,
      Suggestions suggestions,
      Names names,
      Zone zone) {
    this.access = access;
    this.known = known;
    this.tickets = tickets;
    this.revisions = revisions;
    this.suggestions = suggestions;
    this.names = names;
    this.zone = zone;
  }

  @GetMapping("/problems")
  Page all(
      Who who,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String show) {
    access.require(who, Permission.READ_TICKETS);
    String typed = words.strip();
    String cut = typed.substring(0, Math.min(WORDS_MAX, typed.length()));
    var tabs = new LinkedHashMap<String, String>();
    tabs.put("/problems", "Open");
    tabs.put("/problems?show=all", "All");
    var view =
        new ProblemsView(
            cut,
            tabs,
            show.equals("all") ? "/problems?show=all" : "/problems",
            access.may(who, Permission.CHANGE_TICKET),
            known.like(cut, show.equals("all"), ROWS).stream().map(this::row).toList());
    return Page.of("helpdesk/knowledge/web/problem-list.jte", "Problems", Place.TICKETS, view);
  }

  private ProblemsView.Row row(KnownProblems.Row row) {
    Problem problem = row.problem();
    return new ProblemsView.Row(
        address(problem),
        problem.ref(),
        problem.title(),
        kind(problem),
        problem.state(),
        row.open(),
        row.incidents(),
        names.person(problem.lead()));
  }

  @GetMapping("/problems/{number}")
  Page show(Who who, @PathVariable int number) {
    Problem problem = access.load(who, known, number, Right.READ);
    List<Ticket> incidents = tickets.causedBy(problem.ref(), INCIDENTS_MAX);
    boolean mayChange = access.may(who, Permission.CHANGE_TICKET);
    var view =
        new ProblemView(
            problem.ref(),
            problem.title(),
            kind(problem),
            problem.state(),
            headline(problem, incidents),
            mayChange ? address(problem) : null,
            problem.isOpen(),
            html(problem.workaround()),
            html(problem.cause()),
            html(problem.text()),
            facts(problem),
            incidents.stream().map(ProblemPages::incident).toList(),
            FormText.history(revisions.of(problem.ref()), zone.id(), "", names::said));
    return Page.of("helpdesk/knowledge/web/problem.jte", problem.title(), Place.TICKETS, view);
  }

  private static String headline(Problem problem, List<Ticket> incidents) {
    long open = incidents.stream().filter(one -> one.state().isOpen()).count();
    String caused =
        incidents.size() == 1
            ? "It caused 1 incident"
            : "It caused %,d incidents".formatted(incidents.size());
    String still = open == 0 ? "none is open" : "%,d still open".formatted(open);
    String way =
        problem.workaround().isBlank()
            ? "Nobody knows a way around yet."
            : "There is a way around.";
    return problem.isOpen()
        ? "%s, %s. %s".formatted(caused, still, way)
        : "%s, %s. It is closed.".formatted(caused, still);
  }

  static ProblemView.Incident incident(Ticket ticket) {
    return new ProblemView.Incident(
        "/t/" + ticket.number(),
        ticket.number(),
        ticket.name(),
        ticket.state().isOpen() ? ticket.state().isWaiting() ? "waiting" : "open" : "good",
        ticket.state().word(),
        ticket.caller().name());
  }

  private Map<String, String> facts(Problem problem) {
    Suggestion use =
        suggestions.usefulness(Suggestion.Kind.KNOWN_ERROR, problem.ref(), problem.title(), "");
    var facts = new LinkedHashMap<String, String>();
    facts.put("Number", problem.ref());
    facts.put("Lead", names.person(problem.lead()));
    facts.put(
        "Service",
        problem.service() == null
            ? ""
            : names.services().getOrDefault(problem.service().toString(), ""));
    facts.put("Opened", FormText.day(problem.opened(), zone.id()));
    facts.put("Closed", problem.closed() == null ? "" : FormText.day(problem.closed(), zone.id()));
    facts.put("Workaround", use.words());
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  private static @Nullable Content html(String text) {
    return text.isBlank() ? null : output -> output.writeContent(Markdown.html(text));
  }

  static String kind(Problem problem) {
    if (!problem.isOpen()) {
      return "good";
    }
    return problem.isKnownError() ? "running" : "open";
  }

  static String address(Problem problem) {
    return "/problems/" + problem.number();
  }
}
