package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.codes;
import static dev.linchpin.forecast.Plans.schedule;
import static dev.linchpin.forecast.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Plans that are wrong on a large scale: findings, counted, and the rest is placed.
@Tag("slow")
final class BadInputTests {
  private static final int MILLION = 1_000_000;

  @Test
  void cyclesThroughLinksOfMixedTypesAndLagsAreFound() {
    Schedule schedule =
        schedule(
            """
            start  2027-01-11
            a      1d after d finish-finish -2d
            b      1d after a start-start +1d
            c      1d after b -3d elapsed
            d      1d after c start-finish +4h
            e      1d after f start-start
            f      1d after e start-start -9d
            g      1d after h finish-start
            h      1d after g finish-finish -100d elapsed
            i      1d\
            """);
    assertThat(codes(schedule.findings())).containsOnly(Finding.Code.CYCLE);
    assertThat(schedule.tasks()).containsKey(task("i"));
    assertThat(schedule.tasks()).doesNotContainKeys(task("e"), task("f"), task("h"));
  }

  @Test
  void negativeLagsThatContradictEachOtherGiveTheLaterDate() {
    Plans.check(
        """
        start  2027-01-11
        a      5d
        b      2d after a -10d, a finish-finish -1d, a start-start +2d, a start-finish -90d
        c      1d after b finish-start -100d elapsed\
        """,
        """
        b  2027-01-13..2027-01-14  because of a
        c  2027-01-11  because project_start\
        """);
  }

  @Test
  void aMillionLinksAreReadOnceEach() {
    int count = 2_000;
    List<Task> tasks = tasks(count);
    List<Link> links = new ArrayList<>(MILLION);
    for (int k = 0; links.size() < MILLION; k++) {
      int from = k % (count - 1);
      int to = from + 1 + (k / count) % (count - 1 - from);
      Link.Type type = Link.Type.values()[k % 4];
      links.add(new Link(id(from), id(to), type, Lag.working(Duration.ofMinutes(k % 7 - 3))));
    }
    Schedule schedule = placed(tasks, links);
    assertThat(schedule.tasks()).hasSize(count);
    assertThat(schedule.findings()).isEmpty();
  }

  @Test
  void aMillionLinksInOneKnotAreOneFinding() {
    int count = 2_000;
    List<Link> links = new ArrayList<>(MILLION);
    for (int k = 0; k < MILLION; k++) {
      links.add(Link.finishToStart(id(k % count), id((k + 1 + k / count) % count)));
    }
    Schedule schedule = placed(tasks(count), links);
    assertThat(schedule.tasks()).isEmpty();
    assertThat(codes(schedule.findings())).containsExactly(Finding.Code.CYCLE);
    assertThat(schedule.findings().getFirst().tasks()).hasSize(100);
  }

  @Test
  void demandAboveCapacityForEverIsPlannedAsFarAsACenturyGoes() {
    String tasks =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "t" + i + " 2w by jon 300%" + (i % 2 == 0 ? " splittable" : ""))
            .collect(Collectors.joining("\n"));
    Schedule schedule = schedule("start 2027-01-11\n" + tasks);
    assertThat(codes(schedule.findings()))
        .containsExactlyInAnyOrder(Finding.Code.OVER_CAPACITY, Finding.Code.TOO_FAR);
    assertThat(schedule.tasks()).hasSizeBetween(2_500, 2_700);
  }

  @Test
  void manyTasksThatWaitForAWindowThatNeverFitsAreOneFinding() {
    String tasks =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "t" + i + " 3h by p" + i % 50 + " within prod")
            .collect(Collectors.joining("\n"));
    Schedule schedule =
        schedule("start 2027-01-11\nwindow prod Tue 08:00..Tue 10:00\n" + tasks + "\nother 1d");
    assertThat(codes(schedule.findings())).containsExactly(Finding.Code.NO_WINDOW);
    assertThat(schedule.tasks()).containsOnlyKeys(task("other"));
  }

  @Test
  void manyTasksShareANarrowWindowForDecades() {
    String tasks =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "t" + i + " 2h by jon within prod")
            .collect(Collectors.joining("\n"));
    Schedule schedule = schedule("start 2027-01-11\nwindow prod Tue 08:00..Tue 11:00\n" + tasks);
    assertThat(schedule.tasks()).hasSize(2_000);
    assertThat(schedule.tasks().values().stream().map(it -> it.start().toLocalDate()).distinct())
        .hasSize(2_000);
  }

  @Test
  void peopleWithoutWorkingTimeAreNobodyToChoose() {
    Schedule schedule =
        schedule(
            """
            calendar never Mon free
            calendar usual Mon-Fri 08:00-12:00
            person  jon on never knows linux 9
            person  eva on usual knows linux 1 away 0001-01-01..9999-12-31
            person  ola on usual knows linux 5
            project P from 2027-01-11 on usual
            a       1h needs linux
            b       1h needs linux level 6
            c       1h by jon\
            """);
    assertThat(ChoiceTests.who(schedule, "a")).containsExactly("ola");
    assertThat(codes(schedule.findings()))
        .containsExactlyInAnyOrder(Finding.Code.NOBODY_KNOWS, Finding.Code.NO_WORKING_TIME);
  }

  @Test
  void theFirstAndTheLastYearAreOnlyFarAway() {
    Schedule schedule =
        schedule(
            """
            start   0001-01-01
            window  old 0001-01-01..9999-12-31 lead 3650000d
            window  odd 0001-01-01..0001-01-02, 9999-12-30..9999-12-31
            window  wide 0001-01-01..9999-12-31
            freeze  "Ever" 9999-12-31, 0001-01-01
            a       1h within old
            b       1h within odd
            c       1h within wide
            d       1d after c +999999999w
            e       1d after c -999999999w
            f       1d finish on 9999-12-31
            g       1d done 0001-01-01..9999-12-31
            h       1d after g
            promise task c by 0001-01-01
            promise task c by 9999-12-31\
            """);
    assertThat(schedule.tasks().keySet())
        .extracting(TaskId::value)
        .containsExactlyInAnyOrder("c", "e", "g");
    assertThat(codes(schedule.findings()))
        .contains(Finding.Code.NO_WINDOW, Finding.Code.TOO_FAR, Finding.Code.PROMISE_AT_RISK);
    Plan plan = PlanText.read("start 2027-01-11\nwindow w Tue 08:00..Tue 09:00\na 1h within w");
    assertThat(Scheduler.schedule(plan, Interruptions.NONE, LocalDateTime.MAX)).isNotNull();
    assertThat(Scheduler.schedule(plan, Interruptions.NONE, LocalDateTime.MIN)).isNotNull();
  }

  @Test
  void aHundredThousandFreezesAndDaysAreReadOnceEach() {
    String days =
        IntStream.range(0, 100_000)
            .mapToObj(i -> LocalDateTime.of(2027, 1, 12, 0, 0).plusDays(i).toLocalDate())
            .map(day -> "freeze f " + day + "\n")
            .collect(Collectors.joining());
    Schedule schedule =
        schedule("start 2027-01-11\nwindow w\n" + days + "a 1d within w\nb 2d within w");
    assertThat(schedule.tasks()).containsOnlyKeys(task("a"));
    assertThat(codes(schedule.findings())).containsExactly(Finding.Code.NO_WINDOW);
  }

  @Test
  void runsOfPlansThatNeverEndEnd() {
    Outcome outcome =
        Plans.forecast(
            """
            start   2027-01-11
            window  once 2027-01-12T08:00..2027-01-12T12:00
            window  tight Tue 08:00..Tue 10:00
            a       2h by jon within once
            b       2h by jon within tight after a
            c       2h by jon within tight splittable after b finish-finish
            d       30h by eva within tight splittable
            e       1d by jon, eva splittable\
            """,
            200);
    assertThat(outcome.forecast().tasks()).hasSize(5);
  }

  private static Schedule placed(List<Task> tasks, List<Link> links) {
    Project project =
        new Project(new ProjectId("P"), "P", Plans.MONDAY, new CalendarId("usual"), tasks);
    return Scheduler.schedule(
        new Plan(List.of(project), links, List.of(), PlanText.read("start 2027-01-11").calendars()),
        Interruptions.NONE,
        Plans.MONDAY);
  }

  private static List<Task> tasks(int count) {
    Work hour = new Work.Working(new Estimate.Single(Duration.ofHours(1)));
    return IntStream.range(0, count)
        .mapToObj(i -> Task.of(id(i), "t" + i, hour, List.of()))
        .toList();
  }

  private static TaskId id(int i) {
    return new TaskId("t" + i);
  }
}
