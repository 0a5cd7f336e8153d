package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.Attachments;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.platform.OwnSite;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.stereotype.Component;

/// Writes the mails that go out.
@Component
class MailComposer {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Messages messages;
  private final Attachments attachments;
  private final OwnSite site;

  MailComposer(Messages messages, Attachments attachments, OwnSite site) {
    this.messages = messages;
    this.attachments = attachments;
    this.site = site;
  }

  /// Who sends a mail.
  ///
  /// @param instance name of this installation
  /// @param plus whether the reply address holds the ticket
  record Sender(String name, String address, String instance, boolean plus) {}

  /// A message that keeps the Message-ID it was given.
  static final class Composed extends SMTPMessage {
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

  @SuppressWarnings("JavaUtilDate") // the library asks for one
  SMTPMessage compose(Session session, Outgoing mail, Ticket ticket, Sender sender, Instant now)
      throws MessagingException {
    var composed = new Composed(session, mail.messageId());
    composed.setFrom(address(sender.address(), sender.name()));
    composed.setRecipient(jakarta.mail.Message.RecipientType.TO, address(mail.recipient(), ""));
    if (sender.plus()) {
      String reply = ReplyAddress.of(sender.address(), mail.token());
      composed.setReplyTo(new InternetAddress[] {address(reply, sender.name())});
    }
    composed.setSentDate(java.util.Date.from(now));
    if (!mail.answers().isEmpty()) {
      composed.setHeader("In-Reply-To", mail.answers());
      composed.setHeader("References", mail.answers());
    }
    composed.setHeader("X-Linchpin-Instance", sender.instance());
    if (mail.isAcknowledgement()) {
      acknowledgement(composed, ticket);
    } else if (mail.isAlert()) {
      composed.setEnvelopeFrom(sender.address());
      alert(composed, mail, ticket, sender.plus());
    } else {
      composed.setEnvelopeFrom(sender.address());
      answer(composed, mail, ticket);
    }
    composed.saveChanges();
    return composed;
  }

  static InternetAddress address(String address, String name) throws MessagingException {
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

  private void alert(SMTPMessage mail, Outgoing outgoing, Ticket ticket, boolean plus)
      throws MessagingException {
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    String title = PlainText.line(ticket.name(), 150);
    String why = outgoing.onCall() ? " On call: " : " Due soon: ";
    mail.setSubject(SubjectMark.of(ticket.number()) + why + title, UTF_8);
    String link = site.address().map(address -> address + "/t/" + ticket.number()).orElse("");
    mail.setText(
        Stream.of(
                outgoing.alert(),
                "LP-%s: %s".formatted(ticket.number(), title),
                link,
                plus
                    ? "Answer this mail to write a note on the ticket. Callers do not see it."
                    : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n\n", "", "\n")),
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
