package dev.linchpin.helpdesk.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EpisodesTests {
  private static final Instant NINE = Instant.parse("2027-03-01T09:00:00Z");

  private static Signal problem(int minute, String severity) {
    return new Signal("disk", at(minute), true, Severity.of(severity), "Disk is full", "", "");
  }

  private static Signal fine(int minute) {
    return new Signal("disk", at(minute), false, Severity.USUAL, "Disk is full", "", "");
  }

  private static Instant at(int minute) {
    return NINE.plus(Duration.ofMinutes(minute));
  }

  @Test
  void aProblemUntilItIsFineIsOneEpisode() {
    assertThat(Episodes.of(List.of(problem(0, "critical"), problem(5, "warning"), fine(10))))
        .singleElement()
        .satisfies(episode -> {
          assertThat(episode.ends()).isEqualTo(at(10));
          assertThat(episode.problems()).isEqualTo(1);
          assertThat(episode.severity()).isEqualTo(Severity.CRITICAL);
        });
  }

  @Test
  void aCheckThatFlapsIsOneEpisodeAndCounted() {
    var signals = new ArrayList<Signal>();
    for (int i = 0; i < 12; i++) {
      signals.add(problem(20 * i, "warning"));
      signals.add(fine(20 * i + 10));
    }
    assertThat(Episodes.of(signals))
        .singleElement()
        .satisfies(episode -> assertThat(episode.problems()).isEqualTo(12));
  }

  @Test
  void afterAQuietHourItIsANewEpisode() {
    List<Signal> signals = List.of(problem(0, "high"), fine(10), problem(71, "high"));
    assertThat(Episodes.of(signals)).hasSize(2);
    assertThat(Episodes.of(List.of(problem(0, "high"), fine(10), problem(70, "high")))).hasSize(1);
  }

  @Test
  void whatIsFineWithoutAProblemIsNoEpisode() {
    assertThat(Episodes.of(List.of(fine(0)))).isEmpty();
  }

  @Test
  void theOrderInWhichNewsComeDoesNotMatter() {
    List<Signal> signals =
        List.of(problem(0, "low"), fine(3), problem(4, "critical"), fine(9), problem(90, "low"));
    for (int seed = 0; seed < 50; seed++) {
      var shuffled = new ArrayList<>(signals);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(Episodes.of(shuffled)).isEqualTo(Episodes.of(signals));
    }
  }

  @Test
  void anAlertThatIsOverTellsItsBeginningToo() {
    String body =
        """
        {"version": "4", "status": "resolved", "receiver": "linchpin", "alerts": [
          {"status": "resolved", "fingerprint": "a1b2",
           "labels": {"alertname": "DiskFull", "instance": "db1:9100", "severity": "critical",
                      "job": "node"},
           "annotations": {"summary": "Disk of db1 is full", "description": "97 %"},
           "startsAt": "2027-03-01T09:00:00.5Z", "endsAt": "2027-03-01T10:00:00+01:00",
           "generatorURL": "https://prometheus.example/graph"},
          {"status": "firing", "labels": {"alertname": "Slow"}, "annotations": {},
           "startsAt": "2027-03-01T09:00:00Z", "endsAt": "0001-01-01T00:00:00Z"}]}\
        """;
    List<Signal> signals = SignalReader.read(body, NINE);
    assertThat(signals)
        .extracting(Signal::key, Signal::problem, Signal::title)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a1b2", true, "Disk of db1 is full"),
            org.assertj.core.groups.Tuple.tuple("a1b2", false, "Disk of db1 is full"),
            org.assertj.core.groups.Tuple.tuple("Slow", true, "Slow"));
    assertThat(signals.getFirst().detail())
        .isEqualTo("97 %\nHost: db1:9100\nhttps://prometheus.example/graph");
    // An end before the beginning is no reason to stay open.
    assertThat(signals.get(1).at()).isAfter(signals.getFirst().at());
  }

  @Test
  void whatCannotBeReadSaysWhatToSend() {
    assertThatThrownBy(() -> SignalReader.read("<xml/>", NINE)).hasMessageContaining("Send JSON");
    assertThatThrownBy(() -> SignalReader.read("{\"key\": \"a\"}", NINE))
        .hasMessageContaining("\"problem\" or \"ok\"");
    assertThatThrownBy(() -> SignalReader.read("{\"state\": \"ok\"}", NINE))
        .hasMessageContaining("Send \"key\"");
    assertThatThrownBy(
            () -> SignalReader.read("{\"key\": \"a\", \"state\": \"ok\", \"at\": \"now\"}", NINE))
        .hasMessageContaining("Send \"at\"");
  }
}
