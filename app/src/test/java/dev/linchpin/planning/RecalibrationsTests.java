package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static dev.linchpin.planning.PlanningWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Progress.Done;
import dev.linchpin.forecast.learn.Recalibration;
import dev.linchpin.forecast.learn.Recalibration.Resolved;
import dev.linchpin.planning.Recalibrations.Evidence;
import dev.linchpin.planning.Recalibrations.Use;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Dates that always came true late are said later, until somebody goes back.
class RecalibrationsTests {
  private final PlanningWorld world = new PlanningWorld();
  private Recalibrations recalibrations;

  @BeforeEach
  void forecast() {
    recalibrations = world.get(Recalibrations.class);
    world.withOneTask(NET, world.person("Jon Bell"), 20);
    world.forecast();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void withFewerThanFiftyThereIsNothingToLearn() {
    late(49);
    assertThat(recalibrations.evidence().isEnough()).isFalse();
    assertThat(recalibrations.learn(BY, NOW)).isEmpty();
    assertThat(recalibrations.inForce().correction()).isEqualTo(Recalibration.NONE);
    assertThat(recalibrations.versions()).isEmpty();
  }

  @Test
  void fiftyForecastsOfOneThingAreNotEnough() {
    List<Resolved> sixty = Collections.nCopies(60, new Resolved(false, 20, 0.5));
    assertThat(new Evidence(sixty, 9).isEnough()).isFalse();
    assertThat(new Evidence(sixty, 10).isEnough()).isTrue();
  }

  @Test
  void datesThatWereTooEarlyAreSaidLaterAndSayByWhichVersion() {
    late(60);
    RefForecast before = world.latest("NET");

    assertThat(recalibrations.learn(BY, NOW)).contains(1);
    world.forecast();

    RefForecast after = world.latest("NET");
    assertThat(after.byDay()).isAfter(before.byDay());
    assertThat(after.correction()).isEqualTo(1);
    assertThat(after.chanceBy(after.byDay())).isGreaterThanOrEqualTo(0.8);
    assertThat(after.days().runs()).isEqualTo(after.runs());
    assertThat(after.statedAt(0.8)).isEqualTo(before.byDay());
    assertThat(world.latest("NET-2").byDay()).isAfter(before.byDay());
  }

  @Test
  void eachKindAndHorizonIsCorrectedByItsOwn() {
    late(60);
    recalibrations.learn(BY, NOW);

    Recalibration kept = recalibrations.inForce().correction();
    assertThat(kept.parts())
        .extracting(part -> part.project() + " " + part.horizon() + " " + part.forecasts())
        .containsExactly("false 1 60");
    assertThat(kept.about(false, 28).level(0.8)).isGreaterThan(kept.about(true, 28).level(0.8));
  }

  @Test
  void aCorrectedForecastIsTheSameToTheMinuteWhenItIsRunAgain() {
    late(60);
    recalibrations.learn(BY, NOW);
    world.forecast();
    recalibrations.use(0, BY, NOW);

    assertThat(world.get(Reruns.class).again(2).orElseThrow().isSame()).isTrue();
  }

  @Test
  void whoGoesBackHasTheOldDateAndEveryVersionIsKept() {
    late(60);
    LocalDate before = world.latest("NET").byDay();
    recalibrations.learn(BY, NOW);
    world.forecast();
    assertThat(recalibrations.use(0, BY, NOW.plusSeconds(60))).isTrue();
    world.forecast();

    assertThat(world.latest("NET").byDay()).isEqualTo(before);
    assertThat(recalibrations.versions()).hasSize(1);
    assertThat(recalibrations.uses())
        .containsExactly(new Use(NOW.plusSeconds(60), BY, 0), new Use(NOW, BY, 1));
    assertThat(recalibrations.use(7, BY, NOW)).isFalse();
    assertThat(recalibrations.use(1, BY, NOW)).isTrue();
    assertThat(recalibrations.inForce().number()).isEqualTo(1);
  }

  @Test
  void theCorrectionIsTheCauseWhyADateMoved() {
    late(60);
    recalibrations.learn(BY, NOW);
    world.get(Forecasting.class).make(PlanningWorld.MONDAY, NOW.plusSeconds(60));
    world.get(Movements.class).explain(world.forecasts().standing(NET).orElseThrow().id());

    assertThat(CauseWords.mainly(world.get(Movements.class).of("NET").getFirst()))
        .isEqualTo("Mostly because we compute it in another way.");
  }

  @Test
  void aNewVersionLearnsFromWhatTheRunsGaveAndNotFromWhatWasShown() {
    late(60);
    recalibrations.learn(BY, NOW);
    world.get(Forecasting.class).make(PlanningWorld.MONDAY.plusDays(7));
    LocalDateTime end = world.latest("NET-2").byDay().atTime(15, 0);
    PlannedTask milestone = world.plans().task(new TaskRef(NET, 2)).orElseThrow();
    world.plans().progress(milestone, new Done(end, end), BY);
    world.get(Marks.class).mark(NOW);

    List<Double> pits =
        world
            .get(JdbcClient.class)
            .sql("select stated_pit - pit from planning.mark where correction = 1")
            .query((row, _) -> row.getDouble(1))
            .list();
    assertThat(pits).hasSize(1).allSatisfy(more -> assertThat(more).isPositive());
    assertThat(recalibrations.helped(1).cases()).isEqualTo(1);
  }

  /// So many forecasts of milestones that ended late in their forecasts.
  private void late(int count) {
    JdbcClient sql = world.get(JdbcClient.class);
    UUID forecast = world.forecasts().latest().orElseThrow().id().value();
    for (int i = 0; i < count; i++) {
      double pit = 0.7 + 0.3 * (i + 0.5) / count;
      sql.sql(
              """
              insert into planning.mark
                (forecast, ref, project, ended_on, ahead, pit, crps, pinball50, pinball80,
                 pinball95, held50, held80, held95, correction, stated_pit, stated_crps, marked_at)
              values (:forecast, :ref, false, date '2027-01-08', 20, :pit, 1, 1, 1, 1, false,
                      :pit <= 0.8, :pit <= 0.95, 0, :pit, 1, now())\
              """)
          .param("forecast", forecast)
          .param("ref", "OLD-" + (i + 1))
          .param("pit", pit)
          .update();
    }
  }
}
