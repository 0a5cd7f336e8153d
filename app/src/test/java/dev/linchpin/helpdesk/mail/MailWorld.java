package dev.linchpin.helpdesk.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Sites;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A help desk with a mailbox of its own, and a mail server in this process.
final class MailWorld implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  final String mark = UUID.randomUUID().toString().substring(0, 8);
  final String address = "support-" + mark + "@example.org";
  final Person ruth;
  final Mailbox box;
  final GreenMail server;
  final Postman postman = new Postman();
  private final ApplicationContext context;

  MailWorld(ApplicationContext context) {
    this.context = context;
    ruth =
        Person.of(
            new PersonId(UUID.randomUUID()),
            "Ruth Adler",
            "ruth-" + mark + "@lakeside.example",
            bean(Sites.class).main().id());
    bean(People.class).add(ruth, "test");
    server =
        new GreenMail(
            new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    server.start();
    server.setUser(address, address, "secret");
    server.setUser(ruth.email(), ruth.email(), "secret");
    box = box(false);
    bean(Mailboxes.class).put(box, "test");
    emptyOutbox();
    settings(true);
  }

  /// Tests share a database: what others left there neither goes out now nor counts as sent.
  private void emptyOutbox() {
    JdbcClient sql = bean(JdbcClient.class);
    sql.sql("update helpdesk.message set delivery = 'NONE' where delivery = 'TO_SEND'").update();
    sql.sql(
            """
            update helpdesk.outgoing
               set failed_at = case when sent_at is null then made_at end,
                   sent_at = sent_at - interval '1 day'\
            """)
        .update();
  }

  Mailbox box(boolean reads) {
    return new Mailbox(
        UUID.randomUUID(),
        "Support",
        address,
        null,
        null,
        reads,
        new MailServer("127.0.0.1", server.getImap().getPort(), Security.NONE, address, "secret"),
        "INBOX",
        true,
        0,
        Mailbox.State.NEW);
  }

  void settings(boolean strangers) {
    var out = new MailServer("127.0.0.1", postman.port(), Security.NONE, "", "");
    bean(MailSettings.class)
        .put(
            new MailSettings.Values(
                out, address, true, strangers, "mx.example.org", 0, "127.0.0.1"));
    bean(MailSettings.class).goOn();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Taken take(String raw) {
    return take("1 " + COUNT.incrementAndGet(), raw);
  }

  Taken take(String delivery, String raw) {
    return bean(MailIntake.class).take(box, delivery, raw.getBytes(UTF_8));
  }

  /// A mail from somebody with this subject and text.
  String mail(String from, String id, String more, String subject, String text) {
    return "From: %s\nTo: %s\nMessage-ID: <%s-%s@x>\nSubject: %s\n%s\n%s\n"
        .formatted(from, address, id, mark, subject, more, text);
  }

  Ticket ticket(Taken taken) {
    String number =
        switch (taken) {
          case Taken.NewTicket is -> is.number();
          case Taken.Said is -> is.number();
          case Taken.Bounce is -> is.number();
          default -> throw new AssertionError("No ticket: " + taken);
        };
    return bean(Tickets.class).find(number).orElseThrow();
  }

  List<Message> said(Ticket ticket) {
    return bean(Messages.class).of(ticket);
  }

  void answer(Ticket ticket, String text) {
    bean(Messages.class)
        .add(
            ticket,
            NewMessage.of(Message.Kind.ANSWER, text),
            new By("Åsa Agent", null, bean(Zone.class).instant()));
  }

  /// Sends what waits, and all that the mail server got since it started. A job may do it, too.
  List<Postman.Letter> send(int expected) {
    await(() -> {
      bean(MailSender.class).send();
      return letters().size() >= expected;
    });
    return letters();
  }

  /// What came from this help desk: the outbox may hold mail of other tests.
  List<Postman.Letter> letters() {
    return postman.letters.stream()
        .filter(letter -> letter.header("From").contains(address))
        .toList();
  }

  static void await(java.util.function.BooleanSupplier done) {
    long until = System.nanoTime() + 20_000_000_000L;
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("It did not happen within 20 seconds.");
      }
      Thread.onSpinWait();
    }
  }

  static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, "\n");
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop();
    postman.close();
    bean(MailSettings.class)
        .put(new MailSettings.Values(MailServer.NONE, "", true, false, "", 0, "127.0.0.1"));
  }
}
