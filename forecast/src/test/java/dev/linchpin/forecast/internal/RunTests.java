package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.RandomPlans;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
  void aPlainPlanHasTheSameRunsBothWays() {
    int compared = 0;
    for (int seed = 0; seed < 400; seed++) {
      Model model = model(new RandomPlans(seed).plain(), seed);
      assertThat(PlainPass.plays(model.plan)).as("seed %d", seed).isTrue();
      compared += sameRuns(model, PlainPass::new, seed);
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  @Test
  void aPlanOfWholePeopleHasTheSameRunsAllThreeWays() {
    int compared = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      Model model = model(new RandomPlans(seed).whole(), seed);
      assertThat(model.player().pass).as("seed %d", seed).isInstanceOf(WholePass.class);
      compared += sameRuns(model, WholePass::new, seed);
      compared += sameRuns(model, PlainPass::new, seed);
    }
    assertThat(compared).isGreaterThan(50_000);
  }

  @Test
  void aPlanWithSharesLeadsOrLinkedStartsIsNotOneOfWholePeople() {
    for (String last :
        List.of(
            "next 1d by jon 50% after write",
            "next 1d by eva after write start-start", "next 1d by eva after write -1d")) {
      String text = "start Mon 2027-01-11\nwrite 3d by jon\n" + last;
      assertThat(model(PlanText.read(text), 0).player().pass).isInstanceOf(PlainPass.class);
    }
  }

  private static Model model(Plan plan, int seed) {
    Question question = new Question(plan, load(seed), History.NONE, MONDAY, 9, new Seed(seed));
    return new Model(question, new Findings());
  }

  /// @return how many starts were compared with those of the pass that can play every plan
  private static int sameRuns(Model model, Model.Way way, int seed) {
    var quick = model.player(way);
    var full = model.player(PausingPass::new);
    int compared = 0;
    for (int run = 0; run < model.question.runs(); run++) {
      DispatchPass one = quick.play(run);
      DispatchPass other = full.play(run);
      assertThat(one.start).as("seed %d", seed).isEqualTo(other.start);
      assertThat(one.finish).as("seed %d", seed).isEqualTo(other.finish);
      assertThat(one.endOf).as("seed %d", seed).isEqualTo(other.endOf);
      compared += one.start.length;
    }
    return compared;
  }

  /// Every second time somebody is interrupted.
  private static Interruptions load(int seed) {
    var load = new Interruptions.Load(Collections.nCopies(7, Duration.ofHours(2)), 0.2, 0.4, 0.5);
    return seed % 2 == 0
        ? Interruptions.NONE
        : new Interruptions(Map.of(new PersonId("p1"), load, new PersonId("p3"), load), 0.5);
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
    Prepared plan =
        Preparation.prepare(PlanText.read(text), Interruptions.NONE, MONDAY, new Findings());
    RunClocks clocks = new RunClocks(plan, Interruptions.NONE, new Seed(1));
    DispatchPass pass = new PausingPass(plan, Ranks.byLongestPath(plan), clocks);
    for (int i = 0; i < pass.work.length; i++) {
      pass.work[i] *= times;
    }
    pass.run();
    return pass;
  }
}
