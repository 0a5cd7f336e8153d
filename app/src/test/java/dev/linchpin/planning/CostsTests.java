package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.directory.People;
import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.CostRange;
import dev.linchpin.forecast.CostSpread;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Rate;
import dev.linchpin.planning.HourlyRate.Whose;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CostsTests {
  private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");
  private final PlanningWorld world = new PlanningWorld();
  private final PersonId jon = world.person("Jon Bell");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theNarrowestRateThatHoldsOnTheDayCounts() {
    world.withOneTask(NET, jon, 5);
    titled("Network engineer");
    rate(new Whose.Everybody(), LONG_AGO, 50);
    assertThat(perHour()).isEqualTo(5_000);
    rate(new Whose.Titled("Network engineer"), LONG_AGO, 60);
    assertThat(perHour()).isEqualTo(6_000);
    rate(new Whose.One(jon), LONG_AGO, 70);
    rate(new Whose.One(jon), LocalDate.parse("2027-01-01"), 80);
    rate(new Whose.One(jon), LocalDate.parse("2027-02-01"), 90);
    assertThat(perHour()).isEqualTo(8_000);
  }

  @Test
  void whatIsKeptSaysWhatTheRunsSaid() {
    world.withOneTask(NET, jon, 20);
    rate(new Whose.Everybody(), LONG_AGO, 50);
    world
        .get(PlannedItems.class)
        .add(
            new PlannedItem(
                UUID.randomUUID(),
                NET,
                "12 switches",
                new CostRange(900_000, 1_250_000, 2_000_000),
                null,
                0),
            BY);
    world.forecast();

    CostTable table = world.get(ForecastCosts.class).latest(NET).orElseThrow();
    CostSpread runs = runs();

    assertThat(table.likely()).isEqualTo(runs.likely());
    assertThat(table.within(8)).isEqualTo(runs.within());
    for (int day = 1; day < 90; day += 7) {
      LocalDate by = PlanningWorld.MONDAY.toLocalDate().plusDays(day);
      for (long most = 500_000; most < 6_000_000; most += 350_000) {
        assertThat(table.chance(by, most)).isCloseTo(runs.chance(by, most), within(0.05));
      }
    }
  }

  @Test
  void whereNothingHasAPriceNothingIsKept() {
    world.withOneTask(NET, jon, 5);
    world.forecast();

    assertThat(world.get(ForecastCosts.class).latest(NET)).isEmpty();
  }

  private CostSpread runs() {
    var question = world.forecasts().inputs(world.latest("NET").forecast()).orElseThrow();
    return Objects.requireNonNull(
        Forecaster.forecast(question).forecast().costs().get(new ProjectId("NET")));
  }

  private long perHour() {
    world.forecast();
    return world
        .forecasts()
        .inputs(world.latest("NET").forecast())
        .orElseThrow()
        .plan()
        .rates()
        .stream()
        .mapToLong(Rate::perHour)
        .findFirst()
        .orElseThrow();
  }

  private void titled(String title) {
    People people = world.get(People.class);
    people.put(people.find(jon).orElseThrow().withTitle(title), BY);
  }

  private void rate(Whose whose, LocalDate from, int perHour) {
    world.get(Rates.class).put(new HourlyRate(UUID.randomUUID(), whose, from, perHour * 100L), BY);
  }
}
