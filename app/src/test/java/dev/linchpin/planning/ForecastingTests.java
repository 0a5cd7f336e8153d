package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.CRM;
import static dev.linchpin.planning.PlanningWorld.MONDAY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static dev.linchpin.planning.PlanningWorld.NOW;
import static dev.linchpin.planning.PlanningWorld.days;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.directory.Leave;
import dev.linchpin.directory.LeaveId;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Spread;
import dev.linchpin.planning.Forecasting.Made;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForecastingTests {
  private final PlanningWorld world = new PlanningWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theLessImportantOfTwoProjectsWaitsForTheirOnePerson() {
    PersonId jon = world.person("Jon Bell");
    world.withOneTask(NET, jon, 5);
    world.forecast();
    LocalDate netAlone = world.latest("NET").byDay();
    world.withOneTask(CRM, jon, 5);
    world.forecast();
    LocalDate crmSecond = world.latest("CRM").byDay();
    assertThat(world.latest("NET").byDay()).isEqualTo(netAlone);

    world.projects().move(world.projects().get(CRM), true, BY);
    world.forecast();
    LocalDate crmFirst = world.latest("CRM").byDay();
    assertThat(crmFirst).isBefore(crmSecond);
    assertThat(world.latest("NET").byDay()).isAfter(netAlone);

    Project net = world.projects().get(NET);
    world.projects().change(net, new ProjectState.OnHold(MONDAY.toLocalDate(), BY, null), BY);
    world.forecast();
    assertThat(world.latest("CRM").byDay()).isEqualTo(crmFirst);
  }

  @Test
  void leaveMovesTheDate() {
    PersonId jon = world.person("Jon Bell");
    world.withOneTask(NET, jon, 5);
    world.forecast();
    LocalDate before = world.latest("NET-2").byDay();
    var week = new DayRange(LocalDate.parse("2027-01-11"), LocalDate.parse("2027-01-17"));

    world
        .get(Leaves.class)
        .add(Leave.of(new LeaveId(UUID.randomUUID()), jon, week, Leave.Kind.VACATION), BY);
    world.forecast();

    assertThat(world.latest("NET-2").byDay()).isEqualTo(before.plusWeeks(1));
  }

  @Test
  void theSameInputsGiveNoSecondForecastButALaterCheck() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    Made first = world.forecast();
    Made second = world.forecast();

    assertThat(first).isInstanceOf(Made.New.class);
    assertThat(second).isEqualTo(new Made.Same());
    assertThat(world.forecasts().history("NET", 10)).hasSize(1);
    assertThat(world.get(ForecastWishes.class).open()).isFalse();
  }

  @Test
  void anEditMovesWhatItTouchesAndTheRestKeepsItsForecast() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    world.withOneTask(CRM, world.person("Ana Lee"), 5);
    assertThat(((Made.New) world.forecast()).forecasts()).hasSize(2);
    RefForecast net = world.latest("NET");
    LocalDate crm = world.latest("CRM").byDay();

    longer(CRM, 10);
    Made made = world.get(Forecasting.class).make(MONDAY.plusHours(3), NOW.plusSeconds(10_800));

    assertThat(((Made.New) made).forecasts()).containsExactly(world.latest("CRM").forecast());
    assertThat(world.latest("CRM").byDay()).isAfter(crm);
    assertThat(world.latest("NET").forecast()).isEqualTo(net.forecast());
    assertThat(world.latest("NET").checkedAt()).isEqualTo(NOW.plusSeconds(10_800));
    assertThat(world.get(ForecastWishes.class).open(NET)).isFalse();
  }

  @Test
  void whoComesToShareAPersonIsForecastTogether() {
    PersonId jon = world.person("Jon Bell");
    world.withOneTask(NET, jon, 5);
    world.withOneTask(CRM, world.person("Ana Lee"), 5);
    world.forecast();

    world
        .plans()
        .save(
            ProjectPlan.of(
                CRM,
                List.of(PlannedTask.task(CRM, 1, "Build", days(5))),
                List.of(),
                List.of(new PlannedAssignment(1, new Worker.Known(jon), 1))),
            BY);
    world.forecast();

    assertThat(world.latest("CRM").forecast()).isEqualTo(world.latest("NET").forecast());
    assertThat(world.latest("CRM").likelyDay()).isAfter(world.latest("NET").likelyDay());
  }

  @Test
  void whatStandsIsToTheMinuteWhatTheWholePortfolioGives() {
    PersonId jon = world.person("Jon Bell");
    world.withOneTask(NET, jon, 5);
    world.withOneTask(CRM, world.person("Ana Lee"), 4);
    world.withOneTask(new ProjectKey("VPN"), jon, 3);
    world.forecast();
    KeptForecast kept = world.forecasts().standing(CRM).orElseThrow();

    var whole = world.get(Portfolio.class).question(MONDAY, kept.runs(), kept.seed());
    List<ForecastLine> lines = ForecastLine.all(whole, Forecaster.forecast(whole));

    assertThat(world.forecasts().all(kept.id()).stream().map(ForecastLine::of))
        .hasSize(3)
        .allMatch(lines::contains);
  }

  @Test
  void theNextDayEverythingIsForecastAnew() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    world.withOneTask(CRM, world.person("Ana Lee"), 5);
    world.forecast();

    Made made = world.get(Forecasting.class).make(MONDAY.plusDays(1));

    assertThat(((Made.New) made).forecasts()).hasSize(2);
  }

  private void longer(ProjectKey key, int days) {
    ProjectPlan plan = world.plans().get(key);
    List<PlannedTask> tasks =
        List.of(PlannedTask.task(key, 1, "Build", days(days)), plan.tasks().get(1));
    world.plans().save(ProjectPlan.of(key, tasks, plan.links(), plan.assignments()), BY);
  }

  @Test
  void aDateThatIsKnownBetterStaysWhileRunsComeIn() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    world.withOneTask(CRM, world.person("Ana Lee"), 5);
    var question = world.get(Portfolio.class).question(MONDAY, 256, new Seed(7));
    var known = LocalDate.parse("2027-02-03");
    ForecastProgress progress = world.get(ForecastProgress.class);

    progress.report(
        Forecaster.forecast(question).forecast(), Map.of("NET", known), 2_000, 1_000_000);

    assertThat(progress.open().orElseThrow().by())
        .containsEntry("NET", known)
        .containsOnlyKeys("NET", "CRM");
  }

  @Test
  void theKeptInputsAndSeedGiveTheSameForecastAgain() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    world.forecast();
    KeptForecast kept = world.forecasts().latest().orElseThrow();

    Outcome again = Forecaster.forecast(world.forecasts().inputs(kept.id()).orElseThrow());

    Spread finish = requireNonNull(again.forecast().projects().get(new ProjectId("NET")));
    RefForecast before = world.latest("NET");
    assertThat(List.of(finish.at(0.1), finish.at(0.5), finish.at(0.8), finish.at(0.95)))
        .containsExactly(before.earliest(), before.likely(), before.by(), before.late());
  }

  @Test
  void theTwentyDotsComeFromTheRuns() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    world.forecast();
    RefForecast net = world.latest("NET");

    assertThat(net.days().runs()).isEqualTo(net.runs());
    assertThat(net.days().dots()).hasSize(20).isSorted();
    assertThat(net.chanceBy(net.byDay())).isEqualTo(net.chance()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void tasksThatWaitForEachOtherAreAFindingAndTheRestIsForecast() {
    world.running(NET, "Network upgrade");
    world
        .plans()
        .save(
            ProjectPlan.of(
                NET,
                List.of(
                    PlannedTask.task(NET, 1, "Order hardware", days(2)),
                    PlannedTask.task(NET, 2, "Approve budget", days(2)),
                    PlannedTask.task(NET, 3, "Cable", days(2))),
                List.of(PlannedLink.finishToStart(1, 2), PlannedLink.finishToStart(2, 1)),
                List.of()),
            BY);
    world.forecast();

    List<Finding> findings = world.forecasts().latest().orElseThrow().findingsOf(NET);
    assertThat(findings).extracting(Finding::code).contains(Finding.Code.CYCLE);
    assertThat(world.forecasts().latest("NET-3")).isPresent();
    assertThat(world.forecasts().latest("NET-1")).isEmpty();
  }

  @Test
  void aProjectOnHoldTakesNobodysTimeAndHasNoForecast() {
    PersonId jon = world.person("Jon Bell");
    Project net = world.withOneTask(NET, jon, 5);
    world.withOneTask(CRM, jon, 5);
    world.forecast();
    LocalDate behind = world.latest("CRM").likelyDay();

    world
        .projects()
        .change(
            world.projects().get(net.key()),
            new ProjectState.OnHold(LocalDate.parse("2027-01-11"), "K. Mohr", null),
            BY);
    world.forecast();

    assertThat(world.forecasts().latest("NET")).isEmpty();
    assertThat(world.forecasts().before("NET", NOW.plusSeconds(1))).isPresent();
    assertThat(world.latest("CRM").likelyDay()).isBefore(behind);
  }

  @Test
  void aFailureLeavesTheOldForecastStandingAndSaysSo() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    world.forecast();

    world.get(ForecastKeeper.class).failed("It went wrong.", 1, NOW);

    assertThat(world.forecasts().latest("NET")).isPresent();
    assertThat(world.forecasts().problem().orElseThrow().message()).isEqualTo("It went wrong.");
  }
}
