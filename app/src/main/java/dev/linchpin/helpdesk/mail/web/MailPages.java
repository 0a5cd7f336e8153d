package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.mail.KeptMail;
import dev.linchpin.helpdesk.mail.KeptMail.Became;
import dev.linchpin.helpdesk.mail.MailSettings;
import dev.linchpin.helpdesk.mail.Mailbox;
import dev.linchpin.helpdesk.mail.Mailboxes;
import dev.linchpin.helpdesk.mail.Mails;
import dev.linchpin.helpdesk.mail.Outbox;
import dev.linchpin.helpdesk.mail.SmtpListener;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// How is our mail?
@Controller
class MailPages {
  private static final int ASIDE_MAX = 50;

  private final Access access;
  private final Mailboxes boxes;
  private final Mails mails;
  private final Outbox outbox;
  private final MailSettings settings;
  private final SmtpListener listener;
  private final Audit audit;
  private final Zone zone;

  MailPages(
      Access access,
      Mailboxes boxes,
      Mails mails,
      Outbox outbox,
      MailSettings settings,
      SmtpListener listener,
      Audit audit,
      Zone zone) {
    this.access = access;
    this.boxes = boxes;
    this.mails = mails;
    this.outbox = outbox;
    this.settings = settings;
    this.listener = listener;
    this.audit = audit;
    this.zone = zone;
  }

  @GetMapping("/admin/mail")
  Page show(Who who) {
    access.require(who, Permission.ADMINISTER);
    Instant now = zone.instant();
    MailSettings.Values values = settings.get();
    List<Mailbox> all = boxes.all();
    Outbox.Counts out = outbox.counts(now);
    List<String> trouble = trouble(all, now);
    boolean stands = settings.pausedUntil(now).isPresent() || !settings.failure().isEmpty();
    var view =
        new MailView(
            headline(all, values, trouble),
            trouble,
            figures(out, now),
            stands,
            out.failed(),
            all.stream().map(this::box).toList(),
            way(values),
            List.of(
                pile(Became.WAITING, "Wait for a yes", "Nobody knows their senders."),
                pile(Became.QUARANTINED, "Could not be taken", "They are kept as they came."),
                pile(
                    Became.IGNORED, "Automatic", "Machines wrote them. Nobody has to read them.")));
    return Page.of("helpdesk/mail/web/mail.jte", "Mail", null, view);
  }

  private static String headline(
      List<Mailbox> all, MailSettings.Values values, List<String> trouble) {
    if (!trouble.isEmpty()) {
      return "Mail needs you.";
    }
    if (all.isEmpty()) {
      return "No mail comes in or goes out yet. Add a mailbox first.";
    }
    return !values.out().isSet()
        ? "Mail comes in. None goes out: no mail server is set."
        : "Mail comes in and goes out.";
  }

  private List<String> trouble(List<Mailbox> all, Instant now) {
    var sentences = new ArrayList<String>();
    settings
        .pausedUntil(now)
        .ifPresent(until ->
            sentences.add(
                "Too many mails went out within a minute. Sending stands still until %s. All mail"
                        .formatted(Dates.moment(until, zone.id()))
                    + " waits in the outbox."));
    if (!settings.failure().isEmpty()) {
      sentences.add(settings.failure() + " Mail waits and is tried again by itself.");
    }
    all.stream()
        .filter(box -> box.reads() && !box.state().failure().isEmpty())
        .forEach(box -> sentences.add(box.address() + ": " + box.state().failure()));
    if (!listener.failure().isEmpty()) {
      sentences.add(listener.failure());
    }
    return sentences;
  }

  private Map<String, String> figures(Outbox.Counts out, Instant now) {
    Map<Became, Integer> day = mails.counts(now.minus(Duration.ofDays(1)));
    int taken = day.getOrDefault(Became.TICKET, 0) + day.getOrDefault(Became.SAID, 0);
    var figures = new LinkedHashMap<String, String>();
    figures.put("came in, last 24 hours", "%,d".formatted(taken));
    figures.put("came back", "%,d".formatted(day.getOrDefault(Became.BOUNCE, 0)));
    figures.put("went out, last 24 hours", "%,d".formatted(out.lastDay()));
    figures.put("wait in the outbox", "%,d".formatted(out.waiting()));
    figures.put("could not be sent", "%,d".formatted(out.failed()));
    return figures;
  }

  private MailView.Box box(Mailbox box) {
    Mailbox.State state = box.state();
    String kind = !box.reads() ? "open" : state.failure().isEmpty() ? "good" : "bad";
    String words = !box.reads() ? "not fetched" : state.failure().isEmpty() ? "read" : "not read";
    Instant read = state.readAt();
    String about =
        !box.reads()
            ? "Mail is forwarded to us, or it only sends."
            : read == null ? "Not read yet." : "Last read " + Dates.moment(read, zone.id()) + ".";
    return new MailView.Box(
        "/admin/mail/boxes/" + box.id(), box.name(), box.address(), kind, words, about);
  }

  private static Map<String, String> way(MailSettings.Values values) {
    var way = new LinkedHashMap<String, String>();
    boolean out = values.out().isSet();
    way.put("Goes out by", out ? values.out().words() : "no server yet");
    way.put("Reply addresses with \"+\"", values.plus() ? "yes" : "no");
    way.put(
        "Mail of senders nobody knows", values.strangers() ? "opens tickets" : "waits for a yes");
    way.put(
        "Senders are proved by",
        values.authority().isEmpty()
            ? "the reply address only"
            : "what " + values.authority() + " finds");
    way.put(
        "Forwarded mail",
        values.listen() == 0
            ? "not heard"
            : "heard at %s, port %d".formatted(values.listenAt(), values.listen()));
    return way;
  }

  private MailView.Pile pile(Became became, String name, String what) {
    return new MailView.Pile(
        name, what, mails.aside(became, ASIDE_MAX).stream().map(this::aside).toList());
  }

  private MailView.Aside aside(KeptMail mail) {
    return new MailView.Aside(
        "/admin/mail/aside/" + mail.id(),
        mail.subject().isEmpty() ? "No subject" : mail.subject(),
        mail.sender().isEmpty() ? "no sender" : mail.sender(),
        Dates.moment(mail.arrived(), zone.id()),
        mail.reason());
  }

  /// Sends what waits, and tries again what failed.
  @PostMapping("/admin/mail/sending")
  View send(Who who, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    settings.goOn();
    int again = outbox.again(zone.instant());
    audit.add(who.name(), "set sending going again", "mail", again + " failed before");
    return Going.to("/admin/mail", "Mail goes out again.", request);
  }
}
