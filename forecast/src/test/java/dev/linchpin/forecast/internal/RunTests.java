package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.RandomPlans;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/// Single runs, with the work that is planned and nothing that interrupts.
final class RunTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);

  @Test
  void aMoreUrgentTaskPausesWhatCanBeSplit() {
    checkRun(
        """
        start    Mon 2027-01-11
        project  A
        wait     1d
        urgent   1d by jon after wait
        project  B
        write    3d by jon splittable
        """,
        """
        urgent  2027-01-12T08:00..2027-01-12T17:00
        write   2027-01-11T08:00..2027-01-14T17:00\
        """);
  }

  @Test
  void workThatCannotBeSplitIsNotPausedByUrgentWork() {
    checkRun(
        """
        start    Mon 2027-01-11
        project  A
        wait     1d
        urgent   1d by jon after wait
        some     1h by eva splittable
        project  B
        write    3d by jon
        """,
        """
        urgent  2027-01-14T08:00..2027-01-14T17:00
        write   2027-01-11T08:00..2027-01-13T17:00\
        """);
  }

  @Test
  void aChangeOutOfHoursIsAnAppointmentThatLosesNothing() {
    checkRun(
        """
        start    Mon 2027-01-11
        window   night Sat 20:00..Sun 06:00 out of hours
        write    10d by jon
        cut-over 4h by jon within night
        """,
        """
        cut-over  2027-01-16T20:00..2027-01-17T00:00
        write     2027-01-11T08:00..2027-01-22T17:00\
        """);
  }

  @Test
  void aChangeInWorkingHoursPausesWhatIsLessUrgentAndThatGoesOnFirst() {
    checkRun(
        """
        start    Mon 2027-01-11
        window   prod Tue 08:00..Tue 12:00
        project  A
        cut-over 2h by jon within prod
        project  B
        write    3d by jon
        next     1d by jon
        """,
        """
        cut-over  2027-01-12T08:00..2027-01-12T10:00
        write     2027-01-11T08:00..2027-01-14T10:00
        next      2027-01-14T10:00..2027-01-15T10:00\
        """);
  }

  @Test
  void aChangeThatTakesLongerThanPlannedWaitsForTheNextOpening() {
    DispatchPass pass =
        run(
            """
            start    Mon 2027-01-11
            window   prod Tue 08:00..Tue 12:00
            cut-over 2h by jon within prod
            other    1d by eva within prod splittable
            """,
            3);
    assertThat(text(pass, 0)).isEqualTo("cut-over  2027-01-12T08:00..2027-01-19T10:00");
    assertThat(text(pass, 1)).isEqualTo("other  2027-01-12T08:00..2027-02-16T12:00");
  }

  @Test
  void whoeverIsFreeFirstDoesIt() {
    checkRun(
        """
        start    Mon 2027-01-11
        person   jon knows linux 3
        person   eva knows linux 3
        person   ola knows linux 2
        long     2d by jon
        short    1d by eva
        patch    1d needs linux level 3
        both     1d needs linux level 3, linux level 3
        """,
        """
        patch  2027-01-12T08:00..2027-01-12T17:00
        both   2027-01-13T08:00..2027-01-13T17:00\
        """);
  }

  @Test
  void plansThatRunThroughGiveTheSameBothWays() {
    int compared = 0;
    for (int seed = 0; seed < 300; seed++) {
      Plan plan = new RandomPlans(seed).plain();
      DispatchPass quick = pass(plan, false);
      DispatchPass full = pass(plan, true);
      assertThat(full.start).as("seed %d", seed).isEqualTo(quick.start);
      assertThat(full.finish).as("seed %d", seed).isEqualTo(quick.finish);
      compared += quick.start.length;
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  private static void checkRun(String plan, String expected) {
    DispatchPass pass = run(plan, 1);
    expected
        .lines()
        .forEach(line -> {
          String id = line.substring(0, line.indexOf(' '));
          assertThat(text(pass, number(pass, id)).replaceAll(" +", " "))
              .isEqualTo(line.replaceAll(" +", " "));
        });
  }

  private static int number(DispatchPass pass, String id) {
    int i = 0;
    while (!pass.plan.tasks[i].id().value().equals(id)) {
      i++;
    }
    return i;
  }

  private static String text(DispatchPass pass, int i) {
    return pass.plan.tasks[i].id()
        + "  "
        + pass.plan.axis.at(pass.start[i])
        + ".."
        + pass.plan.axis.at(pass.finish[i]);
  }

  /// Plays a plan once; work takes `times` what is planned.
  private static DispatchPass run(String text, int times) {
    DispatchPass pass = pass(PlanText.read(text), true);
    for (int i = 0; i < pass.work.length; i++) {
      pass.work[i] *= times;
    }
    pass.run();
    return pass;
  }

  private static DispatchPass pass(Plan plan, boolean full) {
    Prepared prepared = Preparation.prepare(plan, Interruptions.NONE, MONDAY, new Findings());
    RunClocks clocks = new RunClocks(prepared, Interruptions.NONE, new Seed(1));
    int[] byRank = Ranks.byLongestPath(prepared);
    DispatchPass pass =
        full
            ? new PausingPass(prepared, byRank, clocks)
            : new DispatchPass(prepared, byRank, clocks);
    pass.run();
    return pass;
  }
}
