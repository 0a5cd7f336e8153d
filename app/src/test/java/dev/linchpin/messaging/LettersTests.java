package dev.linchpin.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.TestDatabases;
import dev.linchpin.messaging.Letters.Claimed;
import dev.linchpin.platform.Retries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LettersTests {
  private static final Instant NOON = Instant.parse("2027-03-18T11:00:00Z");
  private static final Letter NEWS =
      Letter.of("news 1", "Ruth@Lakeside.example", "It moved", "By 26 March.");

  private final List<Object> facts = new ArrayList<>();
  private final Letters letters = new Letters(TestDatabases.template(), facts::add);

  @Test
  void aLetterOfTheSameNameIsWrittenOnce() {
    assertThat(letters.post(NEWS, NOON)).isTrue();
    assertThat(letters.post(NEWS, NOON)).isFalse();

    assertThat(letters.claim(NOON)).map(Claimed::letter).contains(NEWS);
    assertThat(letters.claim(NOON)).isEmpty();
  }

  @Test
  void whatIsSentIsTold() {
    letters.post(NEWS, NOON);
    letters.sent(letters.claim(NOON).orElseThrow(), NOON);

    assertThat(facts).containsExactly(new LetterSent("news 1", NOON));
    assertThat(letters.sentSince(NOON.minusSeconds(60))).isEqualTo(1);
    assertThat(letters.claim(NOON.plus(Retries.OF_MAIL.claim()).plusSeconds(1))).isEmpty();
  }

  @Test
  void aServerThatIsBusyGetsItAgainAndOneThatRefusesItDoesNot() {
    letters.post(NEWS, NOON);
    letters.refused(letters.claim(NOON).orElseThrow(), "Busy.", false, NOON);

    assertThat(letters.claim(NOON.plusSeconds(59))).isEmpty();
    Claimed again = letters.claim(NOON.plusSeconds(60)).orElseThrow();
    assertThat(again.tries()).isEqualTo(2);

    letters.refused(again, "No such mailbox.", true, NOON);

    assertThat(letters.claim(NOON.plusSeconds(9_999))).isEmpty();
    assertThat(facts)
        .containsExactly(
            new LetterLost("news 1", "ruth@lakeside.example", "No such mailbox.", NOON));
  }

  @Test
  void aLetterThatCameBackIsLostAlthoughItWasSent() {
    letters.post(NEWS, NOON);
    Claimed sent = letters.claim(NOON).orElseThrow();
    letters.sent(sent, NOON);

    assertThat(letters.cameBack(List.of(UUID.randomUUID()), "It came back.", NOON)).isEmpty();
    assertThat(letters.cameBack(List.of(sent.id()), "It came back.", NOON))
        .contains("ruth@lakeside.example");
    assertThat(facts).hasSize(2).last().isInstanceOf(LetterLost.class);
  }

  @Test
  void aLetterCanBeTakenBackUntilSomebodySendsIt() {
    letters.post(NEWS, NOON);
    assertThat(letters.takeBack(List.of("news 1"), NOON)).containsExactly("news 1");

    letters.post(NEWS, NOON);
    letters.claim(NOON);
    assertThat(letters.takeBack(List.of("news 1"), NOON)).isEmpty();
  }

  @Test
  void whatWasWrittenToSomebodyIsForgotten() {
    letters.post(NEWS, NOON);
    letters.forget("RUTH@lakeside.example");

    assertThat(letters.claim(NOON)).isEmpty();
  }
}
