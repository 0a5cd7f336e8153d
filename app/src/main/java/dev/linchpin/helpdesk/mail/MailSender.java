package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Empties the outbox over SMTP, one mail after the other, and stops where too much goes out.
@Component
public class MailSender {
  static final int PER_MINUTE = 200;
  static final Duration PAUSE = Duration.ofMinutes(15);
  private static final Duration RETRY_SERVER = Duration.ofMinutes(1);
  private static final int PER_RUN = 500;
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

  private final Outbox outbox;
  private final MailSettings settings;
  private final MailComposer composer;
  private final MailTokens tokens;
  private final Tickets tickets;
  private final JdbcClient sql;
  private final Audit audit;
  private final Zone zone;

  MailSender(
      Outbox outbox,
      MailSettings settings,
      MailComposer composer,
      MailTokens tokens,
      Tickets tickets,
      JdbcClient sql,
      Audit audit,
      Zone zone) {
    this.outbox = outbox;
    this.settings = settings;
    this.composer = composer;
    this.tokens = tokens;
    this.tickets = tickets;
    this.sql = sql;
    this.audit = audit;
    this.zone = zone;
  }

  /// What stands behind the "@" of our Message-IDs.
  static String host(MailSettings.Values values) {
    int at = values.sender().indexOf('@');
    return at < 0 ? "linchpin.invalid" : values.sender().substring(at + 1);
  }

  /// Sends what is due.
  ///
  /// @return how many went out
  public int send() {
    MailSettings.Values values = settings.get();
    Instant now = zone.instant();
    if (!values.out().isSet() || settings.pausedUntil(now).isPresent() || !settings.mayTry(now)) {
      return 0;
    }
    outbox.collect(host(values), now);
    Optional<Outgoing> first = claimed();
    return first.isEmpty() ? 0 : send(values, first.get());
  }

  private Optional<Outgoing> claimed() {
    Instant now = zone.instant();
    if (outbox.sentSince(now.minus(Duration.ofMinutes(1))) >= PER_MINUTE) {
      settings.pauseUntil(now.plus(PAUSE));
      String words = "%d mails went out within a minute.".formatted(PER_MINUTE);
      audit.add("mail", "paused sending", "mail", words);
      LOG.warn("mail paused per_minute={} pause={}", PER_MINUTE, PAUSE);
      return Optional.empty();
    }
    return outbox.claim(now);
  }

  private int send(MailSettings.Values values, Outgoing first) {
    Session session = Session.getInstance(values.out().properties("smtp"));
    int sent = 0;
    Optional<Outgoing> next = Optional.of(first);
    try (Transport transport = session.getTransport("smtp")) {
      connect(transport, values.out(), tokens);
      while (next.isPresent() && sent < PER_RUN) {
        Outgoing mail = next.get();
        if (!sendOne(session, transport, values, mail)) {
          return sent;
        }
        sent++;
        next = claimed();
      }
      next.ifPresent(mail -> outbox.putBack(mail, zone.instant()));
      settings.works();
    } catch (MessagingException away) {
      Instant now = zone.instant();
      settings.failed(MailTrouble.words(away, values.out()), now.plus(RETRY_SERVER));
      next.ifPresent(mail -> outbox.putBack(mail, now));
      LOG.warn("mail server away host={} reason={}", values.out().host(), away.getMessage());
    }
    return sent;
  }

  static void connect(Transport transport, MailServer server, MailTokens tokens)
      throws MessagingException {
    if (server.login().isEmpty()) {
      transport.connect();
    } else {
      tokens.signIn(
          server,
          password -> transport.connect(server.host(), server.port(), server.login(), password));
    }
  }

  /// @return false when the connection is of no use any more
  private boolean sendOne(
      Session session, Transport transport, MailSettings.Values values, Outgoing mail)
      throws MessagingException {
    Ticket ticket = tickets.find(mail.ticket()).orElseThrow();
    SMTPMessage composed;
    try {
      composed = composer.compose(session, mail, ticket, sender(values, ticket), zone.instant());
    } catch (MessagingException no) { // one address that is none must not hold the others up
      String words = "This mail cannot be written: " + PlainText.line(MailTrouble.last(no), 300);
      outbox.refused(mail, words, true, zone.instant());
      return true;
    }
    try {
      transport.sendMessage(composed, composed.getAllRecipients());
      outbox.sent(mail.id(), zone.instant());
      return true;
    } catch (AuthenticationFailedException no) {
      throw no;
    } catch (SendFailedException no) {
      String words = "The mail server said: " + PlainText.line(MailTrouble.last(no), 300);
      outbox.refused(mail, words, code(no) >= 500, zone.instant());
      return transport.isConnected();
    }
  }

  /// The code the server answered; 0 when it gave none.
  static int code(SendFailedException no) {
    for (Exception one = no; one instanceof MessagingException at; one = at.getNextException()) {
      if (one instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
      if (one instanceof SMTPSendFailedException all
          && !(at.getNextException() instanceof SMTPAddressFailedException)) {
        return all.getReturnCode();
      }
    }
    return 0;
  }

  /// The mailbox through which the ticket came; else the one for all others.
  private MailComposer.Sender sender(MailSettings.Values values, Ticket ticket) {
    record Box(String name, String address) {}
    @Nullable Box box =
        sql.sql(
                """
                select name, address from helpdesk.mailbox
                 where id = (select mailbox from helpdesk.mail
                              where ticket = :ticket and mailbox is not null
                              order by arrived desc limit 1)
                    or address = :sender
                 order by (address = :sender) limit 1\
                """)
            .param("ticket", ticket.id())
            .param("sender", values.sender())
            .query((row, number) -> new Box(row.getString("name"), row.getString("address")))
            .optional()
            .orElse(null);
    return box == null
        ? new MailComposer.Sender("", values.sender(), settings.instance(), false)
        : new MailComposer.Sender(box.name(), box.address(), settings.instance(), values.plus());
  }
}
