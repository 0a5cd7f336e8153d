package dev.linchpin.helpdesk.levels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.QueueId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RotaTests {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final PersonId ASA = new PersonId(new UUID(1, 1));
  private static final PersonId BO = new PersonId(new UUID(1, 2));
  private static final PersonId CY = new PersonId(new UUID(1, 3));

  private static Rota rota(String handOver, Rota.Swap... swaps) {
    return new Rota(
        new QueueId(new UUID(0, 1)),
        LocalDate.parse("2027-03-01"),
        LocalTime.parse(handOver),
        List.of(ASA, BO),
        List.of(swaps),
        0);
  }

  private static Rota.Swap swap(String begins, String ends, PersonId person) {
    return new Rota.Swap(
        UUID.randomUUID(), LocalDateTime.parse(begins), LocalDateTime.parse(ends), person);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static PersonId onCall(Rota rota, Instant at) {
    return rota.at(at, BERLIN).orElseThrow().person();
  }

  @Test
  void peopleTakeTurnsWeekByWeekFromOneHandOverToTheNext() {
    Rota rota = rota("09:00");
    assertThat(rota.at(at("2027-03-01T08:59"), BERLIN)).isEmpty();
    assertThat(onCall(rota, at("2027-03-01T09:00"))).isEqualTo(ASA);
    assertThat(onCall(rota, at("2027-03-08T08:59"))).isEqualTo(ASA);
    assertThat(onCall(rota, at("2027-03-08T09:00"))).isEqualTo(BO);
    assertThat(onCall(rota, at("2027-03-15T09:00"))).isEqualTo(ASA);
  }

  @Test
  void theWeekWhenTheClockChangesIsAnHourShorterOrLonger() {
    Rota rota = rota("09:00");
    Rota.Turn spring = rota.at(at("2027-03-28T12:00"), BERLIN).orElseThrow();
    Rota.Turn autumn = rota.at(at("2027-10-31T12:00"), BERLIN).orElseThrow();
    assertThat(Duration.between(spring.begins(), spring.ends())).isEqualTo(Duration.ofHours(167));
    assertThat(Duration.between(autumn.begins(), autumn.ends())).isEqualTo(Duration.ofHours(169));
  }

  @Test
  void aHandOverInTheHourThatComesTwiceHappensOnce() {
    var rota =
        new Rota(
            new QueueId(new UUID(0, 1)),
            LocalDate.parse("2027-10-24"),
            LocalTime.parse("02:30"),
            List.of(ASA, BO),
            List.of(),
            0);
    Instant first = Instant.parse("2027-10-31T00:30:00Z"); // 02:30 for the first time
    assertThat(onCall(rota, first.minusSeconds(1))).isEqualTo(ASA);
    assertThat(onCall(rota, first)).isEqualTo(BO);
    assertThat(onCall(rota, first.plusSeconds(45 * 60))).isEqualTo(BO); // 02:15, the second time
  }

  @Test
  void aHandOverInTheHourThatIsMissingHappensAtTheJump() {
    var rota =
        new Rota(
            new QueueId(new UUID(0, 1)),
            LocalDate.parse("2027-03-21"),
            LocalTime.parse("02:30"),
            List.of(ASA, BO),
            List.of(),
            0);
    Instant jump = Instant.parse("2027-03-28T01:00:00Z");
    assertThat(onCall(rota, jump.minusSeconds(1))).isEqualTo(ASA);
    assertThat(onCall(rota, jump)).isEqualTo(BO);
  }

  @Test
  void aSwapTakesItsTimeAndNothingElse() {
    Rota rota = rota("09:00", swap("2027-03-03T12:00", "2027-03-04T12:00", CY));
    assertThat(rota.turns(at("2027-03-01T09:00"), at("2027-03-08T08:00"), BERLIN))
        .extracting(Rota.Turn::person, Rota.Turn::begins)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ASA, at("2027-03-01T09:00")),
            org.assertj.core.groups.Tuple.tuple(CY, at("2027-03-03T12:00")),
            org.assertj.core.groups.Tuple.tuple(ASA, at("2027-03-04T12:00")));
  }

  @Test
  void aSwapOverAHandOverIsOneTurn() {
    Rota rota = rota("09:00", swap("2027-03-07T00:00", "2027-03-09T00:00", CY));
    assertThat(rota.turns(at("2027-03-06T00:00"), at("2027-03-10T00:00"), BERLIN))
        .extracting(Rota.Turn::person)
        .containsExactly(ASA, CY, BO);
  }

  @Test
  void ofTwoSwapsTheLaterOneCounts() {
    Rota rota =
        rota(
            "09:00",
            swap("2027-03-02T00:00", "2027-03-05T00:00", CY),
            swap("2027-03-03T00:00", "2027-03-04T00:00", BO));
    assertThat(onCall(rota, at("2027-03-02T12:00"))).isEqualTo(CY);
    assertThat(onCall(rota, at("2027-03-03T12:00"))).isEqualTo(BO);
    assertThat(onCall(rota, at("2027-03-04T12:00"))).isEqualTo(CY);
  }
}
