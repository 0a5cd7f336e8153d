package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.MONDAY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static dev.linchpin.planning.PlanningWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Progress.Done;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarksTests {
  private final PlanningWorld world = new PlanningWorld();
  private Marks marks;

  @BeforeEach
  void forecast() {
    marks = world.get(Marks.class);
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    world.forecast();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatHasNotEndedGetsNoMarks() {
    assertThat(marks.mark(NOW)).isZero();
    assertThat(marks.record().cases()).isZero();
    assertThat(marks.record().words()).startsWith("Nothing we forecast has ended yet");
  }

  @Test
  void aMilestoneOnItsByDateHeldThatDateAndNotTheLikelyOne() {
    LocalDate by = world.latest("NET-2").byDay();
    assertThat(world.latest("NET-2").likelyDay()).isBefore(by);
    reached(by.atTime(15, 0));

    assertThat(marks.mark(NOW)).isEqualTo(1);
    ForecastRecord.Held held = marks.record().all().getFirst();
    assertThat(held.project()).isFalse();
    assertThat(List.of(held.cases(), held.held50(), held.held80(), held.held95()))
        .containsExactly(1, 0, 1, 1);
    assertThat(held.crps()).isPositive();
    assertThat(held.tenths().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
  }

  @Test
  void markedTwiceTheFirstMarksStand() {
    reached(world.latest("NET-2").byDay().atTime(15, 0));
    marks.mark(NOW);
    reached(world.latest("NET-2").byDay().plusWeeks(9).atTime(15, 0));

    assertThat(marks.mark(NOW)).isZero();
    assertThat(marks.record().by().hits()).isEqualTo(1);
  }

  @Test
  void ofAWeekTheLastForecastCounts() {
    world.get(Forecasting.class).make(MONDAY.plusDays(1));
    world.get(Forecasting.class).make(MONDAY.plusDays(9));
    reached(MONDAY.plusDays(20));

    assertThat(marks.mark(NOW)).isEqualTo(3);
    assertThat(marks.record().cases()).isEqualTo(2);
    assertThat(marks.record().words())
        .isEqualTo("Only 2 of our dates are over: too few to know how good they are.");
  }

  @Test
  void aForecastFromAfterTheEndGetsNoMarks() {
    reached(MONDAY.minusDays(3));

    assertThat(marks.mark(NOW)).isZero();
  }

  @Test
  void whatWasCancelledGetsNoMarks() {
    reached(MONDAY.plusDays(5));
    var cancelled = new ProjectState.Cancelled(LocalDate.parse("2027-01-12"), BY);
    world.projects().change(world.projects().get(NET), cancelled, BY);

    assertThat(marks.mark(NOW)).isZero();
  }

  private void reached(LocalDateTime at) {
    PlannedTask milestone = world.plans().task(new TaskRef(NET, 2)).orElseThrow();
    world.plans().progress(milestone, new Done(at, at), BY);
  }
}
