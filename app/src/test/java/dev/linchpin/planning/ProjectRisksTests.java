package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Levers;
import dev.linchpin.forecast.Risk.Bond;
import dev.linchpin.forecast.Risk.Kind;
import dev.linchpin.forecast.Risk.Tie;
import dev.linchpin.planning.ProjectRisk.Effect;
import dev.linchpin.planning.ProjectRisk.State;
import dev.linchpin.planning.ProjectRisks.Saved;
import dev.linchpin.planning.RiskDays.Days;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class ProjectRisksTests {
  private final PlanningWorld world = new PlanningWorld();
  private final ProjectRisks risks = world.get(ProjectRisks.class);

  @BeforeEach
  void plan() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aRiskMovesTheForecastUntilItIsGone() {
    world.forecast();
    LocalDate without = world.latest("NET").byDay();
    ProjectRisk late = risk("The parts come late", 40, null);

    risks.add(late, BY);
    world.forecast();
    assertThat(world.latest("NET").byDay()).isAfter(without.plusDays(7));

    risks.put(in(State.GONE, kept(late)), BY);
    world.forecast();
    assertThat(world.latest("NET").byDay()).isEqualTo(without);
  }

  @Test
  void whatARiskCostsInDaysIsTheForecastWithoutItAndWithItForCertain() {
    ProjectRisk late = risk("The parts come late", 40, null);
    world.forecast();
    LocalDate without = world.latest("NET").byDay();
    assertThat(world.get(RiskDays.class).workOut(late)).as("not in the forecast yet").isEmpty();

    risks.add(late, BY);
    world.forecast();
    Days days = world.get(RiskDays.class).workOut(late).orElseThrow();

    assertThat(days.now()).isEqualTo(world.latest("NET").byDay());
    assertThat(days.without()).isEqualTo(without);
    assertThat(days.costs()).isGreaterThan(7);
    assertThat(days.ifItHappens()).isAfterOrEqualTo(days.now());
    assertThat(world.get(RiskDays.class).workOut(late)).contains(days);
  }

  @Test
  void anAnswerOfAnOlderForecastSaysSo() {
    ProjectRisk late = risk("The parts come late", 40, null);
    risks.add(late, BY);
    world.forecast();
    world.get(RiskDays.class).workOut(late);
    risks.add(risk("It rains", 10, null), BY);
    world.forecast();

    assertThat(world.get(RiskDays.class).latest(late).orElseThrow().isNewest()).isFalse();
    assertThat(world.get(RiskDays.class).workOut(late).orElseThrow().isNewest()).isTrue();
  }

  @Test
  void avoidingARiskIsALeverOfItsProject() {
    risks.add(risk("The parts come late", 40, null), BY);
    world.forecast();
    LeverSearches searches = world.get(LeverSearches.class);
    KeptForecast kept = world.forecasts().latest().orElseThrow();
    var of =
        new dev.linchpin.forecast.Promise.Of.AProject(new dev.linchpin.forecast.ProjectId("NET"));

    assertThat(
            Levers.find(world.forecasts().inputs(kept.id()).orElseThrow(), of, 8)
                .orElseThrow()
                .levers())
        .extracting(Levers.Lever::sentence)
        .contains("See to it that \"The parts come late\" cannot happen.");
    assertThat(searches.latest("NET")).isEmpty();
  }

  @Test
  void risksOfWhichAtMostOneHappensAreNotMoreLikelyThanCertain() {
    var supplier = new Bond(Tie.EXCLUSIVE, "The supplier");
    risks.add(risk("In two parts", 60, supplier), BY);

    assertThat(risks.add(risk("Late", 50, new Bond(Tie.EXCLUSIVE, "the supplier")), BY))
        .isEqualTo(
            new Saved.Contradicts(
                "chance",
                "Of \"the supplier\" at most one can happen, but the chances add up to 110 %."
                    + " Leave 40 % or less."));
    assertThat(risks.add(risk("Late", 40, supplier), BY)).isEqualTo(new Saved.Yes());
  }

  @Test
  void risksOfOneCauseAgreeOnWhatItDoes() {
    risks.add(risk("In two parts", 20, new Bond(Tie.EXCLUSIVE, "The supplier")), BY);

    assertThat(risks.add(risk("Late", 20, new Bond(Tie.TOGETHER, "The supplier")), BY))
        .isInstanceOfSatisfying(
            Saved.Contradicts.class,
            it -> assertThat(it.message()).contains("says at most one happens"));
  }

  @Test
  void twoWhoAddAtOnceTogetherStayBelowCertain() throws Exception {
    var supplier = new Bond(Tie.EXCLUSIVE, "The supplier");
    Callable<Saved> one = () -> risks.add(risk("In two parts", 60, supplier), BY);
    Callable<Saved> other = () -> risks.add(risk("Late", 60, supplier), BY);

    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Saved> saved =
          threads.invokeAll(List.of(one, other)).stream().map(ProjectRisksTests::got).toList();
      assertThat(saved).filteredOn(new Saved.Yes()::equals).hasSize(1);
    }
    assertThat(risks.of(NET)).hasSize(1);
  }

  @Test
  void theSecondOfTwoEditorsIsTold() {
    ProjectRisk late = risk("The parts come late", 40, null);
    risks.add(late, BY);
    ProjectRisk seen = kept(late);
    risks.put(in(State.HAPPENED, seen), BY);

    assertThatThrownBy(() -> risks.put(in(State.GONE, seen), BY))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  private static Saved got(java.util.concurrent.Future<Saved> saved) {
    try {
      return saved.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private ProjectRisk kept(ProjectRisk risk) {
    return risks.find(NET, risk.id()).orElseThrow();
  }

  private static ProjectRisk in(State state, ProjectRisk it) {
    return new ProjectRisk(
        it.id(),
        it.project(),
        it.name(),
        it.percent(),
        it.effects(),
        it.bond(),
        it.cost(),
        it.owner(),
        state,
        it.response(),
        it.version());
  }

  private static ProjectRisk risk(String name, int percent, @Nullable Bond bond) {
    var tenDays = new Estimate.Single(Duration.ofHours(80));
    return new ProjectRisk(
        UUID.randomUUID(),
        NET,
        name,
        percent,
        List.of(new Effect(1, Kind.MORE_WORK, tenDays)),
        bond,
        null,
        null,
        State.OPEN,
        "",
        0);
  }
}
