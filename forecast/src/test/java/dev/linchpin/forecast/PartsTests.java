package dev.linchpin.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What cannot move each other may be forecast apart, and is the same to the minute.
final class PartsTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 10, 0);
  private static final int RUNS = 60;
  private static final Plan PORTFOLIO =
      PlanText.read(
          """
          start    2027-01-11
          person   jon
          person   eva knows linux 3
          person   ola
          person   kim
          window   prod "Production" Sat 20:00..Sun 06:00
          project  A
          a        3d by jon
          project  B
          b        1d/2d/9d by eva
          slow     2d by eva after b as late as possible
          project  C
          c        12h needs linux level 2 splittable
          c2       4h by jon after c within prod
          project  D
          d        1d by ola
          d2       5d by ola splittable
          project  E
          e        1d after d
          project  F
          f        4d by kim
          f2       2h by kim within prod
          project  G
          g        8d
          risk     storm 40% delays g elapsed 2d/4d/9d adds f 1d
          growth   0%/10%/40%
          promise  task f2 by 2027-02-01
          """);

  @Test
  void peopleLinksAndRisksConnectAndAWindowDoesNot() {
    assertThat(PORTFOLIO.parts().stream().map(PartsTests::names))
        .containsExactly("plan", "ABC", "DE", "FG");
    assertThat(names(PORTFOLIO.connectedTo(new ProjectId("E")))).isEqualTo("DE");
    assertThat(PORTFOLIO.connectedTo(new ProjectId("Z")).projects()).isEmpty();
  }

  @Test
  void aPartHoldsWhatItNeedsAndNothingElse() {
    Plan part = PORTFOLIO.connectedTo(new ProjectId("F"));
    assertThat(part.people()).extracting(Person::name).containsExactly("kim");
    assertThat(part.windows()).hasSize(1);
    assertThat(part.promises()).hasSize(1);
    assertThat(part.risks()).hasSize(1);
    Plan other = PORTFOLIO.connectedTo(new ProjectId("D"));
    assertThat(other.windows()).isEmpty();
    assertThat(other.risks()).isEmpty();
    assertThat(other.promises()).isEmpty();
    assertThat(other.links()).hasSize(1);
  }

  @Test
  void whoeverDoneWorkNamesConnectsNothing() {
    Plan plan =
        PlanText.read(
            """
            start    2027-01-11
            project  A
            a        1d by jon done 2027-01-04..2027-01-05
            project  B
            b        1d by jon
            """);
    assertThat(plan.parts().stream().map(PartsTests::names)).containsExactly("plan", "A", "B");
    assertThat(plan.connectedTo(new ProjectId("A")).people()).hasSize(1);
  }

  @Test
  void aPartAloneIsTheSameAsInTheWholePlan() {
    assertThat(sameInParts(question(PORTFOLIO))).isEqualTo(4);
  }

  @Test
  void anyPlanIsTheSameInParts() {
    int several = 0;
    for (int seed = 0; seed < 20; seed++) {
      several += sameInParts(question(new RandomPlans(seed).odd())) > 1 ? 1 : 0;
    }
    assertThat(several).isGreaterThan(2);
  }

  /// @return how many parts there were
  private static int sameInParts(Question whole) {
    Map<TaskId, List<LocalDateTime>> tasks = new HashMap<>();
    Map<ProjectId, List<LocalDateTime>> projects = new HashMap<>();
    Map<TaskId, Double> critical = new HashMap<>();
    List<Plan> parts = whole.plan().parts();
    for (Plan part : parts) {
      Forecast alone = Forecaster.forecast(whole.about(part)).forecast();
      alone.tasks().forEach((id, task) -> tasks.put(id, task.finish().dots(RUNS)));
      alone.tasks().forEach((id, task) -> critical.put(id, task.critical()));
      alone.projects().forEach((id, end) -> projects.put(id, end.dots(RUNS)));
    }
    Forecast together = Forecaster.forecast(whole).forecast();
    together
        .tasks()
        .forEach((id, task) -> {
          assertThat(tasks.remove(id)).as("%s", id).isEqualTo(task.finish().dots(RUNS));
          assertThat(critical.remove(id)).as("%s", id).isEqualTo(task.critical());
        });
    together
        .projects()
        .forEach(
            (id, end) -> assertThat(projects.remove(id)).as("%s", id).isEqualTo(end.dots(RUNS)));
    assertThat(tasks).isEmpty();
    assertThat(projects).isEmpty();
    return parts.size();
  }

  /// Everybody is interrupted, and all projects have done something.
  private static Question question(Plan plan) {
    Load load = new Load(Collections.nCopies(7, Duration.ofMinutes(90)), 0.4, 0.5, 0.5);
    Map<PersonId, Load> loads = new HashMap<>();
    plan.people().forEach(person -> loads.put(person.id(), load));
    List<History.Finished> done = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      ProjectId project =
          plan.projects().isEmpty() || i % 3 == 0
              ? new ProjectId("old" + i % 6)
              : plan.projects().get(i % plan.projects().size()).id();
      done.add(
          new History.Finished(
              project, Duration.ofHours(1 + i % 17), Duration.ofMinutes(20 + 137 * i % 2_000)));
    }
    return new Question(
        plan, new Interruptions(loads, 0.3), new History(done), MONDAY, RUNS, new Seed(5));
  }

  private static String names(Plan plan) {
    return String.join("", plan.projects().stream().map(it -> it.id().value()).toList());
  }
}
