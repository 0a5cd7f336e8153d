package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.linchpin.forecast.Schedule.Piece;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.internal.Simulation;
import dev.linchpin.forecast.validate.Validator;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Properties of plans nobody thought of, checked by code that shares nothing with the engine.
@Tag("slow")
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
  void noTaskCouldBeginAMinuteEarlierAlone() {
    int moved = 0;
    for (int seed = 0; seed < PLANS / 3; seed++) {
      Plan plan = new RandomPlans(seed).sound();
      Schedule schedule = Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY);
      for (TaskId id : schedule.tasks().keySet()) {
        boolean midnight =
            get(schedule.tasks(), id).start().toLocalTime().equals(LocalTime.MIDNIGHT);
        boolean endsWith =
            plan.links().stream()
                .anyMatch(it -> it.to().equals(id) && it.type().name().endsWith("TO_FINISH"));
        if (midnight || endsWith) {
          continue; // a minute before midnight stands for it; an end may be put off alone
        }
        Map<TaskId, Placed> tasks = new HashMap<>(schedule.tasks());
        tasks.computeIfPresent(id, (_, placed) -> moved(placed, -1));
        assertThat(
                Validator.check(
                    plan,
                    Interruptions.NONE,
                    Plans.MONDAY,
                    new Schedule(tasks, schedule.findings())))
            .as("seed %d, %s", seed, id)
            .isNotEmpty();
        moved++;
      }
    }
    assertThat(moved).isGreaterThan(PLANS / 3 * 8);
  }

  private static Placed moved(Placed placed, int minutes) {
    return new Placed(
        placed.start().plusMinutes(minutes),
        placed.finish().plusMinutes(minutes),
        placed.because(),
        placed.waitsFor(),
        placed.person(),
        placed.window(),
        placed.pieces().stream()
            .map(it ->
                new Piece(
                    it.person(),
                    it.share(),
                    it.from().plusMinutes(minutes),
                    it.to().plusMinutes(minutes)))
            .toList());
  }

  @Test
  void interruptionsAreObeyedAsWell() {
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = new RandomPlans(seed).sound();
      Interruptions taken = interruptions(plan, seed);
      Schedule schedule = Scheduler.schedule(plan, taken, Plans.MONDAY);
      assertThat(Validator.check(plan, taken, Plans.MONDAY, schedule))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  private static Interruptions interruptions(Plan plan, int seed) {
    Map<PersonId, Interruptions.Load> loads = new HashMap<>();
    for (Person person : plan.people().subList(0, 2)) {
      Duration most = Duration.ofMinutes(37 + seed % 100);
      Duration some = most.dividedBy(2);
      loads.put(
          person.id(),
          new Interruptions.Load(
              List.of(most, some, some, most, some, Duration.ZERO, some), 0, 0, 0));
    }
    return new Interruptions(loads, 0);
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
      for (Plan plan : List.of(new RandomPlans(seed).odd(), new RandomPlans(seed).whole())) {
        assertThat(dates(Simulation.forecast(question(plan, 300), 1)))
            .isEqualTo(dates(Simulation.forecast(question(plan, 300), 2)));
      }
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
