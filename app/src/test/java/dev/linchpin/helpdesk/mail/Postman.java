package dev.linchpin.helpdesk.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server that takes what we send, refuses what it is told to, and shows what it got. (That
/// of GreenMail takes no mail with an empty return path.)
final class Postman implements AutoCloseable {
  /// What it got.
  record Letter(String from, String to, MimeMessage mail, String raw) {
    String header(String name) {
      return MailWorld.header(mail, name);
    }

    /// The address to answer to, without a name.
    String replyTo() {
      return header("Reply-To").replaceAll(".*<|>.*", "");
    }
  }

  final List<Letter> letters = new CopyOnWriteArrayList<>();
  private final List<Consumer<Letter>> hearers = new CopyOnWriteArrayList<>();
  private final SMTPServer server;
  private volatile int refuseWith;

  Postman() {
    server = SMTPServer.port(0).messageHandlerFactory(_ -> new Taking()).build();
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  /// From now on it answers this code to every recipient; 0 to take all again.
  void refuse(int code) {
    refuseWith = code;
  }

  /// Tells of each letter, after it was taken.
  void tell(Consumer<Letter> hearer) {
    hearers.add(hearer);
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Taking implements MessageHandler {
    private String from = "";
    private String to = "";

    @Override
    public void from(String sender) {
      from = sender;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      if (refuseWith != 0) {
        throw new RejectException(refuseWith, "No, thank you.");
      }
      to = recipient;
    }

    @Override
    public String data(InputStream data) throws IOException {
      byte[] raw = data.readAllBytes();
      try {
        var mail = new MimeMessage(null, new ByteArrayInputStream(raw));
        letters.add(new Letter(from, to, mail, PlainText.guess(raw)));
      } catch (MessagingException e) {
        throw new IOException(e);
      }
      return "Taken.";
    }

    @Override
    public void done() {
      if (!letters.isEmpty()) {
        hearers.forEach(hearer -> hearer.accept(letters.getLast()));
      }
    }
  }
}
