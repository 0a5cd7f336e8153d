package dev.linchpin.helpdesk.portal;

import static dev.linchpin.helpdesk.portal.RequestForm.text;

import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.web.SentFiles;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// The help desk for people without an account. Whoever asks gets an address that nobody can guess.
@Controller
class PortalPages {
  private static final String TITLE = "Ask the help desk";

  private final Portal portal;
  private final Follows follows;
  private final Services services;
  private final RequestFacts facts;

  PortalPages(Portal portal, Follows follows, Services services, RequestFacts facts) {
    this.portal = portal;
    this.follows = follows;
    this.services = services;
    this.facts = facts;
  }

  @GetMapping("/portal")
  Page blank() {
    return portal.isOpen()
        ? form(RequestForm.blank(follows.secret()), new Problems())
        : closed(
            "Ask with your account",
            "The help desk takes requests from people who are signed in.",
            "Sign in, or call the help desk.");
  }

  @PostMapping("/portal")
  View ask(RequestForm form, HttpServletRequest request) {
    if (!portal.isOpen()) {
      return blank();
    }
    var problems = new Problems();
    if (text(form.email()).isEmpty()) {
      problems.add("email", "Enter your e-mail address, so that we can answer.");
    }
    Optional<NewTicket> asked = form.read(services, problems);
    if (asked.isEmpty() || !Follows.isSecret(text(form.once()))) {
      return form(form.withOnce(follows.secret()), problems).withProblems();
    }
    return portal
        .ask(asked.get(), text(form.once()), request.getRemoteAddr())
        .<View>map(ticket ->
            Going.to(
                address(text(form.once())),
                "We have your request. Keep the address of this page: it is the only way back.",
                request))
        .orElseGet(() -> tooMany(form));
  }

  private Page tooMany(RequestForm form) {
    return form(form, new Problems().add("title", Portal.TOO_MUCH))
        .withProblems()
        .with(HttpStatus.TOO_MANY_REQUESTS);
  }

  @GetMapping("/portal/{secret}")
  Page show(@PathVariable String secret) {
    return follows
        .find(secret)
        .map(ticket -> request(ticket, secret, "", new Problems()))
        .orElseGet(PortalPages::nothing);
  }

  @PostMapping("/portal/{secret}/messages")
  View say(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String once,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request) {
    Optional<Ticket> found = follows.find(secret);
    if (found.isEmpty()) {
      return nothing();
    }
    Ticket ticket = found.get();
    var problems = new Problems();
    List<NewMessage.File> sent = SentFiles.read(files == null ? List.of() : files, problems);
    RequestFacts.checkText(text, sent, problems);
    if (!problems.any() && !portal.add(ticket, text, sent, once, Portal.CHANNEL)) {
      problems.add("text", Portal.TOO_MUCH);
    }
    return problems.any()
        ? request(ticket, secret, text, problems).withProblems()
        : Going.to(address(secret), "Sent.", request);
  }

  @GetMapping("/portal/{secret}/files/{id}")
  Object file(@PathVariable String secret, @PathVariable String id) {
    Optional<ResponseEntity<byte[]>> file =
        follows.find(secret).flatMap(ticket -> facts.file(ticket, id));
    return file.isPresent() ? file.get() : nothing();
  }

  private Page form(RequestForm form, Problems problems) {
    return Page.of(
        "helpdesk/portal/new-request.jte",
        TITLE,
        null,
        new RequestView.Form(
            "/portal", false, form.asked(), RequestForm.choices(services), problems));
  }

  private Page request(Ticket ticket, String secret, String text, Problems problems) {
    RequestView view = facts.view(ticket, address(secret), "", text, problems);
    return Page.of("helpdesk/portal/request.jte", ticket.name(), null, view);
  }

  private static Page nothing() {
    return closed(
        "There is no request here",
        "This address leads nowhere. Addresses of requests are long; a part of it may be missing.",
        "Open it again from where you kept it, or call the help desk.");
  }

  private static Page closed(String headline, String happened, String next) {
    var view = new RequestView.Closed(headline, happened, next);
    return Page.of("helpdesk/portal/closed.jte", headline, null, view).with(HttpStatus.NOT_FOUND);
  }

  private static String address(String secret) {
    return "/portal/" + secret;
  }
}
