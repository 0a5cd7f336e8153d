package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.MONDAY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static dev.linchpin.planning.PlanningWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.CostRange;
import dev.linchpin.forecast.Progress.Done;
import dev.linchpin.planning.CostMarks.Held;
import dev.linchpin.planning.HourlyRate.Whose;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a project did cost, and whether we had said so.
class CostMarksTests {
  private static final LocalDateTime FRIDAY = LocalDateTime.parse("2027-01-15T17:00");
  private final PlanningWorld world = new PlanningWorld();
  private final CostMarks marks = world.get(CostMarks.class);

  @BeforeEach
  void fiveDaysAtFiftyAnHour() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    rate("2020-01-01", 50);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void workCountsFromTheForecastOnAtTheRatesOfItsDays() {
    world.forecast();
    rate("2027-01-14", 80);
    done(MONDAY, FRIDAY);

    assertThat(marks.mark(NOW)).isEqualTo(1);
    assertThat(cost()).isEqualTo(3 * 8 * 5_000 + 2 * 8 * 8_000);
  }

  @Test
  void whatWasDoneBeforeTheForecastIsNotInIt() {
    world.get(Forecasting.class).make(MONDAY.plusDays(3));
    done(MONDAY, FRIDAY);

    marks.mark(NOW);
    assertThat(cost()).isEqualTo(2 * 8 * 5_000);
  }

  @Test
  void aProjectThatTookAsLongAsPlannedHoldsTheAmountOfEightInTen() {
    world.forecast();
    done(MONDAY, FRIDAY);
    marks.mark(NOW);

    Held held = marks.record();
    assertThat(held.projects()).isEqualTo(1);
    assertThat(held.held80()).isEqualTo(1);
    assertThat(held.held95()).isEqualTo(1);
    assertThat(held.error()).isBetween(0.0, 0.3);
  }

  @Test
  void aProjectThatTookThreeTimesAsLongDoesNot() {
    world.forecast();
    done(MONDAY, FRIDAY.plusWeeks(4));
    marks.mark(NOW);

    assertThat(marks.record().held80()).isZero();
  }

  @Test
  void whatWasPaidIsKnownOnceItIsOneAmount() {
    var item = UUID.randomUUID();
    PlannedItems items = world.get(PlannedItems.class);
    items.add(switches(item, new CostRange(900_000, 1_000_000, 1_500_000), 0), BY);
    world.forecast();
    done(MONDAY, FRIDAY);
    assertThat(marks.mark(NOW)).isZero();

    items.put(switches(item, CostRange.fixed(1_200_000), 1), BY);
    assertThat(marks.mark(NOW)).isEqualTo(1);
    assertThat(cost()).isEqualTo(1_200_000 + 5 * 8 * 5_000);
    assertThat(marks.mark(NOW)).as("marked twice").isZero();
  }

  @Test
  void whatHasNotEndedHasNoCostYet() {
    world.forecast();

    assertThat(marks.mark(NOW)).isZero();
    assertThat(marks.record().cases()).isZero();
  }

  private static PlannedItem switches(UUID id, CostRange cost, int version) {
    return new PlannedItem(id, NET, "12 switches", cost, null, version);
  }

  private long cost() {
    return world
        .get(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("select cost from planning.cost_mark")
        .query(Long.class)
        .single();
  }

  private void done(LocalDateTime start, LocalDateTime finish) {
    PlannedTask build = world.plans().task(new TaskRef(NET, 1)).orElseThrow();
    world.plans().progress(build, new Done(start, finish), BY);
    world
        .projects()
        .change(world.projects().get(NET), new ProjectState.Done(finish.toLocalDate()), BY);
  }

  private void rate(String from, int perHour) {
    world
        .get(Rates.class)
        .put(
            new HourlyRate(
                UUID.randomUUID(), new Whose.Everybody(), LocalDate.parse(from), perHour * 100L),
            BY);
  }
}
