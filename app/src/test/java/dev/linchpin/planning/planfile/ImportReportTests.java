package dev.linchpin.planning.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Because;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.planning.planfile.ImportReport.Row;
import dev.linchpin.planning.planfile.ImportReport.Verdict;
import dev.linchpin.planning.planfile.ReadResult.Read;
import dev.linchpin.planning.planfile.ReadResult.Refused;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ImportReportTests {
  private static final PlanFile FILE =
      read(
          """
          id;name;level;start;finish;duration;predecessors;resources
          1;Servers;1;2027-01-11;2027-01-15;;;
          2;Order;2;2027-01-11;2027-01-12;2d;;Ana
          3;Install;2;2027-01-13;2027-01-15;3d;2;Ana[50%]
          4;Train;1;2027-01-11;2027-01-11;1d;;Ana
          5;Go-live;1;2027-01-15;2027-01-15;0d;1FS+1d;
          """);

  @Test
  void theSummarySaysHowMuchMovesAndWhatTheMost() {
    assertThat(report().summary())
        .isEqualTo(
            "Read from CSV: 3 tasks, 1 milestone, 2 links, 1 person and 0 calendars."
                + " 2 of 4 lie on the same days. “Train” moves the most: 5 workdays later.");
  }

  @Test
  void eachLineShowsBothSides() {
    Row install = report().rows().get(2);

    assertThat(install.verdict()).isEqualTo(Verdict.SAME_DAYS);
    assertThat(install.file().waitsFor()).isEqualTo("2");
    assertThat(install.file().people()).isEqualTo("Ana 50%");
    assertThat(Objects.requireNonNull(install.plan()).waitsFor()).isEqualTo("2");
    assertThat(install.plan().duration()).isEqualTo("3d");
    Row goLive = report().rows().get(4);
    assertThat(goLive.file().waitsFor()).isEqualTo("1+1d");
    assertThat(Objects.requireNonNull(goLive.plan()).waitsFor()).isEqualTo("1+8 h");
  }

  @Test
  void whatMovesSaysWhy() {
    assertThat(report().rows())
        .filteredOn(row -> row.verdict() == Verdict.LATER)
        .extracting(Row::reason)
        .containsExactly(
            "5 workdays later: Ana does “Install” first.",
            "1 workday later: it waits for “End of Servers”.");
  }

  @Test
  void aSummarySpansWhatIsBelowIt() {
    Row servers = report().rows().getFirst();

    assertThat(servers.verdict()).isEqualTo(Verdict.SAME_DAYS);
    assertThat(Objects.requireNonNull(servers.plan()).finish()).isEqualTo(at(15, 17));
  }

  @Test
  void aTaskThatIsNotPlacedIsCountedApart() {
    ImportReport report = ImportReport.of(FILE, converted(), new Schedule(Map.of(), List.of()));

    assertThat(report.counts().notCompared()).isEqualTo(4);
    assertThat(report.rows()).allMatch(row -> row.reason().equals("Not placed."));
    assertThat(report.summary()).endsWith("The file has no dates to compare with.");
  }

  private static ImportReport report() {
    var ana = new PersonId("r-ana");
    var tasks =
        Map.of(
            new TaskId("2"), new Placed(at(11, 8), at(12, 17), Because.PROJECT_START, null, null),
            new TaskId("3"), new Placed(at(13, 8), at(15, 17), Because.TASK, new TaskId("2"), null),
            new TaskId("4"),
                new Placed(at(18, 8), at(18, 17), Because.PERSON, new TaskId("3"), ana),
            new TaskId("5"),
                new Placed(at(18, 17), at(18, 17), Because.TASK, new TaskId("1#end"), null));
    return ImportReport.of(FILE, converted(), new Schedule(tasks, List.of()));
  }

  private static Converted converted() {
    return Converted.of(FILE, new ProjectId("p"));
  }

  private static LocalDateTime at(int day, int hour) {
    return LocalDateTime.of(2027, 1, day, hour, 0);
  }

  private static PlanFile read(String text) {
    return switch (new CsvPlan("plan.csv").read(text)) {
      case Read(PlanFile plan) -> plan;
      case Refused no -> throw new AssertionError(no.message());
    };
  }
}
