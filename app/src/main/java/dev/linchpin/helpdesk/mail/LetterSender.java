package dev.linchpin.helpdesk.mail;

import dev.linchpin.messaging.Letter;
import dev.linchpin.messaging.Letters;
import dev.linchpin.messaging.Letters.Claimed;
import dev.linchpin.platform.Zone;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sends the letters that wait, through the same server as the answers on tickets, and slower than
/// those: many letters at once never hold an answer up.
@Component
public class LetterSender {
  static final int PER_MINUTE = 100;
  private static final Duration RETRY_SERVER = Duration.ofMinutes(1);
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final Logger LOG = LoggerFactory.getLogger(LetterSender.class);

  private final Letters letters;
  private final MailSettings settings;
  private final MailTokens tokens;
  private final Zone zone;

  LetterSender(Letters letters, MailSettings settings, MailTokens tokens, Zone zone) {
    this.letters = letters;
    this.settings = settings;
    this.tokens = tokens;
    this.zone = zone;
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
    int most = PER_MINUTE - letters.sentSince(now.minus(Duration.ofMinutes(1)));
    return most <= 0 ? 0 : letters.claim(now).map(first -> send(values, first, most)).orElse(0);
  }

  private int send(MailSettings.Values values, Claimed first, int most) {
    Session session = Session.getInstance(values.out().properties("smtp"));
    int sent = 0;
    Optional<Claimed> next = Optional.of(first);
    try (Transport transport = session.getTransport("smtp")) {
      MailSender.connect(transport, values.out(), tokens);
      boolean works = true;
      while (next.isPresent() && works) {
        works = sendOne(session, transport, values, next.get());
        sent++;
        next = works && sent < most ? letters.claim(zone.instant()) : Optional.empty();
      }
      settings.works();
    } catch (MessagingException away) {
      Instant now = zone.instant();
      settings.failed(MailTrouble.words(away, values.out()), now.plus(RETRY_SERVER));
      next.ifPresent(letter -> letters.putBack(letter, now));
      LOG.warn("mail server away host={} reason={}", values.out().host(), away.getMessage());
    }
    return sent;
  }

  /// @return false when the connection is of no use any more
  private boolean sendOne(
      Session session, Transport transport, MailSettings.Values values, Claimed claimed)
      throws MessagingException {
    SMTPMessage composed;
    try {
      composed = compose(session, claimed, values);
    } catch (MessagingException no) { // one address that is none must not hold the others up
      String words = "This mail cannot be written: " + PlainText.line(MailTrouble.last(no), 300);
      letters.refused(claimed, words, true, zone.instant());
      return true;
    }
    try {
      transport.sendMessage(composed, composed.getAllRecipients());
      letters.sent(claimed, zone.instant());
      return true;
    } catch (AuthenticationFailedException no) {
      throw no;
    } catch (SendFailedException no) {
      String words = "The mail server said: " + PlainText.line(MailTrouble.last(no), 300);
      letters.refused(claimed, words, MailSender.code(no) >= 500, zone.instant());
      return transport.isConnected();
    }
  }

  /// Its Message-ID is the same however often it is tried, and says which letter came back.
  @SuppressWarnings("JavaUtilDate") // the library asks for one
  private SMTPMessage compose(Session session, Claimed claimed, MailSettings.Values values)
      throws MessagingException {
    Letter letter = claimed.letter();
    String id = "<lp.letter.%s@%s>".formatted(claimed.id(), MailSender.host(values));
    var mail = new MailComposer.Composed(session, id);
    mail.setFrom(MailComposer.address(values.sender(), ""));
    mail.setEnvelopeFrom(values.sender());
    mail.setRecipient(Message.RecipientType.TO, MailComposer.address(letter.recipient(), ""));
    mail.setSentDate(java.util.Date.from(zone.instant()));
    mail.setHeader("X-Linchpin-Instance", settings.instance());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    if (!letter.stop().isEmpty()) {
      mail.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    mail.setSubject(letter.subject(), UTF_8);
    mail.setText(letter.text(), UTF_8);
    mail.saveChanges();
    return mail;
  }
}
