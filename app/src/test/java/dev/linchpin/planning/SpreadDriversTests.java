package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.CRM;
import static dev.linchpin.planning.PlanningWorld.NET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.Drivers;
import dev.linchpin.forecast.Drivers.Source;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Why a date is so wide.
class SpreadDriversTests {
  private final PlanningWorld world = new PlanningWorld();
  private final PersonId jon = world.person("Jon Bell");
  private final SpreadDrivers drivers = world.get(SpreadDrivers.class);

  @BeforeEach
  void forecast() {
    world.withOneTask(NET, jon, 20);
    world.forecast();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void nothingIsSaidWhileNobodyHasLooked() {
    assertThat(drivers.of(world.latest("NET"))).isEmpty();
  }

  @Test
  void aSingleTaskWithoutHistoryIsWideBecauseEstimatesAreThenBecauseProjectsAre() {
    explain(standing());

    Drivers found = drivers.of(world.latest("NET")).orElseThrow();
    assertThat(found.of()).isEqualTo(new Promise.Of.AProject(new ProjectId("NET")));
    assertThat(found.width()).isPositive();
    assertThat(found.drivers())
        .extracting(Drivers.Driver::source)
        .startsWith(Source.ESTIMATES, Source.PROJECTS)
        .contains(Source.ABSENCE)
        .doesNotContain(Source.RISKS, Source.GROWTH, Source.INTERRUPTIONS);
  }

  @Test
  void whoLooksTwiceFindsTheSame() {
    explain(standing());
    Drivers first = drivers.of(world.latest("NET")).orElseThrow();
    explain(standing());

    assertThat(drivers.of(world.latest("NET"))).contains(first);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void aForecastThatDoesNotStandAnyMoreIsNotLookedAt() {
    KeptForecast.Id older = standing();
    world.withOneTask(CRM, jon, 5);
    world.forecast();
    explain(older);

    assertThat(kept()).isZero();
  }

  private KeptForecast.Id standing() {
    return world.forecasts().standing(NET).orElseThrow().id();
  }

  private void explain(KeptForecast.Id id) {
    drivers.explain(id);
  }

  private int kept() {
    return world
        .get(JdbcClient.class)
        .sql("select count(*) from planning.spread_driver")
        .query(Integer.class)
        .single();
  }
}
