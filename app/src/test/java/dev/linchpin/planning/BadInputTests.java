package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.CRM;
import static dev.linchpin.planning.PlanningWorld.MONDAY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static dev.linchpin.planning.PlanningWorld.NOW;
import static dev.linchpin.planning.PlanningWorld.days;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.Progress.Done;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.load.Level;
import dev.linchpin.forecast.load.Series;
import dev.linchpin.forecast.load.Series.Step;
import dev.linchpin.planning.LeverSearches.Lever;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What comes of input that is bad, from the database to what is said: never a wrong date, never
/// none without a reason.
class BadInputTests {
  /// What tickets take of everybody; null for nothing.
  private @Nullable Load load;

  private final PlanningWorld world = new PlanningWorld(this::tickets);
  private final PersonId jon = world.person("Jon Bell");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void withoutHistoryTheDateIsWideAndThatIsSaid() {
    world.withOneTask(NET, jon, 20);
    world.forecast();

    assertThat(codes()).contains(Finding.Code.LITTLE_KNOWN);
    assertThat(ahead(world.latest("NET").lateDay()))
        .isGreaterThan(2 * ahead(world.latest("NET").likelyDay()));
  }

  @Test
  void oneFinishedProjectMovesTheDateALittle() {
    world.withOneTask(NET, jon, 20);
    LocalDate before = likely(Forecaster.forecast(question()));

    finishedTwiceAsLate();
    Outcome outcome = Forecaster.forecast(question());

    assertThat(likely(outcome)).isAfter(before).isBefore(before.plusDays(20));
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .anyMatch(it -> it.startsWith("Only 12 finished tasks are known"));
  }

  @Test
  void estimatesOfZeroTakeNoTimeAndTheRestIsForecast() {
    plan(task(1, days(0)), task(2, threePoints(0, 0, 0)), task(3, days(5)));
    world.forecast();

    assertThat(world.latest("NET").likelyDay()).isAfter(MONDAY.toLocalDate().plusDays(3));
    assertThat(world.forecasts().partial(List.of(NET))).isEmpty();
  }

  @Test
  void whenTicketsTakeAllHoursThereIsNoDateButAWayOut() {
    load = new Load(Collections.nCopies(7, Duration.ofHours(9)), 0.2, 0.4, 0.5);
    Project net = world.withOneTask(NET, jon, 5);
    world.forecast();

    assertThat(world.forecasts().latest("NET")).isEmpty();
    assertThat(world.forecasts().partial(List.of(NET, CRM))).containsExactly("NET");
    assertThat(findings())
        .anyMatch(it -> it.contains("Not with these people: take tickets from Jon Bell"));
    assertThat(levers(net))
        .extracting(Lever::sentence, Lever::left)
        .containsExactly(tuple("Take half of the tickets from Jon Bell.", 0L));
  }

  @Test
  void absurdThreePointsGiveADateThatIsCutToWhatPeopleMayMean() {
    plan(task(1, threePoints(1, 8, 8 * 10_000)), task(2, days(2)));
    world.forecast();

    RefForecast net = world.latest("NET");
    assertThat(net.likelyDay()).isBefore(MONDAY.toLocalDate().plusMonths(2));
    assertThat(net.lateDay()).isBefore(MONDAY.toLocalDate().plusYears(60));
  }

  @Test
  void risksThatContradictEachOtherAreRefusedWithTheNumberThatWouldDo() {
    world.withOneTask(NET, jon, 5);
    ProjectRisks risks = world.get(ProjectRisks.class);
    risks.add(exclusive("In two parts", 60), BY);

    assertThat(risks.add(exclusive("Late", 50), BY).toString()).contains("Leave 40 % or less");
    world.forecast();
    assertThat(world.forecasts().latest("NET")).isPresent();
  }

  @Test
  void weeksMissingFromTheHistoryAreNoWeeksWithoutTickets() {
    world.withOneTask(NET, jon, 20);
    double[] weeks = new double[26];
    Arrays.fill(weeks, 10);
    load = learned(weeks);
    world.forecast();
    LocalDate all = world.latest("NET").likelyDay();

    Arrays.fill(weeks, 14, 24, Double.NaN);
    load = learned(weeks);
    world.get(Forecasting.class).make(MONDAY.plusHours(1));
    assertThat(world.latest("NET").likelyDay()).isBetween(all.minusDays(3), all.plusDays(3));

    Arrays.fill(weeks, 14, 24, 0);
    load = learned(weeks);
    world.get(Forecasting.class).make(MONDAY.plusHours(2));
    assertThat(world.latest("NET").likelyDay()).as("as if quiet").isBefore(all);
  }

  @Test
  void anExplodingCountMakesTheDateLaterAndLessSureAndItStaysADate() {
    world.withOneTask(NET, jon, 20);
    double[] weeks = new double[26];
    Arrays.fill(weeks, 5);
    load = learned(weeks);
    world.forecast();
    RefForecast calm = world.latest("NET");

    Arrays.fill(weeks, 22, 26, 30);
    load = learned(weeks);
    world.get(Forecasting.class).make(MONDAY.plusHours(1));
    RefForecast wild = world.latest("NET");

    assertThat(wild.likelyDay()).isAfter(calm.likelyDay().plusDays(2));
    assertThat(ahead(wild.lateDay()) - ahead(wild.likelyDay()))
        .isGreaterThan(ahead(calm.lateDay()) - ahead(calm.likelyDay()));
  }

  @Test
  void workOverNightsInWhichClocksChangeTakesTheSameHours() {
    world.withOneTask(NET, jon, 20);
    world.get(Forecasting.class).make(LocalDateTime.parse("2027-03-22T08:00"));
    long spring = ChronoUnit.DAYS.between(LocalDate.parse("2027-03-22"), by());
    world.get(Forecasting.class).make(LocalDateTime.parse("2027-10-25T08:00"));
    long autumn = ChronoUnit.DAYS.between(LocalDate.parse("2027-10-25"), by());

    assertThat(spring).isEqualTo(autumn);
  }

  private Question question() {
    return world.get(Portfolio.class).question(MONDAY, 1_000, new Seed(7));
  }

  private static LocalDate likely(Outcome outcome) {
    return requireNonNull(outcome.forecast().projects().get(new ProjectId("NET"))).likely();
  }

  private LocalDate by() {
    return world.latest("NET").byDay();
  }

  private Interruptions tickets(Collection<Person> people, LocalDateTime now) {
    Load each = load;
    return each == null
        ? Interruptions.NONE
        : new Interruptions(
            people.stream()
                .map(one -> new dev.linchpin.forecast.PersonId(one.id().toString()))
                .collect(Collectors.toMap(Function.identity(), _ -> each)),
            0.5);
  }

  /// Hours a week, as the help desk learns from them.
  private static Load learned(double... weeks) {
    Level level =
        Level.of(Series.of(MONDAY.toLocalDate().minusWeeks(weeks.length), Step.WEEK, weeks));
    Duration day = Duration.ofMinutes(Math.round(60 * level.mean() / 5));
    List<Duration> byWeekday = List.of(day, day, day, day, day, Duration.ZERO, Duration.ZERO);
    return new Load(byWeekday, level.levelCv(), level.weeklyCv(), level.persistence());
  }

  /// Twelve tasks of a week that took two.
  private void finishedTwiceAsLate() {
    Project crm = world.running(CRM, "CRM upgrade");
    List<PlannedTask> tasks =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> PlannedTask.task(CRM, i, "Task " + i, days(5)))
            .toList();
    world.plans().save(ProjectPlan.of(CRM, tasks, List.of(), List.of()), BY);
    LocalDateTime start = LocalDateTime.parse("2026-12-07T08:00");
    for (int i = 1; i <= 12; i++) {
      PlannedTask task = world.plans().task(new TaskRef(CRM, i)).orElseThrow();
      world.plans().progress(task, new Done(start, start.plusDays(11).plusHours(9)), BY);
    }
    LocalDate end = LocalDate.parse("2026-12-18");
    world.projects().change(world.projects().get(crm.key()), new ProjectState.Done(end), BY);
  }

  private void plan(PlannedTask... tasks) {
    world.running(NET, "NET upgrade");
    var links = new ArrayList<PlannedLink>();
    var who = new ArrayList<PlannedAssignment>();
    for (int i = 1; i <= tasks.length; i++) {
      who.add(new PlannedAssignment(i, new Worker.Known(jon), 1));
      if (i > 1) {
        links.add(PlannedLink.finishToStart(i - 1, i));
      }
    }
    world.plans().save(ProjectPlan.of(NET, List.of(tasks), links, who), BY);
  }

  private static PlannedTask task(int number, Work work) {
    return PlannedTask.task(NET, number, "Task " + number, work);
  }

  private static ProjectRisk exclusive(String name, int percent) {
    return new ProjectRisk(
        UUID.randomUUID(),
        NET,
        name,
        percent,
        List.of(),
        new Risk.Bond(Risk.Tie.EXCLUSIVE, "the supplier"),
        null,
        null,
        ProjectRisk.State.OPEN,
        "",
        0);
  }

  private static Work threePoints(int low, int likely, int high) {
    return new Work.Working(
        new Estimate.ThreePoint(
            Duration.ofHours(low), Duration.ofHours(likely), Duration.ofHours(high)));
  }

  private List<Lever> levers(Project project) {
    var searches = world.get(LeverSearches.class);
    searches.ask(project, BY, NOW);
    UUID forecast = searches.latest(project.ref()).orElseThrow().forecast();
    searches.look(forecast, project.ref(), () -> NOW);
    List<Lever> found = searches.latest(project.ref()).orElseThrow().levers();
    return found == null ? List.of() : found;
  }

  private static long ahead(LocalDate day) {
    return ChronoUnit.DAYS.between(MONDAY.toLocalDate(), day);
  }

  private List<Finding.Code> codes() {
    return kept().findings().stream().map(Finding::code).toList();
  }

  private List<String> findings() {
    return kept().findings().stream().map(Finding::message).toList();
  }

  private KeptForecast kept() {
    return world.forecasts().standing(NET).orElseThrow();
  }
}
