package dev.linchpin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Movement.Cause;
import dev.linchpin.forecast.Movement.Dates;
import dev.linchpin.forecast.Movement.Step;
import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A plan, what changed in it, and whom the days are put down to.
final class MovementTests {
  private static final Promise.Of GO_LIVE = new Promise.Of.ATask(new TaskId("go-live"));

  private static final String PLAN =
      """
      start    Mon 2027-01-11
      window   prod Sat 08:00..Sat 20:00 out of hours
      person   jon
      person   eva
      project  NET
      design   5d by jon
      build    10d by eva after design
      cut-over 2h by jon within prod after build
      go-live  0d after cut-over
      project  CRM
      report   8d by eva
      """;

  private static Question ask(String plan) {
    return ask(plan, Plans.MONDAY);
  }

  private static Question ask(String plan, LocalDateTime asOf) {
    return new Question(
        PlanText.read(plan), Interruptions.NONE, History.NONE, asOf, 500, new Seed(3));
  }

  private static Movement moved(Question before, Question after) {
    return Movement.between(before, after, GO_LIVE).orElseThrow();
  }

  /// The causes that moved something, as `SCOPE`.
  private static List<Cause> movers(Movement movement) {
    return movement.steps().stream()
        .filter(it -> it.byDays() != 0 || it.likelyDays() != 0)
        .map(Step::cause)
        .toList();
  }

  private static List<Cause> changes(Movement movement) {
    return movement.steps().stream().filter(Step::changed).map(Step::cause).toList();
  }

  @Test
  void nothingChangedNothingMoved() {
    Movement none = moved(ask(PLAN), ask(PLAN));
    assertThat(none.steps()).extracting(Step::cause).containsExactly(Cause.values());
    assertThat(changes(none)).isEmpty();
    assertThat(none.before()).isEqualTo(none.after());
  }

  @Test
  void everyCauseIsFoundAlone() {
    check(
        Cause.SCOPE,
        PLAN.replace("go-live  0d", "test 5d by eva after build\ngo-live 0d after test\nover  0d"));
    check(
        Cause.SCOPE, PLAN.replace("build    10d by eva", "build 10d by eva not before 2027-03-01"));
    check(Cause.ESTIMATES, PLAN.replace("build    10d", "build    20d"));
    check(Cause.PEOPLE, PLAN.replace("person   eva", "person eva away 2027-01-18..2027-02-12"));
    check(Cause.PEOPLE, PLAN.replace("10d by eva", "10d by jon"));
    check(Cause.WINDOWS, PLAN.replace("of hours", "of hours\nfreeze End 2027-01-20..2027-03-15"));
    check(Cause.OTHER_PROJECTS, PLAN.replace("report   8d by eva", "report 30d by eva"));
    check(Cause.OTHER_PROJECTS, PLAN + "audit 3d by jon");
  }

  private static void check(Cause cause, String after) {
    assertThat(changes(moved(ask(PLAN), ask(after)))).as(after).containsExactly(cause);
  }

  @Test
  void anotherProjectThatComesFirstTakesItsPeople() {
    String before = PLAN.replace("report   8d by eva", "report   40d by jon");
    int crm = before.indexOf("project  CRM");
    int net = before.indexOf("project  NET");
    String after = before.substring(0, net) + before.substring(crm) + before.substring(net, crm);
    Movement movement = moved(ask(before), ask(after));
    assertThat(changes(movement)).containsExactly(Cause.OTHER_PROJECTS);
    assertThat(days(movement, Cause.OTHER_PROJECTS)).isGreaterThan(7);
  }

  @Test
  void aWeekInWhichNothingWasDoneCostsAWeek() {
    Movement movement = moved(ask(PLAN), ask(PLAN, Plans.MONDAY.plusWeeks(1)));
    assertThat(movers(movement)).containsExactly(Cause.ACTUALS);
    assertThat(days(movement, Cause.ACTUALS)).isEqualTo(7);
  }

  @Test
  void workThatWentAsPlannedHardlyMovesTheLikelyDate() {
    String after =
        PLAN.replace(
            "design   5d by jon", "design 5d by jon done 2027-01-11T08:00..2027-01-15T17:00");
    Movement movement = moved(ask(PLAN), ask(after, Plans.MONDAY.plusDays(5)));
    assertThat(changes(movement)).containsExactly(Cause.ACTUALS);
    assertThat(movement.steps().getFirst().likelyDays()).isBetween(-7L, 7L);
    assertThat(days(movement, Cause.ACTUALS)).isNegative();
  }

  @Test
  void ticketsAndHistoryHaveStepsOfTheirOwn() {
    Question before = ask(PLAN);
    var load = new Interruptions.Load(Collections.nCopies(7, Duration.ofHours(4)), 0.2, 0.4, 0.5);
    Question busy = before.with(new Interruptions(Map.of(new PersonId("eva"), load), 0));
    assertThat(movers(moved(before, busy))).containsExactly(Cause.INTERRUPTIONS);
    var late =
        new History.Finished(new ProjectId("old"), Duration.ofHours(40), Duration.ofHours(120));
    Question wiser =
        new Question(
            before.plan(),
            before.interruptions(),
            new History(Collections.nCopies(300, late)),
            before.asOf(),
            before.runs(),
            before.seed());
    Movement movement = moved(before, wiser);
    assertThat(changes(movement)).containsExactly(Cause.ESTIMATES);
    assertThat(days(movement, Cause.ESTIMATES)).isGreaterThan(7);
  }

  @Test
  void manyCausesAddUpToTheWhole() {
    String after =
        PLAN.replace("build    10d", "build    16d")
            .replace("person   eva", "person   eva away 2027-01-25..2027-01-29")
            .replace(
                "go-live  0d", "test     5d by jon after build\ngo-live  0d after test\nover 0d")
            .replace("report   8d by eva", "report   20d by eva");
    Movement movement = moved(ask(PLAN), ask(after, Plans.MONDAY.plusDays(3)));
    assertThat(changes(movement))
        .containsExactly(
            Cause.ACTUALS, Cause.SCOPE, Cause.ESTIMATES, Cause.PEOPLE, Cause.OTHER_PROJECTS);
    long sum = movement.steps().stream().mapToLong(Step::byDays).sum();
    assertThat(movement.before().by().plusDays(sum)).isEqualTo(movement.after().by());
    Outcome whole = Forecaster.forecast(ask(after, Plans.MONDAY.plusDays(3)));
    assertThat(movement.after().by())
        .isEqualTo(Plans.get(whole.forecast().tasks(), new TaskId("go-live")).finish().by());
  }

  @Test
  void anotherSeedIsTheModelsDoing() {
    Question before = ask(PLAN);
    Question after =
        new Question(
            before.plan(),
            before.interruptions(),
            before.history(),
            before.asOf(),
            900,
            new Seed(99));
    assertThat(changes(moved(before, after))).containsExactly(Cause.MODEL);
  }

  @Test
  void whatAnOlderModelSaidIsTheModelsDoing() {
    Movement movement = moved(ask(PLAN), ask(PLAN.replace("build    10d", "build    20d")));
    LocalDate told = movement.before().by().minusDays(9);
    Movement older = movement.startingAt(new Dates(movement.before().likely(), told));
    assertThat(older.before().by()).isEqualTo(told);
    assertThat(days(older, Cause.MODEL)).isEqualTo(9);
    assertThat(days(older, Cause.ESTIMATES)).isEqualTo(days(movement, Cause.ESTIMATES));
  }

  @Test
  void aMilestoneThatIsNotInBothHasNotMoved() {
    String without = PLAN.replace("go-live  0d after cut-over\n", "");
    assertThat(Movement.between(ask(without), ask(PLAN), GO_LIVE)).isEmpty();
    assertThat(Movement.between(ask(PLAN), ask(without), GO_LIVE)).isEmpty();
    assertThat(Movement.between(ask(PLAN), ask("start 2027-01-11"), GO_LIVE))
        .isEqualTo(Optional.empty());
  }

  @Test
  void whatIsDoneHasOneDateOnly() {
    String done = PLAN.replace("go-live  0d", "go-live 0d done 2027-01-12..2027-01-12");
    Movement movement = moved(ask(PLAN), ask(done));
    assertThat(movement.after().by()).isEqualTo(movement.after().likely());
    assertThat(movers(movement)).containsExactly(Cause.ACTUALS);
  }

  @Test
  void anyTwoPlansMoveByStepsThatAddUp() {
    int explained = 0;
    for (int seed = 0; seed < 30; seed++) {
      Question before = random(seed);
      Question after = random(seed + 1);
      Promise.Of of = new Promise.Of.AProject(new ProjectId("P" + seed % 3));
      explained += Movement.between(before, after, of).isPresent() ? 1 : 0;
    }
    assertThat(explained).isGreaterThan(15);
  }

  private static Question random(int seed) {
    return new Question(
        new RandomPlans(seed).odd(),
        Interruptions.NONE,
        History.NONE,
        Plans.MONDAY,
        20,
        new Seed(3));
  }

  @Test
  void stepsThatDoNotLeadToTheEndAreRefused() {
    LocalDate day = LocalDate.of(2027, 1, 11);
    Dates dates = new Dates(day, day);
    List<Step> steps = List.of(new Step(Cause.SCOPE, true, 0, 1));
    assertThatThrownBy(() -> new Movement(GO_LIVE, dates, dates, steps))
        .hasMessageContaining("lead");
  }

  private static long days(Movement movement, Cause cause) {
    return movement.steps().stream()
        .filter(it -> it.cause() == cause)
        .mapToLong(Step::byDays)
        .sum();
  }
}
