package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.Attachments;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.Ticket;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the mails that go out.
@Component
class MailComposer {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final JdbcClient sql;
  private final Messages messages;
  private final Attachments attachments;

  MailComposer(JdbcClient sql, Messages messages, Attachments attachments) {
    this.sql = sql;
    this.messages = messages;
    this.attachments = attachments;
  }

  /// Who sends a mail.
  ///
  /// @param instance name of this installation
  /// @param plus whether the reply address holds the ticket
  record Sender(String name, String address, String instance, boolean plus) {}

  /// A message that keeps the Message-ID it was given.
  private static final class Composed extends SMTPMessage {
    private final String id;

    Composed(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  SMTPMessage compose(Session session, Outgoing mail, Ticket ticket, Sender sender, Instant now)
      throws MessagingException {
    Composed composed = begun(session, mail, sender, now);
    if (sender.plus()) {
      String reply = ReplyAddress.of(sender.address(), mail.token());
      composed.setReplyTo(new InternetAddress[] {address(reply, sender.name())});
    }
    if (!mail.answers().isEmpty()) {
      composed.setHeader("In-Reply-To", mail.answers());
      composed.setHeader("References", mail.answers());
    }
    if (mail.isAutomatic()) {
      acknowledgement(composed, ticket);
    } else {
      composed.setEnvelopeFrom(sender.address());
      answer(composed, mail, ticket);
    }
    composed.saveChanges();
    return composed;
  }

  /// A mail that belongs to no ticket. What mail programs offer as "unsubscribe" (RFC 8058) needs
  /// one click and no page.
  SMTPMessage letter(Session session, Outgoing mail, Sender sender, Instant now)
      throws MessagingException {
    record Letter(String subject, String text, String stop) {}
    Letter letter =
        sql.sql("select subject, text, stop from helpdesk.letter where id = :id")
            .param("id", mail.letter())
            .query(Letter.class)
            .single();
    Composed composed = begun(session, mail, sender, now);
    composed.setEnvelopeFrom(sender.address());
    composed.setHeader("Auto-Submitted", "auto-generated");
    composed.setHeader("X-Auto-Response-Suppress", "All");
    if (!letter.stop().isEmpty()) {
      composed.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
      composed.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    composed.setSubject(letter.subject(), UTF_8);
    composed.setText(letter.text(), UTF_8);
    composed.saveChanges();
    return composed;
  }

  @SuppressWarnings("JavaUtilDate") // the library asks for one
  private static Composed begun(Session session, Outgoing mail, Sender sender, Instant now)
      throws MessagingException {
    var composed = new Composed(session, mail.messageId());
    composed.setFrom(address(sender.address(), sender.name()));
    composed.setRecipient(jakarta.mail.Message.RecipientType.TO, address(mail.recipient(), ""));
    composed.setSentDate(java.util.Date.from(now));
    composed.setHeader("X-Linchpin-Instance", sender.instance());
    return composed;
  }

  private static InternetAddress address(String address, String name) throws MessagingException {
    try {
      return name.isEmpty()
          ? new InternetAddress(address, true)
          : new InternetAddress(address, name, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Nothing in it comes from whoever wrote to us.
  private static void acknowledgement(SMTPMessage mail, Ticket ticket) throws MessagingException {
    mail.setEnvelopeFrom("<>");
    mail.setHeader("Auto-Submitted", "auto-replied");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setSubject(SubjectMark.of(ticket.number()) + " We have your message", UTF_8);
    mail.setText(
        """
        We have your message. Its number is LP-%s.

        Somebody will look at it. To add something, answer this mail.
        """
            .formatted(ticket.number()),
        UTF_8);
  }

  private void answer(SMTPMessage mail, Outgoing outgoing, Ticket ticket)
      throws MessagingException {
    Message said =
        messages.of(ticket).stream()
            .filter(message -> message.id().equals(outgoing.message()))
            .findFirst()
            .orElseThrow();
    String title = PlainText.line(ticket.name(), 200);
    mail.setSubject(SubjectMark.of(ticket.number()) + " " + title, UTF_8);
    List<Message.Attachment> files = said.attachments();
    if (files.isEmpty()) {
      mail.setText(said.text(), UTF_8);
      return;
    }
    var all = new MimeMultipart();
    var text = new MimeBodyPart();
    text.setText(said.text(), UTF_8);
    all.addBodyPart(text);
    for (Message.Attachment file : files) {
      all.addBodyPart(part(file));
    }
    mail.setContent(all);
  }

  private MimeBodyPart part(Message.Attachment file) throws MessagingException {
    byte[] content = attachments.find(file.id()).orElseThrow().content();
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, file.type())));
    part.setFileName(file.name());
    part.setDisposition("attachment");
    return part;
  }
}
