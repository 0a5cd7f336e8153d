package dev.linchpin.planning.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Link;
import dev.linchpin.planning.planfile.PlanFile.Assigned;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Kind;
import dev.linchpin.planning.planfile.PlanFile.Mark;
import dev.linchpin.planning.planfile.PlanFile.Resource;
import dev.linchpin.planning.planfile.ReadResult.Read;
import dev.linchpin.planning.planfile.ReadResult.Refused;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CsvPlanTests {
  @Test
  void aTableOfTasksIsAPlan() {
    PlanFile plan =
        read(
            """
            id;name;duration;predecessors;resources
            1;Order;10d;;Ana[50%]
            2;Install;3 days;1;Ana, Ben
            3;Go-live;0d;2FS+2d;
            """);

    assertThat(plan.items())
        .extracting(Item::kind)
        .containsExactly(Kind.TASK, Kind.TASK, Kind.MILESTONE);
    assertThat(hours(plan.items().getFirst())).isEqualTo(80);
    assertThat(plan.items().getFirst().assignments())
        .containsExactly(new Assigned("r-ana", 0.5, null));
    assertThat(plan.resources()).extracting(Resource::name).containsExactly("Ana", "Ben");
    assertThat(plan.relations())
        .extracting(relation -> relation.lag().time())
        .containsExactly(Duration.ZERO, Duration.ofHours(16));
  }

  @Test
  void allFourLinksAndTheirLagsAreUnderstoodInThreeLanguages() {
    PlanFile plan =
        read(
            """
            Nr.,Vorgangsname,Dauer,Vorgänger
            1,A,1t,
            2,B,1t,"1AA+3 Std"
            3,C,1t,"1EE-1t;2EA"
            4,D,1t,"1AE+2et, 3"
            """);

    assertThat(plan.relations())
        .extracting(relation -> relation.type() + " " + relation.lag().shown().strip())
        .containsExactly(
            "START_TO_START +3 Std",
            "FINISH_TO_FINISH -1t",
            "FINISH_TO_START ",
            "START_TO_FINISH +2et",
            "FINISH_TO_START ");
    assertThat(plan.relations().get(3).lag().elapsed()).isTrue();
    assertThat(read("tâche\tdurée\tprédécesseurs\nA\t2 jours\t\nB\t1 sem\tA\n").relations())
        .extracting(relation -> relation.from() + relation.type())
        .containsExactly("1" + Link.Type.FINISH_TO_START);
  }

  @Test
  void theOutlineComesFromLevelsOrNumbers() {
    PlanFile levels = read("name,level,duration\nPhase,1,\nA,2,1d\nB,2,1d\nNext,1,1d\n");
    PlanFile numbers = read("wbs,name,duration\n1,Phase,\n1.1,A,1d\n1.2,B,1d\n2,Next,1d\n");

    for (PlanFile plan : new PlanFile[] {levels, numbers}) {
      assertThat(plan.items())
          .extracting(item -> item.name() + " " + item.kind() + " in " + item.parent())
          .containsExactly(
              "Phase SUMMARY in null", "A TASK in 1", "B TASK in 1", "Next TASK in null");
    }
  }

  @Test
  void datesAreReadAsTheColumnHasThem() {
    assertThat(start("2027-03-26")).isEqualTo("2027-03-26T08:00");
    assertThat(start("2027-03-26 09:30")).isEqualTo("2027-03-26T09:30");
    assertThat(start("26.3.27")).isEqualTo("2027-03-26T08:00");
    assertThat(start("Fri 3/26/2027")).isEqualTo("2027-03-26T08:00");
    assertThat(start("26/3/2027")).isEqualTo("2027-03-26T08:00");
    assertThat(start("5/3/2027")).isEqualTo("2027-03-05T08:00");
  }

  @Test
  void quotesLineBreaksAndTheMarkOfSpreadsheetsDoNoHarm() {
    PlanFile plan =
        read("\uFEFFname;duration\r\n\"Order; \"\"two\"\"\nservers\";1d?\r\n\r\n;2h\r\n");

    assertThat(plan.items())
        .extracting(Item::name)
        .containsExactly("Order; \"two\"\nservers", "Unnamed task");
    assertThat(plan.items().getFirst().marks()).containsExactly(Mark.GUESSED);
  }

  @Test
  void eachProblemNamesItsRow() {
    assertThat(refused("id;name;duration;start\n1;A;soon;\n1;B;1d;32.1.2027\n"))
        .isEqualTo(
            "plan.csv: Row 3: the id “1” was used before."
                + " Row 2: “soon” is not a length of time such as 3d or 4h."
                + " Row 3: “32.1.2027” is not a date such as 2027-03-26."
                + " Nothing was taken from the file. Correct it and import it again.");
    assertThat(refused("name;duration\n\"A;1d\n")).isNotEmpty();
    assertThat(refused("one;two\n1;2\n")).contains("names no column with the tasks' names");
  }

  @Test
  void aLinkToNothingIsLeftOutAndSaid() {
    PlanFile plan = read("id;name;duration;predecessors\n1;A;1d;7\n");

    assertThat(plan.relations()).isEmpty();
    assertThat(plan.lost())
        .filteredOn(finding -> finding.code() == Finding.Code.LINK_TO_NOWHERE)
        .extracting(Finding::message)
        .containsExactly("Row 2: the predecessor “7” is not in the file. The link is left out.");
  }

  @Test
  void aThousandRowsDeepOutlineIsNoProblem() {
    var text = new StringBuilder("name;level;duration\n");
    for (int level = 1; level < 999; level++) {
      text.append("T;").append(level).append(";1d\n");
    }

    assertThat(read(text.toString()).leaves()).hasSize(1);
  }

  private static LocalDateTime start(String date) {
    PlanFile plan = read("name;start\nA;" + date + "\n");
    return Objects.requireNonNull(plan.items().getFirst().planned().start());
  }

  private static long hours(Item item) {
    return Objects.requireNonNull(item.duration()).time().toHours();
  }

  private static PlanFile read(String text) {
    return switch (new CsvPlan("plan.csv").read(text)) {
      case Read(PlanFile plan) -> plan;
      case Refused no -> throw new AssertionError(no.message());
    };
  }

  private static String refused(String text) {
    return new CsvPlan("plan.csv").read(text) instanceof Refused no ? no.message() : "";
  }
}
