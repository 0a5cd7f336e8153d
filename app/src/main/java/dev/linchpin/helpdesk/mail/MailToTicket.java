package dev.linchpin.helpdesk.mail;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Caller;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.mail.KeptMail.Became;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Decides what becomes of a mail that is not here yet, and does it.
@Component
class MailToTicket {
  private static final int SHOWN_MAX = 90_000;

  private final Mails mails;
  private final Mailboxes boxes;
  private final Threads threads;
  private final Bounces bounces;
  private final Acknowledgements acknowledgements;
  private final MailSettings settings;
  private final TicketDesk desk;
  private final Messages messages;
  private final People people;

  MailToTicket(
      Mails mails,
      Mailboxes boxes,
      Threads threads,
      Bounces bounces,
      Acknowledgements acknowledgements,
      MailSettings settings,
      TicketDesk desk,
      Messages messages,
      People people) {
    this.mails = mails;
    this.boxes = boxes;
    this.threads = threads;
    this.bounces = bounces;
    this.acknowledgements = acknowledgements;
    this.settings = settings;
    this.desk = desk;
    this.messages = messages;
    this.people = people;
  }

  /// A mail on its way in.
  ///
  /// @param id of the row that will keep it
  /// @param key of this delivery
  @SuppressWarnings("ArrayRecordComponent") // the bytes go to the database and nowhere else
  record Incoming(
      UUID id, @Nullable Mailbox box, String key, ReadMail mail, byte[] raw, Instant now) {}

  Taken take(Incoming in) {
    ReadMail mail = in.mail();
    MailAddress from = mail.from();
    if (from == null) {
      return aside(in, Became.QUARANTINED, "It names no sender that can be read.");
    }
    if (isOurs(mail, from)) {
      return aside(in, Became.IGNORED, "We sent it ourselves.");
    }
    if (mail.report() != null || from.local().equals("mailer-daemon")) {
      return bounced(in, mail);
    }
    Optional<String> automatic = AutomaticMail.reply(mail);
    if (automatic.isPresent()) {
      return aside(in, Became.IGNORED, automatic.get());
    }
    bounces.forget(from.address());
    Optional<Threads.Found> found = threads.find(mail, from);
    if (found.isPresent()) {
      return said(in, from, found.get());
    }
    if (!settings.get().strangers() && !threads.isKnown(from)) {
      return aside(in, Became.WAITING, "Nobody knows " + from.address() + ".");
    }
    return opened(in, from);
  }

  private boolean isOurs(ReadMail mail, MailAddress from) {
    return mail.headers().all(AutomaticMail.INSTANCE).contains(settings.instance())
        || boxes.at(from).isPresent();
  }

  private Taken bounced(Incoming in, ReadMail mail) {
    Optional<Bounces.Known> known = bounces.of(mail);
    if (known.isEmpty()) {
      return bounces
          .ofLetter(mail, in.now())
          .map(address -> letterBounced(in, address))
          .orElseGet(() ->
              aside(
                  in,
                  Became.IGNORED,
                  "It reports on a mail that is none of ours, or is only late."));
    }
    UUID message = bounces.mark(known.get(), in.now());
    keep(in, false, Became.BOUNCE, "", known.get().ticket(), message, "", List.of());
    return new Taken.Bounce(in.id(), known.get().ticket().number(), known.get().address());
  }

  private Taken letterBounced(Incoming in, String address) {
    keep(in, false, Became.BOUNCE, "A mail without a ticket came back.", null, null, "", List.of());
    return new Taken.LetterBounce(in.id(), address);
  }

  private Taken said(Incoming in, MailAddress from, Threads.Found found) {
    boolean verified = found.verified() || isProven(in.mail());
    Ticket ticket = found.ticket();
    UUID message =
        threads.isColleague(from, ticket)
            ? note(in, from, ticket, verified)
            : say(in, from, ticket, Became.SAID, verified);
    return new Taken.Said(in.id(), ticket.number(), message);
  }

  private Taken opened(Incoming in, MailAddress from) {
    Ticket ticket = open(in, from);
    say(in, from, ticket, Became.TICKET, isProven(in.mail()));
    acknowledgements.make(ticket, in.mail(), from, in.now());
    return new Taken.NewTicket(in.id(), ticket.number());
  }

  /// Makes a ticket of a mail that lay aside: somebody looked at it and said yes.
  ///
  /// @param old key of the row it has already
  Ticket openAnyway(ReadMail mail, @Nullable Mailbox box, UUID old, Instant now) {
    MailAddress from = mail.from();
    var in = new Incoming(old, box, "", mail, new byte[0], now);
    Ticket ticket = from == null ? openUnknown(in) : open(in, from);
    ReplyText text = ReplyText.of(PlainText.cut(mail.text(), SHOWN_MAX));
    UUID message = messages.add(ticket, message(in, text, Message.Kind.FROM_CALLER), by(from, now));
    mails.decided(old, Became.TICKET, ticket.id(), message, text.folded());
    return ticket;
  }

  private boolean isProven(ReadMail mail) {
    return SenderProof.has(mail, settings.get().authority());
  }

  private Ticket open(Incoming in, MailAddress from) {
    Caller caller =
        people
            .withEmail(from.address())
            .map(Caller::of)
            .orElseGet(() -> new Caller(null, from.name(), from.address(), ""));
    return desk.open(
        about(in, NewTicket.of(in.mail().title(), "mail").calledBy(caller)), by(from, in.now()));
  }

  private Ticket openUnknown(Incoming in) {
    return desk.open(about(in, NewTicket.of(in.mail().title(), "mail")), by(null, in.now()));
  }

  private static NewTicket about(Incoming in, NewTicket ticket) {
    Mailbox box = in.box();
    return box == null ? ticket : ticket.about(box.service()).in(box.queue());
  }

  private UUID say(Incoming in, MailAddress from, Ticket ticket, Became became, boolean verified) {
    return say(in, by(from, in.now()), ticket, became, verified, Message.Kind.FROM_CALLER);
  }

  /// Whoever works on it answered an alert; no caller sees that.
  private UUID note(Incoming in, MailAddress from, Ticket ticket, boolean verified) {
    By by = by(from, in.now());
    PersonId person =
        verified ? people.withEmail(from.address()).map(Person::id).orElse(null) : null;
    var known = new By(by.name(), person, by.at(), by.request());
    return say(in, known, ticket, Became.SAID, verified, Message.Kind.NOTE);
  }

  private UUID say(
      Incoming in, By by, Ticket ticket, Became became, boolean verified, Message.Kind kind) {
    ReplyText text = ReplyText.of(PlainText.cut(in.mail().text(), SHOWN_MAX));
    UUID message = messages.add(ticket, message(in, text, kind), by);
    var leftOut = new ArrayList<>(in.mail().leftOut());
    if (in.mail().text().length() > SHOWN_MAX) {
      leftOut.add("Its text is longer than %,d characters.".formatted(SHOWN_MAX));
    }
    keep(in, verified, became, "", ticket, message, text.folded(), leftOut);
    return message;
  }

  private static NewMessage message(Incoming in, ReplyText text, Message.Kind kind) {
    String shown = text.shown().isEmpty() ? "(The mail has no text.)" : text.shown();
    return NewMessage.of(kind, shown).by("mail").with(in.mail().files()).once("mail " + in.id());
  }

  private static By by(@Nullable MailAddress from, Instant now) {
    return new By(from == null ? "mail" : from.words(), null, now);
  }

  private Taken aside(Incoming in, Became became, String reason) {
    keep(in, false, became, reason, null, null, "", in.mail().leftOut());
    return switch (became) {
      case WAITING -> new Taken.Waiting(in.id(), reason);
      case IGNORED -> new Taken.AutomaticIgnored(in.id(), reason);
      default -> new Taken.Quarantined(in.id(), reason);
    };
  }

  private void keep(
      Incoming in,
      boolean verified,
      Became became,
      String reason,
      @Nullable Ticket ticket,
      @Nullable UUID message,
      String folded,
      List<String> leftOut) {
    Mailbox box = in.box();
    mails.add(
        new Mails.Row(
            in.id(),
            box == null ? null : box.id(),
            in.key(),
            in.now(),
            in.mail(),
            verified,
            became,
            reason,
            ticket == null ? null : ticket.id(),
            message,
            folded,
            leftOut,
            in.raw()));
  }
}
