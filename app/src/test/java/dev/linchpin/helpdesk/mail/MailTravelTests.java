package dev.linchpin.helpdesk.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import dev.linchpin.LinchpinTest;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Caller;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.mail.KeptMail.Became;
import dev.linchpin.platform.Zone;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Over real connections: IMAP and SMTP, with servers in this process.
@LinchpinTest
class MailTravelTests {
  @Autowired ApplicationContext context;
  @Autowired JdbcClient sql;
  private MailWorld world;

  @BeforeEach
  void aWorld() {
    world = new MailWorld(context);
  }

  @AfterEach
  void ends() {
    world.close();
  }

  private String fromRuth(String id, String subject, String text) {
    return world.mail("Ruth Adler <" + world.ruth.email() + ">", id, "", subject, text);
  }

  private void deliver(String raw) throws Exception {
    GreenMailUser user = world.server.getUserManager().getUser(world.address);
    user.deliver(message(raw));
  }

  private static MimeMessage message(String raw) throws Exception {
    return new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(UTF_8)));
  }

  private int read() throws Exception {
    try (var reader =
        ImapReader.open(
            world.box,
            world.bean(MailIntake.class),
            world.bean(Mailboxes.class),
            world.bean(MailTokens.class),
            world.bean(Zone.class))) {
      return reader.readNew();
    }
  }

  private int became(Became what) {
    return sql.sql("select count(*) from helpdesk.mail where mailbox = :box and became = :what")
        .param("box", world.box.id())
        .param("what", what.name())
        .query(Integer.class)
        .single();
  }

  @Test
  void aFolderIsReadOnAndNothingTwice() throws Exception {
    deliver(fromRuth("1", "One", "one"));
    deliver(fromRuth("2", "Two", "two"));
    assertThat(read()).isEqualTo(2);
    deliver(fromRuth("3", "Three", "three"));

    assertThat(read()).isEqualTo(1);
    assertThat(read()).isZero();
    assertThat(became(Became.TICKET)).isEqualTo(3);
    assertThat(world.bean(Mailboxes.class).find(world.box.id()).orElseThrow().state().failure())
        .isEmpty();
  }

  @Test
  void aMailThatCannotBeTakenIsKeptAsideAndTheFolderGoesOn() throws Exception {
    sql.sql(
            """
            create or replace function helpdesk.refuse_poison() returns trigger language plpgsql as
            $$ begin
              if new.text like '%poison-of-the-test%' then raise exception 'poison'; end if;
              return new;
            end $$\
            """)
        .update();
    sql.sql(
            """
            create trigger refuse_poison before insert on helpdesk.message
            for each row execute function helpdesk.refuse_poison()\
            """)
        .update();
    try {
      deliver(fromRuth("1", "Bad", "poison-of-the-test"));
      deliver(fromRuth("2", "Good", "good"));

      assertThat(read()).isEqualTo(2);
    } finally {
      sql.sql("drop function helpdesk.refuse_poison cascade").update();
    }

    assertThat(became(Became.QUARANTINED)).isEqualTo(1);
    assertThat(became(Became.TICKET)).isEqualTo(1);
    KeptMail bad =
        world.bean(Mails.class).aside(Became.QUARANTINED, 50).stream()
            .filter(mail -> mail.subject().equals("Bad"))
            .findFirst()
            .orElseThrow();
    assertThat(world.bean(Mails.class).raw(bad.id()).orElseThrow())
        .asString(UTF_8)
        .contains("poison");
    Ticket ticket = world.bean(AsideMails.class).take(bad.id(), "test").orElseThrow();
    assertThat(world.said(ticket).getFirst().text()).isEqualTo("poison-of-the-test");
    assertThat(world.bean(AsideMails.class).take(bad.id(), "test")).isEmpty();
  }

  @Test
  void anAddressThatIsNoneHoldsNobodyElsesMailUp() {
    var by = new By("Åsa Agent", null, world.bean(Zone.class).instant());
    var mia = new Caller(null, "Mia", "mia@" + world.mark + ".example.", "");
    Ticket bad =
        world.bean(TicketDesk.class).open(NewTicket.of("No sound", "phone").calledBy(mia), by);
    world.answer(bad, "Is it plugged in?");
    Ticket good = world.ticket(world.take(fromRuth("1", "No tone", "It hums.")));
    world.answer(good, "Which floor?");

    assertThat(world.send(1)).isNotEmpty();
    assertThat(world.said(bad).getLast().delivery()).isEqualTo(Message.Delivery.FAILED);
  }

  @Test
  void aMailboxThatIsSwitchedOnIsReadAndToldOfWhatComes() throws Exception {
    var boxes = world.bean(Mailboxes.class);
    Mailbox off = world.box;
    deliver(fromRuth("1", "Before", "before"));
    boxes.put(
        new Mailbox(
            off.id(),
            off.name(),
            off.address(),
            null,
            null,
            true,
            off.server(),
            "INBOX",
            true,
            0,
            off.state()),
        "test");
    var readers = world.bean(MailReaders.class);
    try {
      readers.round();
      MailWorld.await(() -> became(Became.TICKET) == 1);
      deliver(fromRuth("2", "While it waits", "now"));
      MailWorld.await(() -> {
        readers.round();
        return became(Became.TICKET) == 2;
      });
    } finally {
      boxes.put(
          new Mailbox(
              off.id(),
              off.name(),
              off.address(),
              null,
              null,
              false,
              off.server(),
              "INBOX",
              true,
              1,
              off.state()),
          "test");
      readers.round();
    }
  }

  @Test
  void oneNodeReadsAMailboxAndAnotherOnlyWhenItIsGone() {
    var boxes = world.bean(Mailboxes.class);
    Mailbox on =
        new Mailbox(
            java.util.UUID.randomUUID(),
            "x",
            "x" + world.address,
            null,
            null,
            true,
            world.box.server(),
            "INBOX",
            true,
            0,
            world.box.state());
    boxes.put(on, "test");
    Instant now = Instant.parse("2036-01-01T00:00:00Z");
    Duration time = Duration.ofSeconds(90);

    assertThat(boxes.claim(on.id(), "a", now, time)).isTrue();
    assertThat(boxes.claim(on.id(), "b", now.plusSeconds(80), time)).isFalse();
    assertThat(boxes.claim(on.id(), "a", now.plusSeconds(80), time)).isTrue();
    assertThat(boxes.claim(on.id(), "b", now.plusSeconds(171), time)).isTrue();
    sql.sql("delete from helpdesk.mailbox where id = :id").param("id", on.id()).update();
  }

  @Test
  void forwardedMailIsHeardForOurMailboxesOnlyAndOnce() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var settings = world.bean(MailSettings.class);
    MailSettings.Values old = settings.get();
    settings.put(
        new MailSettings.Values(old.out(), old.sender(), true, true, "", port, "127.0.0.1"));
    var listener = world.bean(SmtpListener.class);
    listener.keep();
    String raw = fromRuth("1", "Forwarded", "text");

    forward(port, raw, world.address);
    forward(port, raw, world.address);
    Assertions.assertThatThrownBy(() -> forward(port, raw, "somebody@elsewhere.example"))
        .hasStackTraceContaining("There is no such mailbox here.");

    settings.put(old);
    listener.keep();
    assertThat(became(Became.TICKET)).isEqualTo(1);
    assertThat(listener.failure()).isEmpty();
  }

  private static void forward(int port, String raw, String to) throws Exception {
    var server = new MailServer("127.0.0.1", port, Security.NONE, "", "");
    Session session = Session.getInstance(server.properties("smtp"));
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(message(raw), new InternetAddress[] {new InternetAddress(to)});
    }
  }

  @Test
  void aResponderThatAnswersEverythingIsAnsweredTenTimesAndThenNoMore() {
    var count = new AtomicInteger();
    world.postman.tell(letter -> {
      if (letter.header("From").contains(world.address)) {
        int number = count.incrementAndGet();
        world.take(fromRuth("loop" + number, "Thank you " + number, "Your mail is read."));
      }
    });
    world.take(fromRuth("begin", "Hello", "Hello"));

    world.send(Acknowledgements.PER_SENDER_AND_HOUR);
    world.bean(MailSender.class).send();

    assertThat(world.letters()).hasSize(Acknowledgements.PER_SENDER_AND_HOUR);
  }

  @Test
  void aResponderThatAnswersToTheReplyAddressIsAnsweredOnce() {
    world.postman.tell(letter -> {
      if (letter.header("From").contains(world.address)) {
        world.take(
            world.mail(
                world.ruth.email(),
                "r" + world.letters().size(),
                "Cc: " + letter.replyTo() + "\n",
                "Thank you",
                "Read."));
      }
    });
    Taken first = world.take(fromRuth("begin", "Hello", "Hello"));

    world.send(1);
    world.bean(MailSender.class).send();

    assertThat(world.letters()).hasSize(1);
    assertThat(world.said(world.ticket(first))).hasSize(2);
  }

  @Test
  void whatTheServerRefusesForNowIsTriedLaterAndForEverIsSaid() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "Lift", "It hums.")));
    world.send(1);
    world.answer(ticket, "Which lift?");

    world.postman.refuse(451);
    world.bean(MailSender.class).send();
    assertThat(world.said(ticket).getLast().delivery()).isEqualTo(Message.Delivery.TO_SEND);

    sql.sql("update helpdesk.outgoing set due_at = made_at where ticket = :ticket")
        .param("ticket", ticket.id())
        .update();
    world.postman.refuse(550);
    MailWorld.await(() -> {
      world.bean(MailSender.class).send();
      return world.said(ticket).getLast().delivery() == Message.Delivery.FAILED;
    });
    Message answer = world.said(ticket).getLast();
    assertThat(
            java.util.Objects.requireNonNull(
                    world.bean(MailFacts.class).of(ticket).get(answer.id()))
                .words()
                .getFirst())
        .startsWith("The mail server said: 550");

    world.postman.refuse(0);
    assertThat(world.bean(Outbox.class).again(world.bean(Zone.class).instant())).isPositive();
    assertThat(world.send(2).get(1).raw()).contains("Which lift?");
  }

  @Test
  void whileTheServerIsAwayMailWaitsAndThePageSaysWhy() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "Lift", "It hums.")));
    var settings = world.bean(MailSettings.class);
    MailSettings.Values old = settings.get();
    settings.put(
        new MailSettings.Values(
            new MailServer("127.0.0.1", 1, Security.NONE, "", ""),
            old.sender(),
            true,
            true,
            "",
            0,
            "127.0.0.1"));
    world.answer(ticket, "Which lift?");

    assertThat(world.bean(MailSender.class).send()).isZero();
    MailWorld.await(() -> !settings.failure().isEmpty());
    assertThat(settings.failure())
        .isEqualTo("Nothing answers at 127.0.0.1, port 1. Look at the name and the port.");

    settings.put(old);
    settings.goOn();
    assertThat(world.send(2)).hasSize(2);
  }

  @Test
  void twoHundredMailsWithinAMinuteStopTheSending() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "Lift", "It hums.")));
    Instant now = world.bean(Zone.class).instant();
    for (int i = 0; i < MailSender.PER_MINUTE; i++) {
      world
          .bean(Outbox.class)
          .add(ticket.id(), ticket.number(), null, "x" + i + "@x.example", "x.example", now);
    }
    sql.sql(
            "update helpdesk.outgoing set sent_at = :now where recipient like 'x%@x.example' and"
                + " ticket = :ticket")
        .param("now", java.sql.Timestamp.from(now))
        .param("ticket", ticket.id())
        .update();

    world.bean(MailSender.class).send();

    var settings = world.bean(MailSettings.class);
    MailWorld.await(() -> settings.pausedUntil(world.bean(Zone.class).instant()).isPresent());
    sql.sql("delete from helpdesk.outgoing where ticket = :ticket and recipient like 'x%'")
        .param("ticket", ticket.id())
        .update();
    settings.goOn();
    assertThat(world.send(1)).hasSize(1);
  }

  @Test
  void tryingSettingsSaysWhatHappened() {
    var trial = world.bean(MailTrial.class);
    MailServer right = world.box.server();

    assertThat(trial.read(world.box).words()).isEqualTo("It works: INBOX holds 0 mails.");
    assertThat(
            trial
                .read(
                    with(
                        new MailServer(
                            right.host(), right.port(), Security.NONE, right.login(), "wrong")))
                .words())
        .endsWith("did not take the name or the password. Enter them again.");
    assertThat(
            trial
                .read(with(new MailServer("nowhere.invalid", 993, Security.TLS, "a", "b")))
                .words())
        .isEqualTo("Nobody knows a server named nowhere.invalid.");
    assertThat(trial.send(world.bean(MailSettings.class).get(), world.ruth.email()).works())
        .isTrue();
  }

  private Mailbox with(MailServer server) {
    Mailbox box = world.box;
    return new Mailbox(
        box.id(),
        box.name(),
        box.address(),
        null,
        null,
        false,
        server,
        "INBOX",
        true,
        0,
        box.state());
  }

  @Test
  void filesOfAnAnswerTravelAlong() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "Lift", "It hums.")));
    world
        .bean(dev.linchpin.helpdesk.Messages.class)
        .add(
            ticket,
            dev.linchpin.helpdesk.NewMessage.of(Message.Kind.ANSWER, "See the plan.")
                .with(
                    List.of(
                        new dev.linchpin.helpdesk.NewMessage.File(
                            "plän.txt", "up".getBytes(UTF_8)))),
            new dev.linchpin.helpdesk.By("Åsa", null, world.bean(Zone.class).instant()));

    ReadMail sent = MailReader.read(world.send(2).get(1).raw().getBytes(UTF_8));

    assertThat(sent.text()).isEqualTo("See the plan.");
    assertThat(sent.files().getFirst().name()).isEqualTo("plän.txt");
    assertThat(sent.files().getFirst().content()).asString(UTF_8).isEqualTo("up");
  }
}
