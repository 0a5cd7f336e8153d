package dev.linchpin.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.Levers.Change;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Rate;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What it costs to make a date earlier.
class LeverCostsTests {
  private static final PersonId JON = new PersonId("jon");
  private static final PersonId EVA = new PersonId("eva");
  private static final TaskId BUILD = new TaskId("build");
  private static final LocalDate IN_TWO_WEEKS = LocalDate.of(2027, 1, 25);
  private static final Plan PLAN =
      PlanText.read(
          """
          start  Mon 2027-01-11
          person eva
          design 3d by jon
          build  5d by jon after design
          """);
  private static final Plan PAID =
      PLAN.withCosts(List.of(new Rate(JON, 5_000), new Rate(EVA, 10_000)), List.of());

  private static Question question(Plan plan) {
    Duration two = Duration.ofHours(2);
    Duration none = Duration.ZERO;
    var load = new Load(List.of(two, two, two, two, two, none, none), 0.2, 0.3, 0.5);
    return new Question(
        plan,
        new Interruptions(Map.of(JON, load), 0.5),
        History.NONE,
        LocalDateTime.of(2027, 1, 11, 8, 0),
        500,
        new Seed(7));
  }

  @Test
  void withoutRatesNothingHasAPrice() {
    assertThat(new LeverCosts(question(PLAN)).of(new Change.Drop(BUILD), IN_TWO_WEEKS)).isEmpty();
  }

  @Test
  void whatIsLeftOutIsSaved() {
    long saved = costs(new Change.Drop(BUILD));
    long all = costs(new Change.Drop(BUILD)) + costs(new Change.Drop(new TaskId("design")));
    assertThat(saved).isNegative();
    assertThat(all).isLessThan(saved);
  }

  @Test
  void whoIsTwiceAsDearCostsAsMuchAgain() {
    Plan alone = PlanText.read("start Mon 2027-01-11\nperson eva\nbuild 5d by jon");
    LeverCosts costs = new LeverCosts(question(alone.withCosts(PAID.rates(), List.of())));
    assertThat(costs.of(new Change.HandOver(BUILD, JON, EVA), IN_TWO_WEEKS).orElseThrow())
        .isCloseTo(-costs.of(new Change.Drop(BUILD), IN_TWO_WEEKS).orElseThrow(), within(1L));
  }

  @Test
  void ticketsThatSomebodyElseTakesCostTheirHoursUntilTheEnd() {
    assertThat(costs(new Change.HalfTheTickets(List.of(JON)))).isEqualTo(2 * 5 * 5_000);
    assertThat(costs(new Change.HalfTheTickets(List.of(EVA)))).isZero();
  }

  private static long costs(Change change) {
    return new LeverCosts(question(PAID)).of(change, IN_TWO_WEEKS).orElseThrow();
  }
}
