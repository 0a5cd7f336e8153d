package dev.linchpin.helpdesk.mail;

import dev.linchpin.platform.Zone;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.springframework.stereotype.Component;

/// Tries settings out and says in words what happened.
@Component
public class MailTrial {
  private final MailTokens tokens;
  private final Zone zone;

  MailTrial(MailTokens tokens, Zone zone) {
    this.tokens = tokens;
    this.zone = zone;
  }

  /// @param works whether it did
  public record Outcome(boolean works, String words) {}

  /// Signs in and looks into the folder; takes nothing.
  public Outcome read(Mailbox box) {
    try (Store store = ImapReader.connect(box.server(), tokens);
        Folder folder = store.getFolder(box.folder())) {
      folder.open(Folder.READ_ONLY);
      return new Outcome(
          true, "It works: %s holds %,d mails.".formatted(box.folder(), folder.getMessageCount()));
    } catch (MessagingException trouble) {
      return new Outcome(false, MailTrouble.words(trouble, box.server()));
    }
  }

  /// Sends one mail.
  ///
  /// @param to who tries it
  @SuppressWarnings("JavaUtilDate") // the library asks for one
  public Outcome send(MailSettings.Values values, String to) {
    Session session = Session.getInstance(values.out().properties("smtp"));
    try (Transport transport = session.getTransport("smtp")) {
      MailSender.connect(transport, values.out(), tokens);
      var mail = new MimeMessage(session);
      mail.setFrom(new InternetAddress(values.sender(), true));
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
      mail.setSubject("Linchpin can send mail");
      mail.setText("You tried the mail server out on Admin, Mail. It works.");
      mail.setSentDate(java.util.Date.from(zone.instant()));
      mail.setHeader("Auto-Submitted", "auto-generated");
      mail.saveChanges();
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Outcome(true, "It works: a mail to " + to + " is on its way.");
    } catch (MessagingException trouble) {
      return new Outcome(false, MailTrouble.words(trouble, values.out()));
    }
  }
}
