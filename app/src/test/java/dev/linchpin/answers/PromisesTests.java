package dev.linchpin.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.TestDatabases;
import dev.linchpin.access.AccountId;
import dev.linchpin.access.Role;
import dev.linchpin.access.Who;
import dev.linchpin.planning.Chance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PromisesTests {
  private static final Ref NET = new Ref.OfProject("NET");
  private static final Instant NOON = Instant.parse("2027-03-18T11:00:00Z");
  private static final Who MIA =
      new Who(
          new AccountId(UUID.randomUUID()),
          "Mia Stone",
          "mia@example.org",
          Set.of(Role.HELP_DESK_AGENT));
  private static final int TELLERS = 50;

  private final JdbcClient sql = TestDatabases.sql();
  private final Promises promises = new Promises(sql);
  private final Doubts doubts = new Doubts(sql);

  @Test
  void whoWasToldIsKeptTheNewestFirst() {
    Promise first = told("Sales", NOON);
    Promise second = told("Finance", NOON.plusSeconds(60));
    promises.add(first, MIA.account(), null);
    promises.add(second, MIA.account(), null);

    assertThat(promises.about(NET)).containsExactly(second, first);
    assertThat(promises.find(first.id())).contains(first);
    assertThat(promises.lastOf(MIA.account(), List.of("NET", "CRM")))
        .isEqualTo(Map.of("NET", second));
    assertThat(promises.lastOf(new AccountId(UUID.randomUUID()), List.of("NET"))).isEmpty();
    assertThat(promises.about(new Ref.OfProject("CRM"))).isEmpty();
  }

  @Test
  void aPromiseCannotBeChangedOrTakenBack() {
    promises.add(told("Sales", NOON), MIA.account(), null);

    assertThatThrownBy(() -> sql.sql("update answers.promise set by_day = by_day + 1").update())
        .hasMessageContaining("promise is only added to");
    assertThatThrownBy(() -> sql.sql("delete from answers.promise").update())
        .hasMessageContaining("promise is only added to");
  }

  @Test
  void fiftyTellingsWithOneKeyAtOnceAreOnePromise() throws Exception {
    var together = new CyclicBarrier(TELLERS);
    Set<UUID> kept = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(TELLERS)) {
      List<Future<Promise>> tellings = new ArrayList<>();
      for (int i = 0; i < TELLERS; i++) {
        tellings.add(
            threads.submit(() -> {
              together.await();
              return promises.add(told("Sales", NOON), MIA.account(), "one-key");
            }));
      }
      for (Future<Promise> telling : tellings) {
        kept.add(telling.get().id());
      }
    }

    assertThat(kept).hasSize(1);
    assertThat(promises.about(NET)).hasSize(1);
  }

  @Test
  void theSameKeyOfAnotherTellerIsAnotherPromise() {
    promises.add(told("Sales", NOON), MIA.account(), "key");
    promises.add(told("Sales", NOON), new AccountId(UUID.randomUUID()), "key");

    assertThat(promises.about(NET)).hasSize(2);
  }

  @Test
  void onlyDatesLikeThisOneSpeakAboutHowGoodItIs() {
    for (int i = 0; i < 12; i++) {
      Promise near = told("caller " + i, NOON);
      promises.add(near, MIA.account(), null);
      promises.judge(near, i < 9, NOON);
      promises.judge(near, true, NOON);
    }
    long near = 11;
    long far = 100;

    assertThat(promises.trackRecords(NET.kind()).at(near)).isEqualTo(new TrackRecord(12, 9));
    assertThat(promises.trackRecords(NET.kind()).at(far)).isEqualTo(TrackRecord.NONE);
    assertThat(promises.trackRecords(Ref.Kind.MILESTONE).at(near)).isEqualTo(TrackRecord.NONE);
  }

  @Test
  void aPromiseWaitsForItsOutcomeOnlyAfterItsDay() {
    Promise promise = told("Sales", NOON);
    promises.add(promise, MIA.account(), null);

    assertThat(promises.overWithoutOutcome(promise.by(), null, 10)).isEmpty();
    assertThat(promises.overWithoutOutcome(promise.by().plusDays(1), null, 10))
        .containsExactly(promise);

    promises.judge(promise, true, NOON);

    assertThat(promises.overWithoutOutcome(promise.by().plusDays(1), null, 10)).isEmpty();
  }

  @Test
  void aDoubtIsOpenUntilItIsSettled() {
    var doubt =
        new Doubt(UUID.randomUUID(), NET, "The switches have not arrived", NOON, MIA.name());
    doubts.add(doubt, MIA.account());

    assertThat(doubts.open(NET)).containsExactly(doubt);

    doubts.settle(doubt, "They came today.", MIA, NOON.plusSeconds(60));

    assertThat(doubts.open(NET)).isEmpty();
    assertThat(doubts.find(doubt.id())).contains(doubt);
  }

  @Test
  void theLastThingAskedForIsFoundAgainFirst() {
    var log = new AskLog(sql);
    log.add(MIA.account(), NET, NOON);
    log.add(MIA.account(), new Ref.OfTicket("48213"), NOON.plusSeconds(1));
    log.add(MIA.account(), NET, NOON.plusSeconds(2));

    assertThat(log.last(MIA.account(), 5)).containsExactly(NET, new Ref.OfTicket("48213"));
    assertThat(log.last(MIA.account(), 1)).containsExactly(NET);
  }

  private Promise told(String to, Instant at) {
    return new Promise(
        UUID.randomUUID(),
        NET,
        new Hearers(sql).named(to),
        Channel.PHONE,
        LocalDate.of(2027, 3, 29),
        "We expect this to be done by Monday 29 March.",
        new Chance(8),
        "7c0e2b0c-7a53-4d2e-9d10-000000000001",
        AnswerState.FORECAST,
        at,
        MIA.name(),
        AnswerSamples.BERLIN);
  }
}
