package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.internal.Simulation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Properties of plans nobody thought of, checked minute by minute by code that shares nothing with
/// the engine.
final class RandomPlanTests {
  private static final int PLANS = 150;

  @Test
  void everyTaskObeysLinksPeopleAndCalendars() {
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = new RandomPlans(seed).sound();
      Schedule schedule = Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY);
      assertThat(schedule.tasks()).as("seed %d", seed).hasSize(plan.tasks().size());
      check(plan, schedule, seed);
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

  private static void check(Plan plan, Schedule schedule, int seed) {
    Map<PersonId, Map<LocalDateTime, Double>> busy = new HashMap<>();
    for (Task task : plan.tasks()) {
      Placed placed = get(schedule.tasks(), task.id());
      boolean effort = task.work() instanceof Work.Effort || task.work() instanceof Work.Working;
      if (effort) {
        for (Assignment assignment : task.people()) {
          book(plan, task, placed, assignment, busy, seed);
        }
      }
    }
    for (Link link : plan.links()) {
      Placed from = get(schedule.tasks(), link.from());
      Placed to = get(schedule.tasks(), link.to());
      boolean fromFinish =
          link.type() == Link.Type.FINISH_TO_START || link.type() == Link.Type.FINISH_TO_FINISH;
      boolean toFinish =
          link.type() == Link.Type.FINISH_TO_FINISH || link.type() == Link.Type.START_TO_FINISH;
      LocalDateTime first = fromFinish ? from.finish() : from.start();
      LocalDateTime second = toFinish ? to.finish() : to.start();
      if (link.lag().elapsed() || link.lag().time().isZero()) {
        assertThat(second.plusMinutes(1))
            .as("seed %d, %s", seed, link)
            .isAfterOrEqualTo(first.plus(link.lag().time()));
      }
    }
  }

  /// Walks the person's working minutes from the start of the task and counts them.
  private static void book(
      Plan plan,
      Task task,
      Placed placed,
      Assignment assignment,
      Map<PersonId, Map<LocalDateTime, Double>> busy,
      int seed) {
    Person person =
        plan.people().stream()
            .filter(it -> it.id().equals(assignment.person()))
            .findAny()
            .orElseThrow();
    double shares = task.people().stream().mapToDouble(Assignment::share).sum();
    long minutes =
        switch (task.work()) {
          case Work.Effort it -> (long) Math.ceil(it.hours().likely().toMinutes() / shares - 1e-9);
          case Work.Working it -> it.time().likely().toMinutes();
          case Work.None _, Work.Elapsed _ -> 0;
        };
    LocalDateTime at = placed.start();
    Map<LocalDateTime, Double> taken = busy.computeIfAbsent(person.id(), _ -> new HashMap<>());
    while (minutes > 0) {
      if (works(plan, person, at)) {
        minutes--;
        double all = taken.merge(at, assignment.share(), Double::sum);
        assertThat(all)
            .as("seed %d: %s at %s", seed, person.id(), at)
            .isLessThanOrEqualTo(person.capacity() + 1e-9);
      }
      at = at.plusMinutes(1);
    }
    assertThat(placed.finish().plusMinutes(1))
        .as("seed %d: %s ends", seed, task.id())
        .isAfterOrEqualTo(at);
  }

  private static boolean works(Plan plan, Person person, LocalDateTime at) {
    LocalDate day = at.toLocalDate();
    int minute = at.getHour() * 60 + at.getMinute();
    return person.away().stream().noneMatch(range -> range.contains(day))
        && plan.calendars().stream()
            .filter(calendar -> calendar.id().equals(person.calendar()))
            .flatMap(calendar -> calendar.on(day).stream())
            .anyMatch(shift -> shift.from() <= minute && minute < shift.to());
  }
}
