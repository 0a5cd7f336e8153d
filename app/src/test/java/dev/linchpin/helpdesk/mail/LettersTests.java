package dev.linchpin.helpdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.helpdesk.mail.Letters.Letter;
import dev.linchpin.platform.Zone;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Mail of ours that belongs to no ticket, over a real connection.
@LinchpinTest
class LettersTests {
  @Autowired ApplicationContext context;
  @Autowired Letters letters;
  @Autowired Zone zone;
  private MailWorld world;

  @BeforeEach
  void aWorld() {
    world = new MailWorld(context);
  }

  @AfterEach
  void ends() {
    world.close();
  }

  private String somebody(String name) {
    return name + "-" + world.mark + "@lakeside.example";
  }

  private boolean write(String to, String once) {
    var letter =
        new Letter(
            to, "News about\nit", "By 3 May.", "https://x.example/stop/1", once + world.mark);
    return letters.add(letter, zone.instant());
  }

  private Postman.Letter sent(String to) {
    return world.send(1).stream().filter(one -> one.to().equals(to)).findFirst().orElseThrow();
  }

  @Test
  void aLetterGoesOutWithOneClickToStopAndOnlyOnce() {
    String lena = somebody("lena");

    assertThat(write(lena, "a")).isTrue();
    assertThat(write(lena, "a")).isFalse();

    Postman.Letter letter = sent(lena);
    assertThat(letter.header("Subject")).isEqualTo("News about it");
    assertThat(letter.header("List-Unsubscribe")).isEqualTo("<https://x.example/stop/1>");
    assertThat(letter.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(letter.raw()).contains("By 3 May.");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void anAddressWhoseLetterCameBackIsUnreachableUntilItsOwnerWrites() {
    String gone = somebody("gone");
    write(gone, "b");
    Postman.Letter letter = sent(gone);
    assertThat(letters.unreachable(List.of(gone))).isEmpty();

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

    assertThat(taken).isEqualTo(new Taken.Bounce(taken.mail(), "", gone));
    assertThat(letters.unreachable(List.of(gone))).containsOnlyKeys(gone);
    world.take(world.mail(gone, "c", "", "I am back", "hello"));
    assertThat(letters.unreachable(List.of(gone)))
        .as("the mail server's word on the last letter stays")
        .containsOnlyKeys(gone);
  }

  @Test
  void anAddressThatTheServerRefusesForGoodIsUnreachable() {
    String nobody = somebody("nobody");
    write(nobody, "d");
    world.postman.refuse(550);

    MailWorld.await(() -> {
      world.bean(MailSender.class).send();
      return !letters.unreachable(List.of(nobody)).isEmpty();
    });

    assertThat(letters.unreachable(List.of(nobody)).get(nobody)).contains("The mail server said");
  }

  @Test
  void manyLettersNeverHoldUpTheAnswersOnTickets() {
    for (int i = 0; i < MailSender.LETTERS_PER_MINUTE + 20; i++) {
      write(somebody("many" + i), "many" + i);
    }
    var asked = world.mail(world.ruth.email(), "q", "", "Printer", "It is off.");
    var ticket = world.ticket(world.take(asked));
    world.send(MailSender.LETTERS_PER_MINUTE);
    world.answer(ticket, "Press the button.");

    world.send(MailSender.LETTERS_PER_MINUTE + 1);

    assertThat(world.letters().getLast().to()).isEqualTo(world.ruth.email());
    assertThat(world.bean(MailSettings.class).pausedUntil(zone.instant())).isEmpty();
  }
}
