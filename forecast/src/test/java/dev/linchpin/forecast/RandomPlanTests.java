package dev.linchpin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.linchpin.forecast.internal.Simulation;
import dev.linchpin.forecast.validate.Validator;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Properties of plans nobody thought of, checked by code that shares nothing with the engine.
final class RandomPlanTests {
  private static final int PLANS = 150;

  @Test
  void everyTaskObeysLinksPeopleAndCalendars() {
    int placed = 0;
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = new RandomPlans(seed).sound();
      Schedule schedule = Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY);
      placed += schedule.tasks().size();
      assertThat(Validator.check(plan, Interruptions.NONE, Plans.MONDAY, schedule))
          .as("seed %d", seed)
          .isEmpty();
    }
    assertThat(placed).isGreaterThan(PLANS * 15);
  }

  @Test
  void oddPlansAreObeyedAsFarAsTheyCanBe() {
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = new RandomPlans(seed).odd();
      Schedule schedule = Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY);
      assertThat(Validator.check(plan, Interruptions.NONE, Plans.MONDAY, schedule))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @Test
  void nothingInAPlanMakesTheEngineFail() {
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = new RandomPlans(seed).odd();
      int now = seed;
      assertThatCode(() -> Simulation.forecast(question(plan, 20), 1))
          .as("seed %d", now)
          .doesNotThrowAnyException();
      assertThatCode(() -> Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY))
          .as("seed %d", now)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void oneOrTwoThreadsGiveTheSameAnswer() {
    for (int seed = 0; seed < 10; seed++) {
      Plan plan = new RandomPlans(seed).odd();
      assertThat(dates(Simulation.forecast(question(plan, 300), 1)))
          .isEqualTo(dates(Simulation.forecast(question(plan, 300), 2)));
    }
  }

  private static Map<TaskId, List<LocalDateTime>> dates(Outcome outcome) {
    Map<TaskId, List<LocalDateTime>> dates = new HashMap<>();
    outcome.forecast().tasks().forEach((id, task) -> dates.put(id, task.finish().dots(300)));
    return dates;
  }

  private static Forecaster.Question question(Plan plan, int runs) {
    return new Forecaster.Question(
        plan, Interruptions.NONE, History.NONE, Plans.MONDAY, runs, new Seed(3));
  }
}
