package dev.linchpin.helpdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.answers.Hearer;
import dev.linchpin.answers.Hearers;
import dev.linchpin.messaging.Letter;
import dev.linchpin.messaging.Letters;
import dev.linchpin.platform.Zone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mail of ours that belongs to no ticket, over a real connection.
@LinchpinTest
class LetterTravelTests {
  @Autowired ApplicationContext context;
  @Autowired Letters letters;
  @Autowired LetterSender sender;
  @Autowired Hearers hearers;
  @Autowired JdbcClient sql;
  @Autowired Zone zone;
  private MailWorld world;

  @BeforeEach
  void aWorld() {
    sql.sql("update messaging.letter set sent_at = sent_at - interval '1 day'").update();
    sql.sql("delete from messaging.letter where sent_at is null").update();
    world = new MailWorld(context);
  }

  @AfterEach
  void ends() {
    sql.sql("delete from messaging.letter where sent_at is null").update();
    world.close();
  }

  @Test
  void aLetterGoesOutOnceWithOneClickToStop() {
    String lena = somebody("lena");
    assertThat(write(lena)).isTrue();
    assertThat(write(lena)).isFalse();

    Postman.Letter letter = sent(lena);

    assertThat(letter.header("Subject")).isEqualTo("News about it");
    assertThat(letter.header("List-Unsubscribe")).isEqualTo("<https://x.example/stop/1>");
    assertThat(letter.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(letter.raw()).contains("By 3 May.");
    sender.send();
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void anAddressWhoseLetterCameBackGetsNoMailUntilItsOwnerWrites() {
    String gone = somebody("gone");
    Hearer somebody = hearers.withMail("Gone", gone);
    write(gone);
    Postman.Letter letter = sent(gone);

    Taken taken =
        world.take(
            """
            From: MAILER-DAEMON@example.org
            To: %s
            Message-ID: <back-%s@x>
            Subject: Undelivered
            Content-Type: text/plain

            Could not deliver %s
            """
                .formatted(world.address, world.mark, letter.header("Message-ID")));

    assertThat(taken).isEqualTo(new Taken.LetterBounce(taken.mail(), gone));
    hearers.mailFailed(gone, "It came back.", zone.instant());

    world.take(world.mail(gone, "c", "", "I am back", "hello"));

    assertThat(hearers.find(somebody.id()))
        .hasValueSatisfying(now -> assertThat(now.hasMail()).isTrue());
  }

  @Test
  void whatTheServerRefusesForGoodIsLost() {
    String nobody = somebody("nobody");
    write(nobody);
    world.postman.refuse(550);

    MailWorld.await(() -> {
      sender.send();
      return sql.sql("select failure from messaging.letter where recipient = :to")
          .param("to", nobody)
          .query(String.class)
          .single()
          .contains("The mail server said");
    });
  }

  @Test
  void manyLettersNeverHoldUpTheAnswersOnTickets() {
    for (int i = 0; i < LetterSender.PER_MINUTE + 20; i++) {
      write(somebody("many" + i));
    }
    var asked = world.mail(world.ruth.email(), "q", "", "Printer", "It is off.");
    var ticket = world.ticket(world.take(asked));
    MailWorld.await(() -> {
      sender.send();
      return world.letters().size() >= LetterSender.PER_MINUTE;
    });
    world.answer(ticket, "Press the button.");

    world.send(LetterSender.PER_MINUTE + 1);

    assertThat(world.letters()).extracting(Postman.Letter::to).contains(world.ruth.email());
    assertThat(world.bean(MailSettings.class).pausedUntil(zone.instant())).isEmpty();
  }

  private String somebody(String name) {
    return name + "-" + world.mark + "@lakeside.example";
  }

  private boolean write(String to) {
    var letter =
        new Letter("news for " + to, to, "News about it", "By 3 May.", "https://x.example/stop/1");
    return letters.post(letter, zone.instant());
  }

  private Postman.Letter sent(String to) {
    MailWorld.await(() -> {
      sender.send();
      return world.letters().stream().anyMatch(one -> one.to().equals(to));
    });
    return world.letters().stream().filter(one -> one.to().equals(to)).findFirst().orElseThrow();
  }
}
