package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.mail.AsideMails;
import dev.linchpin.helpdesk.mail.KeptMail;
import dev.linchpin.helpdesk.mail.Mails;
import dev.linchpin.helpdesk.mail.ShownMail;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// One mail as it came: for admins while it lies aside, for agents on its ticket.
@Controller
class OneMailPages {
  private static final String GONE = "Somebody else decided on this mail meanwhile.";

  private final Access access;
  private final Mails mails;
  private final AsideMails aside;
  private final Tickets tickets;
  private final Zone zone;

  OneMailPages(Access access, Mails mails, AsideMails aside, Tickets tickets, Zone zone) {
    this.access = access;
    this.mails = mails;
    this.aside = aside;
    this.tickets = tickets;
    this.zone = zone;
  }

  @GetMapping("/admin/mail/aside/{id}")
  Page show(Who who, @PathVariable String id) {
    KeptMail mail = forAdmin(who, id);
    return page(
        mail,
        "/admin/mail/aside/" + mail.id(),
        Map.of("/admin/mail", "Mail"),
        mail.became().isAside());
  }

  @GetMapping("/admin/mail/aside/{id}/original")
  ResponseEntity<byte[]> original(Who who, @PathVariable String id) {
    return original(forAdmin(who, id));
  }

  @GetMapping("/admin/mail/aside/{id}/layout")
  ResponseEntity<byte[]> layout(Who who, @PathVariable String id) {
    return layout(forAdmin(who, id));
  }

  /// Makes a ticket of it.
  @PostMapping("/admin/mail/aside/{id}/ticket")
  View take(Who who, @PathVariable String id, HttpServletRequest request) {
    KeptMail mail = forAdmin(who, id);
    Optional<Ticket> ticket = aside.take(mail.id(), who.name());
    return ticket
        .map(made -> Going.to("/t/" + made.number(), "The mail is a ticket now.", request))
        .orElseGet(() -> Going.to("/admin/mail", GONE, request));
  }

  @PostMapping("/admin/mail/aside/{id}/removal")
  View throwAway(Who who, @PathVariable String id, HttpServletRequest request) {
    KeptMail mail = forAdmin(who, id);
    boolean done = aside.throwAway(mail.id(), who.name());
    return Going.to("/admin/mail", done ? "The mail is thrown away." : GONE, request);
  }

  @GetMapping("/t/{number}/mails/{id}")
  Page show(Who who, @PathVariable String number, @PathVariable String id) {
    KeptMail mail = ofTicket(who, number, id);
    String ticket = "/t/" + number;
    return page(mail, ticket + "/mails/" + mail.id(), Map.of(ticket, "Ticket " + number), false);
  }

  @GetMapping("/t/{number}/mails/{id}/original")
  ResponseEntity<byte[]> original(Who who, @PathVariable String number, @PathVariable String id) {
    return original(ofTicket(who, number, id));
  }

  @GetMapping("/t/{number}/mails/{id}/layout")
  ResponseEntity<byte[]> layout(Who who, @PathVariable String number, @PathVariable String id) {
    return layout(ofTicket(who, number, id));
  }

  private KeptMail forAdmin(Who who, String id) {
    access.require(who, Permission.ADMINISTER);
    return mail(id).orElseThrow(OneMailPages::none);
  }

  private KeptMail ofTicket(Who who, String number, String id) {
    Ticket ticket = access.load(who, tickets, number, Right.READ);
    return mail(id).filter(mail -> mails.isOn(ticket, mail.id())).orElseThrow(OneMailPages::none);
  }

  private Optional<KeptMail> mail(String id) {
    return Typed.id(id).flatMap(mails::find);
  }

  private static NotThere none() {
    return new NotThere("There is no such mail.");
  }

  private Page page(KeptMail mail, String address, Map<String, String> way, boolean isAside) {
    String subject = mail.subject().isEmpty() ? "Mail without a subject" : mail.subject();
    var facts = new LinkedHashMap<String, String>();
    facts.put("From", (mail.senderName() + " " + mail.sender()).strip());
    facts.put("To", mail.mailbox());
    facts.put("Came", Dates.moment(mail.arrived(), zone.id()));
    facts.put("Sender", mail.verified() ? "verified" : "unverified: anybody can write a sender");
    ShownMail shown = mails.raw(mail.id()).map(ShownMail::of).orElse(null);
    var view =
        new OneMailView(
            way,
            subject,
            ("This mail " + mail.became().words() + ". " + mail.reason()).strip(),
            facts,
            shown,
            address,
            isAside);
    return Page.of("helpdesk/mail/web/one-mail.jte", subject, null, view);
  }

  /// The file, to be saved and never shown by the browser.
  private ResponseEntity<byte[]> original(KeptMail mail) {
    byte[] raw = mails.raw(mail.id()).orElseThrow(OneMailPages::none);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename=\"mail-" + mail.id() + ".eml\"")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-store")
        .body(raw);
  }

  /// Its cleaned HTML alone: no script, no picture, no form, whatever it was.
  private ResponseEntity<byte[]> layout(KeptMail mail) {
    String html =
        mails
            .raw(mail.id())
            .map(ShownMail::of)
            .map(ShownMail::html)
            .orElseThrow(OneMailPages::none);
    String page =
        "<!doctype html><html lang=\"\"><meta charset=\"utf-8\"><title>Mail</title>" + html;
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-store")
        .body(page.getBytes(StandardCharsets.UTF_8));
  }
}
