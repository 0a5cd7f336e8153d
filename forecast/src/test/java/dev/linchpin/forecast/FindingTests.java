package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.check;
import static dev.linchpin.forecast.Plans.codes;
import static dev.linchpin.forecast.Plans.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FindingTests {
  @Test
  void tasksThatWaitForEachOtherAreLeftOutAndTheRestIsPlanned() {
    Schedule schedule =
        check(
            """
            start    Mon 2027-01-11
            order    1d after approve
            approve  1d after order start-start
            pay      1d after order
            other    1d\
            """,
            "other 2027-01-11");
    assertThat(schedule.tasks()).hasSize(1);
    assertThat(schedule.findings()).hasSize(1);
    Finding cycle = schedule.findings().getFirst();
    assertThat(cycle.code()).isEqualTo(Finding.Code.CYCLE);
    assertThat(cycle.message())
        .isEqualTo(
            "\"order\" and \"approve\" wait for each other, so none of them can start. 1 more task"
                + " waiting for them cannot. The other 1 task is planned. Remove one of the links"
                + " between them to plan these as well.");
    assertThat(cycle.tasks()).extracting(TaskId::value).containsExactly("order", "approve", "pay");
  }

  @Test
  void aTaskThatWaitsForItselfIsACycle() {
    assertThat(codes(schedule("start 2027-01-11\na 1d after a").findings()))
        .containsExactly(Finding.Code.CYCLE);
  }

  @Test
  void aCycleOfThePastIsHistory() {
    Schedule schedule =
        schedule(
            """
            start 2027-01-04
            a 1d after b done 2027-01-04..2027-01-05
            b 1d after a\
            """);
    assertThat(schedule.findings()).isEmpty();
    assertThat(schedule.tasks()).hasSize(2);
  }

  @Test
  void whatIsUnknownIsSaidOnceAndPlannedWithout() {
    Schedule schedule =
        schedule(
            """
            calendar office Mon-Fri 08:00-12:00 13:00-17:00
            calendar office Mon 08:00-09:00
            person  jon on office
            person  jon on night
            project P from 2027-01-11 on nowhere
            a 1d by ghost after gone, lost
            b 1d by ghost, jon after gone
            b 2d
            c working 0d
            d 1d by jon 300%
            """);
    assertThat(codes(schedule.findings()))
        .containsExactlyInAnyOrder(
            Finding.Code.DOUBLE_ID,
            Finding.Code.DOUBLE_ID,
            Finding.Code.DOUBLE_ID,
            Finding.Code.UNKNOWN_CALENDAR,
            Finding.Code.UNKNOWN_PERSON,
            Finding.Code.LINK_TO_NOWHERE,
            Finding.Code.NO_ESTIMATE,
            Finding.Code.OVER_CAPACITY);
    assertThat(schedule.tasks()).hasSize(4);
  }

  @Test
  void aPersonWithoutWorkingTimeStopsOnlyTheirTasks() {
    Schedule schedule =
        schedule(
            """
            start   2027-01-11
            person  jon away 2020-01-01..9999-12-31
            a       1d by jon
            b       1d after a
            c       1d\
            """);
    assertThat(codes(schedule.findings())).containsExactly(Finding.Code.NO_WORKING_TIME);
    assertThat(schedule.tasks()).containsOnlyKeys(new TaskId("c"));
  }

  @Test
  void ticketsThatTakeAllHoursAreNoWorkingTime() {
    Plan plan = dev.linchpin.forecast.text.PlanText.read("start 2027-01-11\na 1d by jon\nb 1d");
    Duration all = Duration.ofHours(9);
    var load = new Interruptions.Load(List.of(all, all, all, all, all, all, all), 0, 0, 0);
    Schedule schedule =
        Scheduler.schedule(
            plan, new Interruptions(Map.of(new PersonId("jon"), load), 0), Plans.MONDAY);
    assertThat(schedule.findings().getFirst().message())
        .isEqualTo(
            "Tickets take all working hours of jon, so 1 task cannot be placed. The other 1 task is"
                + " planned. Not with these people: take tickets from jon, or give the work to"
                + " somebody else.");
  }

  @Test
  void absurdDatesAndDurationsAreTooFarNotForEver() {
    Schedule schedule =
        schedule(
            """
            start   0001-01-01
            ancient 1d
            far     1d not before 9999-12-31
            long    999999999w by jon
            next    1d after long
            olden   1d done 0001-01-01..0001-01-02
            soon    1d after olden\
            """);
    assertThat(schedule.tasks().keySet())
        .extracting(TaskId::value)
        .containsExactlyInAnyOrder("ancient", "olden", "soon");
    assertThat(codes(schedule.findings())).containsExactly(Finding.Code.TOO_FAR);
  }

  @Test
  void theEndsOfTimeDoNotOverflow() {
    Plan plan = dev.linchpin.forecast.text.PlanText.read("start 2027-01-11\na 1d by jon");
    assertThat(Scheduler.schedule(plan, Interruptions.NONE, LocalDateTime.MAX)).isNotNull();
    assertThat(Scheduler.schedule(plan, Interruptions.NONE, LocalDateTime.MIN)).isNotNull();
  }

  @Test
  void anEmptyPlanSaysSo() {
    assertThat(codes(schedule("start 2027-01-11").findings())).containsExactly(Finding.Code.EMPTY);
    Outcome outcome = Plans.forecast("start 2027-01-11", 10);
    assertThat(outcome.forecast().tasks()).isEmpty();
    assertThat(codes(outcome.findings())).contains(Finding.Code.EMPTY);
  }

  @Test
  @Tag("slow")
  void twentyThousandTasksInOneChainAndManyLinksArePlanned() {
    int count = 20_000;
    List<Task> tasks = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(Task.of(id(i), "t" + i, i % 2 == 0 ? new Work.None() : hour(), List.of()));
      for (int k = 1; k <= 20 && i - k >= 0; k++) {
        links.add(Link.finishToStart(id(i - k), id(i)));
      }
    }
    Project project =
        new Project(new ProjectId("P"), "P", Plans.MONDAY, new CalendarId("office"), tasks);
    Plan plan = new Plan(List.of(project), links, List.of(), List.of());
    Schedule schedule = Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY);
    assertThat(schedule.tasks()).hasSize(count);
    links.add(Link.finishToStart(id(count - 1), id(0)));
    Schedule cyclic =
        Scheduler.schedule(
            new Plan(List.of(project), links, List.of(), List.of()),
            Interruptions.NONE,
            Plans.MONDAY);
    assertThat(cyclic.tasks()).isEmpty();
    assertThat(codes(cyclic.findings())).contains(Finding.Code.CYCLE);
  }

  @Test
  void manyFindingsOfOneKindAreCounted() {
    String cycles =
        IntStream.range(0, 50)
            .mapToObj("a%1$d 1d after b%1$d\nb%1$d 1d after a%1$d\n"::formatted)
            .reduce("start 2027-01-11\n", String::concat);
    List<Finding> findings = schedule(cycles).findings();
    assertThat(findings).hasSize(21);
    assertThat(findings.getLast().message()).startsWith("There are 30 more findings");
  }

  private static TaskId id(int i) {
    return new TaskId("t" + i);
  }

  private static Work hour() {
    return new Work.Working(new Estimate.Single(Duration.ofHours(1)));
  }
}
