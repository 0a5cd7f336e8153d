package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.RandomPlans;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The short way to one end says what the long way says.
final class EndRunsTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);

  private static Question question(Plan plan) {
    return new Question(plan, Interruptions.NONE, History.NONE, MONDAY, 50, new Seed(5));
  }

  @Test
  void oneEndAloneIsTheSameAsInTheWholePlan() {
    int compared = 0;
    for (int seed = 0; seed < 40; seed++) {
      Question question = question(new RandomPlans(seed).odd());
      Outcome whole = Simulation.forecast(question, 1);
      whole
          .forecast()
          .projects()
          .forEach((id, spread) ->
              assertThat(end(question, new Promise.Of.AProject(id)).finish().dots(50))
                  .isEqualTo(spread.dots(50)));
      whole
          .forecast()
          .tasks()
          .forEach((id, task) ->
              assertThat(end(question, new Promise.Of.ATask(id)).finish().dots(50))
                  .isEqualTo(task.finish().dots(50)));
      compared += whole.forecast().tasks().size();
    }
    assertThat(compared).isGreaterThan(200);
  }

  private static EndRuns end(Question question, Promise.Of of) {
    return EndRuns.play(question, of).orElseThrow();
  }

  @Test
  void onlyWhatCompetesIsPlayed() {
    Plan plan =
        PlanText.read(
            """
            start    2027-01-11
            person   jon
            person   eva knows linux 3
            person   ola
            project  A
            a        1d by jon
            project  B
            b        1d by eva
            project  C
            c        1d by jon needs linux level 2
            project  D
            d        1d by ola
            project  E
            e        1d after d
            """);
    assertThat(names(Competing.with(plan, 1))).isEqualTo("ABC");
    assertThat(names(Competing.with(plan, 5))).isEqualTo("DE");
  }

  private static String names(Plan plan) {
    return String.join(
        "",
        plan.projects().stream()
            .filter(it -> !it.tasks().isEmpty())
            .map(it -> it.id().value())
            .toList());
  }

  @Test
  void whatDelaysAnEndIsCriticalInWhateverProjectItIs() {
    Plan plan =
        PlanText.read(
            """
            start    2027-01-11
            project  A
            first    10d by jon
            project  B
            second   10d by jon
            short    1h by eva
            """);
    Map<TaskId, Double> critical =
        end(question(plan), new Promise.Of.ATask(new TaskId("second"))).critical();
    assertThat(critical)
        .containsOnly(Map.entry(new TaskId("first"), 1.0), Map.entry(new TaskId("second"), 1.0));
  }
}
