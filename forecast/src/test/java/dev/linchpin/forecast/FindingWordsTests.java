package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.check;
import static dev.linchpin.forecast.Plans.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What findings say, word by word: of one thing and of several.
final class FindingWordsTests {
  private static final String TEAM =
      """
      calendar usual Mon-Fri 08:00-12:00 13:00-17:00
      person   jon
      project  P from 2027-01-11 on usual
      """;

  @Test
  void linksThatLeadNowhereAreCountedWithTheTasksThatStay() {
    assertSaid(
        TEAM + "a 1d after gone",
        "A link leads to a task that is not in the plan. The tasks are planned without. Remove the"
            + " links or add the tasks.");
    Schedule schedule = schedule(TEAM + "a 1d after gone\nb 1d\nlink b lost\nlink lost gone");
    assertThat(messages(schedule).getFirst()).startsWith("3 links lead to a task");
    assertThat(schedule.findings().getFirst().tasks())
        .extracting(TaskId::value)
        .containsExactly("a", "b");
  }

  @Test
  void peopleWhoAreNotInThePlanAreNamed() {
    assertSaid(
        TEAM + "a 1d by ghost",
        "1 task names ghost, who is not in the plan. The work is planned without ghost. Add the"
            + " person or name somebody else.");
    assertThat(messages(schedule(TEAM + "a 1d by ghost\nb 1d by ghost")).getFirst())
        .startsWith("2 tasks name ghost");
  }

  @Test
  void whoeverWantsMoreThanThereIsIsCounted() {
    assertSaid(
        TEAM + "a 1d by jon 200%",
        "1 task wants more of jon than there is. They are planned with all there is. Lower the"
            + " share.");
    assertThat(messages(schedule(TEAM + "a 1d by jon 200%\nb 1d by jon 300%")).getFirst())
        .startsWith("2 tasks want more of jon");
  }

  @Test
  void tasksWithoutAnEstimateAreCounted() {
    assertSaid(
        TEAM + "a working 0d",
        "1 task has no estimate and is counted as taking no time. The dates are too early until you"
            + " give one.");
    assertThat(messages(schedule(TEAM + "a working 0d\nb working 0d")).getFirst())
        .startsWith("2 tasks have no estimate and are counted");
  }

  @Test
  void windowsThatAreNotInThePlanAreNamed() {
    assertSaid(
        TEAM + "a 1d within w",
        "1 task has to be done within w, which is not in the plan. They are planned without. Add"
            + " the window or name another.");
    assertThat(messages(schedule(TEAM + "a 1d within w\nb 1d within w")).getFirst())
        .startsWith("2 tasks have to be done within w");
  }

  @Test
  void datesThatCannotBeKeptAreSaidOfStartsAndOfEnds() {
    assertSaid(
        TEAM
            + """
            a  3d
            b  1d after a start by 2027-01-12
            c  5d finish by 2027-01-12
            d  1d finish by 2027-01-11 deadline 2027-01-11
            e  1d start by 2027-01-11 deadline 2027-02-01
            f  1d start by 2027-01-04 started 2027-01-08 left 1d
            """,
        "\"b\" cannot start by 2027-01-12; it is planned for 2027-01-14. Change the date, or what"
            + " it waits for.",
        "\"c\" cannot end by 2027-01-12; it is planned for 2027-01-15. Change the date, or what it"
            + " waits for.");
  }

  @Test
  void linksThatAPinBreaksAreSaidWithTheirLags() {
    assertSaid(
        TEAM
            + """
            a  3d
            u  1d
            p  1d after a start on 2027-01-11
            q  1d after a +1d start on 2027-01-14
            r  1d after a +22h elapsed start on 2027-01-14T15:00
            s  1d after a finish-finish start on 2027-01-12
            t  1d after u start-start start on 2027-01-11
            v  1d after a start on 2027-01-14
            """,
        pinned("p", "2027-01-11"),
        pinned("q", "2027-01-14"),
        pinned("s", "2027-01-12"));
  }

  @Test
  void aBegunMinuteOfWorkCountsAsOne() {
    check(
        "start 2027-01-11\na PT1M30S\nb 1m\nc PT1S",
        """
        a  2027-01-11T08:02
        b  2027-01-11T08:01
        c  2027-01-11T08:01\
        """);
  }

  @Test
  void aMomentIsNotToldBeforeItMayBeThoughNobodyWorksThere() {
    check(
        """
        calendar never Mon free
        project  P from 2027-02-28 on never
        a        0d
        b        0d not before 2027-03-07\
        """,
        """
        a  2027-02-28T00:00
        b  2027-03-07T00:00\
        """);
  }

  @Test
  void aHugeEffortIsTooMuchForAnyNumberOfPeople() {
    Schedule schedule =
        schedule(
            """
            calendar usual Mon-Fri 08:00-12:00 13:00-17:00
            person   crew capacity 100
            project  P from 2027-01-11 on usual
            a        effort 999999999w by crew 10000%
            """);
    assertThat(Plans.codes(schedule.findings())).containsExactly(Finding.Code.TOO_FAR);
  }

  private static String pinned(String task, String day) {
    return ("\"%s\" is pinned to %s, before \"a\" lets it. It stays there."
            + " Remove the pin or the link.")
        .formatted(task, day);
  }

  private static void assertSaid(String plan, String... messages) {
    assertThat(messages(schedule(plan))).containsExactly(messages);
  }

  private static List<String> messages(Schedule schedule) {
    return schedule.findings().stream().map(Finding::message).toList();
  }
}
