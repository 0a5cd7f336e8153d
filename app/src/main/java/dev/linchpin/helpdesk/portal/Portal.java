package dev.linchpin.helpdesk.portal;

import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketRequests;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes requests and what callers add to them. Sent twice, each is taken once.
@Component
class Portal {
  static final String CHANNEL = "portal";
  static final String TOO_MUCH =
      "Too much came from you within an hour. Your text is kept here. Wait an hour, or call us.";
  private static final String KEY = "portal.open";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int REQUESTS_AN_HOUR = 20;
  private static final int MESSAGES_AN_HOUR = 20;

  private final Settings settings;
  private final Follows follows;
  private final TicketDesk desk;
  private final TicketRequests requests;
  private final Messages messages;
  private final Audit audit;
  private final Zone zone;

  Portal(
      Settings settings,
      Follows follows,
      TicketDesk desk,
      TicketRequests requests,
      Messages messages,
      Audit audit,
      Zone zone) {
    this.settings = settings;
    this.follows = follows;
    this.desk = desk;
    this.requests = requests;
    this.messages = messages;
    this.audit = audit;
    this.zone = zone;
  }

  /// Whether people without an account may ask too.
  boolean isOpen() {
    return settings.get(KEY).orElse("no").equals("yes");
  }

  @Transactional
  void open(boolean open, Who who) {
    if (open != isOpen()) {
      settings.put(KEY, open ? "yes" : "no");
      audit.add(who.name(), open ? "opened the portal" : "closed the portal", "portal", "");
    }
  }

  /// Somebody without an account asks.
  ///
  /// @param secret what will be in the address of the request
  /// @param from address of the network
  /// @return empty when too many came from there within an hour
  @Transactional
  Optional<Ticket> ask(NewTicket asked, String secret, String from) {
    follows.lock(secret);
    Optional<Ticket> before = follows.find(secret);
    if (before.isPresent()) {
      return before;
    }
    Instant now = zone.instant();
    if (follows.since(now.minus(HOUR), from) >= REQUESTS_AN_HOUR) {
      return Optional.empty();
    }
    Ticket ticket = desk.open(asked, new By(CHANNEL, null, now));
    follows.add(secret, ticket, from, now);
    return Optional.of(ticket);
  }

  /// Somebody with an account asks. It costs no hours of theirs: asking is no work on a ticket.
  ///
  /// @param once what makes it the same request when it comes twice
  Ticket ask(NewTicket asked, String once, Who who) {
    return requests.open(who.account(), once, asked, by(who));
  }

  /// What the caller adds.
  ///
  /// @return false when too much came within an hour; then nothing is kept
  @Transactional
  boolean add(Ticket ticket, String text, List<NewMessage.File> files, String once, String name) {
    Instant now = zone.instant();
    if (follows.said(ticket, now.minus(HOUR)) >= MESSAGES_AN_HOUR) {
      return false;
    }
    String key = CHANNEL + " " + ticket.number() + " " + once;
    messages.add(
        ticket,
        new NewMessage(Message.Kind.FROM_CALLER, CHANNEL, text, files, key),
        new By(name, null, now));
    return true;
  }

  By by(Who who) {
    return new By(who.name(), null, zone.instant());
  }
}
