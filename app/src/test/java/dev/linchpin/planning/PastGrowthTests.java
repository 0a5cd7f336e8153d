package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.MONDAY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static dev.linchpin.planning.PlanningWorld.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.planning.PastGrowth.Growth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PastGrowthTests {
  private final PlanningWorld world = new PlanningWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void fiveFinishedProjectsTeachHowPlansGrow() {
    finished(5, 2);

    Growth growth = world.get(PastGrowth.class).known(MONDAY).orElseThrow();

    assertThat(growth.projects()).isEqualTo(5);
    assertThat(growth.likely()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void fourTeachNothing() {
    finished(4, 2);

    assertThat(world.get(PastGrowth.class).known(MONDAY)).isEmpty();
  }

  @Test
  void whatGrewBeforeMovesTheDatesOfWhatHasNotBegun() {
    world.withOneTask(NET, world.person("Jon Bell"), 20);
    world.forecast();
    var before = world.latest("NET").byDay();

    finished(5, 5);
    world.forecast();

    assertThat(world.latest("NET").byDay()).isAfter(before.plusDays(7));
  }

  @Test
  void whatEndedAsPlannedAddsNothing() {
    finished(5, 0);

    assertThat(world.get(PastGrowth.class).known(MONDAY).orElseThrow().high()).isZero();
    assertThat(world.get(PastGrowth.class).of(List.of(), MONDAY)).isEmpty();
  }

  /// Projects of ten days of work, to which some days were added after their first forecast.
  private void finished(int count, int added) {
    List<ProjectKey> keys =
        IntStream.range(0, count).mapToObj(i -> new ProjectKey("OLD" + i)).toList();
    keys.forEach(key -> world.withOneTask(key, world.person("Worker of " + key), 10));
    world.forecast();
    for (ProjectKey key : keys) {
      if (added > 0) {
        world
            .plans()
            .save(
                ProjectPlan.of(
                    key,
                    List.of(
                        PlannedTask.task(key, 1, "Build", days(10)),
                        PlannedTask.task(key, 3, "Build more", days(added))),
                    List.of(),
                    List.of()),
                BY);
      }
      Project project = world.projects().get(key);
      world.projects().change(project, new ProjectState.Done(MONDAY.toLocalDate()), BY);
    }
  }
}
