package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RealTicketsTests {
  @Test
  void everyRowOfThePublicServiceNowLogIsReadAndItsHoursAreBelievable() {
    TicketHistory history = TicketText.read(file("servicenow-incidents/incident_event_log.csv.gz"));

    assertThat(history.source()).isEqualTo("ServiceNow");
    assertThat(history.tickets()).hasSize(13_845);
    assertThat(history.rows()).isEqualTo(84_301);
    assertThat(history.problemCount()).isZero();
    assertThat(history.tickets().stream().mapToInt(one -> one.touches().size()).sum())
        .isEqualTo(84_301);
    assertThat(history.mapping().dates()).isEqualTo(DateOrder.DAY_MONTH_YEAR);

    InterruptionModel model = InterruptionModel.of(history, Assumptions.USUAL);
    assertThat(model.weeks()).isEqualTo(7);
    assertThat(model.everybody().total()).isBetween(Duration.ofHours(900), Duration.ofHours(1_500));
    double minutesPerTicket = model.everybody().total().toMinutes() / model.arrivalsPerWeek();
    assertThat(minutesPerTicket).isBetween(20.0, 60.0);
    assertThat(model.weeklyCv()).isBetween(0.1, 0.5);
  }

  @Test
  void aRampAtTheEndOfALogIsSaid() {
    TicketHistory history = TicketText.read(file("bpic2013-volvo-it/incidents.csv.gz"));

    assertThat(history.tickets()).hasSize(5_035);
    assertThat(InterruptionModel.of(history, Assumptions.USUAL).notes())
        .anyMatch(note -> note.contains("look different"));
  }

  @Test
  void aLogWithNothingButStatusAndTimeIsRead() {
    TicketHistory history = TicketText.read(file("helpdesk-italian/events.csv.gz"));

    assertThat(history.tickets()).hasSize(3_053);
    assertThat(history.problemCount()).isZero();
  }

  private static Path file(String name) {
    String folder = System.getenv("LINCHPIN_SHARED_DATA");
    Path data = folder == null ? Path.of("..", "..", "shared", "data") : Path.of(folder);
    Path file = data.resolve(name);
    assumeTrue(Files.exists(file), "No " + name + " in the shared data: not compared.");
    return file;
  }
}
