package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.CRM;
import static dev.linchpin.planning.PlanningWorld.NET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.directory.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RerunsTests {
  private final PlanningWorld world = new PlanningWorld();

  @BeforeEach
  void forecast() {
    PersonId jon = world.person("Jon Bell");
    world.withOneTask(NET, jon, 5);
    world.withOneTask(CRM, jon, 5);
    world.forecast();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aKeptForecastIsTheSameToTheMinuteWhenItIsRunAgain() {
    Reruns.Rerun rerun = world.get(Reruns.class).again(1).orElseThrow();

    assertThat(rerun.isSame()).isTrue();
    assertThat(rerun.dates()).isEqualTo(6);
    assertThat(rerun.words()).startsWith("Forecast 1: 6 dates, the same to the minute. Model ");
  }

  @Test
  void whatAnotherModelMadeNamesBothModelsAndWhatDiffers() {
    world.get(JdbcClient.class).sql("update planning.forecast set engine = 'older'").update();
    world
        .get(JdbcClient.class)
        .sql("update planning.forecast_ref set q80 = q80 + interval '1 minute' where ref = 'NET'")
        .update();

    Reruns.Rerun rerun = world.get(Reruns.class).again(1).orElseThrow();

    assertThat(rerun.others()).containsExactly("NET");
    assertThat(rerun.words())
        .startsWith("Forecast 1: 1 of 6 dates differ, the first of them NET.")
        .contains("It was made by model older; model ");
  }

  @Test
  void aNumberThatNobodyKeptIsEmpty() {
    assertThat(world.get(Reruns.class).again(2)).isEmpty();
  }
}
