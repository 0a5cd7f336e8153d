package dev.linchpin.helpdesk.portal;

import static dev.linchpin.helpdesk.portal.RequestForm.text;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.Caller;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.OwnTickets;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.web.SentFiles;
import dev.linchpin.helpdesk.web.When;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// What I asked the help desk for, for everybody with an account.
@Controller
class RequestsPages {
  private static final int SHOWN = 50;

  private final Access access;
  private final OwnTickets own;
  private final Portal portal;
  private final People people;
  private final Services services;
  private final RequestFacts facts;

  RequestsPages(
      Access access,
      OwnTickets own,
      Portal portal,
      People people,
      Services services,
      RequestFacts facts) {
    this.access = access;
    this.own = own;
    this.portal = portal;
    this.people = people;
    this.services = services;
    this.facts = facts;
  }

  @GetMapping("/requests")
  Page mine(Who who) {
    List<Ticket> tickets = own.of(who, SHOWN);
    long open = tickets.stream().filter(facts::isOpen).count();
    String sentence =
        When.count(open, "request") + (open == 1 ? " of yours is open." : " of yours are open.");
    return Page.of(
        "helpdesk/portal/requests.jte",
        "My requests",
        null,
        new RequestView.Mine(
            sentence, tickets.stream().map(one -> facts.row(one, address(one))).toList()));
  }

  @GetMapping("/requests/new")
  Page blank(Who who) {
    return form(RequestForm.blank(UUID.randomUUID().toString()), new Problems());
  }

  @PostMapping("/requests")
  View ask(Who who, RequestForm form, HttpServletRequest request) {
    var problems = new Problems();
    if (who.email().isEmpty()) {
      problems.add("title", "This account has no e-mail address. Sign in with yours.");
    }
    Optional<NewTicket> asked = form.read(services, problems);
    if (asked.isEmpty()) {
      return form(form, problems).withProblems();
    }
    Ticket ticket =
        portal.ask(asked.get().calledBy(caller(who)), "request " + text(form.once()), who);
    return Going.to(address(ticket), "We have your request.", request);
  }

  private Caller caller(Who who) {
    return people
        .withEmail(who.email())
        .map(Caller::of)
        .orElseGet(() -> new Caller(null, who.name(), who.email(), ""));
  }

  @GetMapping("/requests/{number}")
  Page show(Who who, @PathVariable String number) {
    return request(access.load(who, own, number, Right.READ), "", new Problems());
  }

  @PostMapping("/requests/{number}/messages")
  View say(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String once,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, own, number, Right.WRITE);
    var problems = new Problems();
    List<NewMessage.File> sent = SentFiles.read(files == null ? List.of() : files, problems);
    RequestFacts.checkText(text, sent, problems);
    if (!problems.any() && !portal.add(ticket, text, sent, once, who.name())) {
      problems.add("text", Portal.TOO_MUCH);
    }
    return problems.any()
        ? request(ticket, text, problems).withProblems()
        : Going.to(address(ticket), "Sent.", request);
  }

  @GetMapping("/requests/{number}/files/{id}")
  ResponseEntity<byte[]> file(Who who, @PathVariable String number, @PathVariable String id) {
    Ticket ticket = access.load(who, own, number, Right.READ);
    return facts
        .file(ticket, id)
        .orElseThrow(() -> new NotThere("There is no file named " + id + "."));
  }

  @GetMapping("/admin/portal")
  Page door(Who who) {
    access.require(who, Permission.ADMINISTER);
    return Page.of(
        "helpdesk/portal/door.jte",
        "Portal",
        null,
        new RequestView.Door(portal.isOpen(), "/portal"));
  }

  @PostMapping("/admin/portal")
  View open(Who who, @RequestParam(defaultValue = "no") String open, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    portal.open(open.equals("yes"), who);
    String done = portal.isOpen() ? "Everybody can ask now." : "Only accounts can ask now.";
    return Going.to("/admin/portal", done, request);
  }

  private Page form(RequestForm form, Problems problems) {
    return Page.of(
        "helpdesk/portal/new-request.jte",
        "Ask the help desk",
        null,
        new RequestView.Form(
            "/requests", true, form.asked(), RequestForm.choices(services), problems));
  }

  private Page request(Ticket ticket, String text, Problems problems) {
    RequestView view = facts.view(ticket, address(ticket), "/requests", text, problems);
    return Page.of("helpdesk/portal/request.jte", ticket.name(), null, view);
  }

  private static String address(Ticket ticket) {
    return "/requests/" + ticket.number();
  }
}
