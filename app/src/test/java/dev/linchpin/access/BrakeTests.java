package dev.linchpin.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.TestDatabases;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrakeTests {
  private static final Brake.Try GUESS = new Brake.Try("sign-in", "asa@example.org", "192.0.2.1");
  private static final Brake.Try OWNER = new Brake.Try("sign-in", "asa@example.org", "192.0.2.2");

  private final TestClock clock = new TestClock();
  private final Brake brake = new Brake(TestDatabases.sql(), clock);

  @Test
  void afterFiveWrongTriesTheDoorClosesForHalfAMinute() {
    for (int i = 0; i < Brake.PAIR_TRIES; i++) {
      assertThat(brake.count(GUESS)).isEmpty();
    }
    assertThat(brake.count(GUESS)).contains(Duration.ofSeconds(31));

    clock.pass(Duration.ofSeconds(30));
    assertThat(brake.count(GUESS)).isEmpty();
    assertThat(brake.count(GUESS)).contains(Duration.ofSeconds(61));
  }

  @Test
  void theOwnerIsNotLockedOutByAGuesserElsewhere() {
    for (int i = 0; i < 50; i++) {
      brake.count(GUESS);
    }
    assertThat(brake.count(GUESS)).isPresent();
    assertThat(brake.count(OWNER)).isEmpty();
  }

  @Test
  void anAddressThatTriesManyAccountsIsClosedToo() {
    for (int i = 0; i < Brake.ADDRESS_TRIES; i++) {
      assertThat(brake.count(new Brake.Try("sign-in", "user" + i, "192.0.2.1"))).isEmpty();
    }
    assertThat(brake.count(new Brake.Try("sign-in", "another", "192.0.2.1"))).isPresent();
  }

  @Test
  void aRightPasswordTakesItsTryBack() {
    for (int i = 0; i < 3 * Brake.ADDRESS_TRIES; i++) {
      assertThat(brake.count(OWNER)).isEmpty();
      brake.release(OWNER);
    }
  }

  @Test
  void aDayOfTriesReachesThePasswordAHundredTimesAtMost() {
    int reached = 0;
    for (int i = 0; i < 1_000; i++) {
      reached += brake.count(GUESS).isEmpty() ? 1 : 0;
      clock.pass(Duration.ofSeconds(86));
    }
    assertThat(reached).isLessThan(110);
  }

  @Test
  void afterAnHourOfQuietTheTriesAreForgotten() {
    for (int i = 0; i < 50; i++) {
      brake.count(GUESS);
    }
    clock.pass(Duration.ofMinutes(61));
    assertThat(brake.count(GUESS)).isEmpty();
    assertThat(brake.count(GUESS)).isEmpty();
  }
}
