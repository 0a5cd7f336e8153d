package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.get;
import static dev.linchpin.forecast.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.text.PlanText;
import dev.linchpin.forecast.validate.Validator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plan that is kept while it is edited.
final class PlannedTests {
  private static final String PLAN =
      """
      calendar office Mon-Fri 08:00-12:00 13:00-17:00
      holiday  2027-01-13
      person   jon on office away 2027-01-18..2027-01-19
      person   eva on office
      project  MOVE from 2027-01-11 on office
      pack     2d  by jon
      drive    3d  by jon after pack
      clean    1d  by eva
      """;

  @Test
  @Tag("slow")
  void anEditIsDatedAgainAsIfThePlanWereNew() {
    for (int seed = 0; seed < 100; seed++) {
      Plan first = new RandomPlans(seed).odd();
      Plan edited = new RandomPlans(seed + 1).odd();
      Planned planned = Planned.of(first, Interruptions.NONE, Plans.MONDAY);
      assertThat(planned.with(edited).with(first).schedule())
          .as("seed %d", seed)
          .isEqualTo(planned.schedule());
      assertThat(planned.with(edited).schedule())
          .as("seed %d", seed)
          .isEqualTo(Scheduler.schedule(edited, Interruptions.NONE, Plans.MONDAY));
    }
  }

  @Test
  void whatIsAskedTwiceIsAnsweredTheSame() {
    Planned planned = planned(PLAN + "promise task drive by 2027-01-14\n");

    assertThat(planned.schedule()).isEqualTo(planned.schedule());
    Planned improved = planned.improved(Effort.passes(50));
    assertThat(planned.schedule().findings()).hasSize(1);
    assertThat(improved.schedule().findings()).hasSize(1);
  }

  @Test
  void aNewHolidayAndNewLeaveMoveTheDatesAtOnce() {
    Planned planned = planned(PLAN);
    assertEnds(planned, "2027-01-20T17:00");

    assertEnds(
        planned.with(
            PlanText.read(
                PLAN.replace("holiday  2027-01-13", "holiday 2027-01-13\nholiday 2027-01-14"))),
        "2027-01-21T17:00");
    assertEnds(
        planned.with(PlanText.read(PLAN.replace("2027-01-19\n", "2027-01-20\n"))),
        "2027-01-21T17:00");
  }

  @Test
  void whoBecomesFreeAgainLosesNothing() {
    Planned away = planned(PLAN);

    assertEnds(
        away.with(PlanText.read(PLAN.replace(" away 2027-01-18..2027-01-19", ""))),
        "2027-01-18T17:00");
  }

  @Test
  void workThatBeganEarlierMovesTheFirstDayLookedAt() {
    Planned planned = planned(PLAN);

    Plan begun = PlanText.read(PLAN.replace("2d  by jon", "2d  by jon started 2026-06-01 left 1d"));
    assertThat(get(planned.with(begun).schedule().tasks(), task("pack")).start())
        .isEqualTo("2026-06-01T00:00");
  }

  /// Jon would begin with the report, because more work follows it; for the promise he begins with
  /// the move, and goes on doing so.
  @Test
  void aBetterOrderOutlivesTheNextEdit() {
    String plan =
        """
        start    Mon 2027-01-11
        report   5d  by jon
        print    5d  by eva  after report
        move     2d  by jon
        promise  task move by 2027-01-13 hard
        """;
    Planned improved = planned(plan).improved(Effort.passes(60));
    assertThat(get(improved.schedule().tasks(), task("move")).start())
        .isEqualTo("2027-01-11T08:00");

    Planned longer = improved.with(PlanText.read(plan.replace("5d  by eva", "6d  by eva")));
    assertThat(get(longer.schedule().tasks(), task("move")).start()).isEqualTo("2027-01-11T08:00");
    assertThat(get(longer.schedule().tasks(), task("print")).finish())
        .isEqualTo("2027-01-27T17:00");

    Planned more =
        longer.with(PlanText.read("start Mon 2027-01-11\nfirst 11d by jon\n" + rest(plan)));
    assertThat(get(more.schedule().tasks(), task("first")).start()).isEqualTo("2027-01-11T08:00");
    assertThat(get(more.schedule().tasks(), task("report")).start())
        .isAfter(get(more.schedule().tasks(), task("move")).start());
  }

  private static String rest(String plan) {
    return plan.substring(plan.indexOf('\n') + 1);
  }

  @Test
  @Tag("slow")
  void editsOfImprovedPlansAreRightPlans() {
    for (int seed = 0; seed < 40; seed++) {
      Plan plan = new RandomPlans(seed).odd();
      List<Plan> edits = new ArrayList<>(List.of(new RandomPlans(seed + 50).odd(), plan));
      Planned planned =
          Planned.of(plan, Interruptions.NONE, Plans.MONDAY).improved(Effort.passes(30));
      for (Plan edit : edits) {
        planned = planned.with(edit);
        assertThat(Validator.check(edit, Interruptions.NONE, Plans.MONDAY, planned.schedule()))
            .as("seed %d", seed)
            .isEmpty();
      }
    }
  }

  private static Planned planned(String plan) {
    return Planned.of(PlanText.read(plan), Interruptions.NONE, Plans.MONDAY);
  }

  private static void assertEnds(Planned planned, String end) {
    assertThat(get(planned.schedule().tasks(), task("drive")).finish()).isEqualTo(end);
  }
}
