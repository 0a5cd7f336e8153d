package dev.linchpin.forecast.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.Interruptions.Phase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseTests {
  private static final LocalDate MONDAY = Generated.MONDAY;

  @Test
  void anEvenCourseWithoutASurgeHasNoPhases() {
    assertThat(Course.EVEN.phases(Level.of(even(20)), MONDAY.plusWeeks(20))).isEmpty();
  }

  @Test
  void aSurgeFadesWeekByWeekToOne() {
    double[] weeks = new double[20];
    Arrays.fill(weeks, 10);
    weeks[19] = 25;

    List<Phase> phases =
        Course.EVEN.phases(Level.of(Generated.series(weeks)), MONDAY.plusWeeks(20));

    assertThat(phases.getFirst().from()).isEqualTo(MONDAY.plusWeeks(20));
    assertThat(phases).extracting(Phase::factor).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(phases.getFirst().factor()).isBetween(1.1, 1.9);
    assertThat(phases.getLast().factor()).isCloseTo(1, within(0.03));
  }

  @Test
  void aWaveIsNoNewLevelAndComesAgainAfterAPlannedGoLive() {
    var wave = new Wave(0.5, 3, 0);
    LocalDate goLive = MONDAY.plusWeeks(17).plusDays(2);
    LocalDate next = MONDAY.plusWeeks(30);
    var course = new Course(Season.NONE, Waves.same(wave, List.of(goLive, next)));
    double[] weeks = new double[20];
    Arrays.setAll(weeks, i -> 10 * course.factor(MONDAY.plusWeeks(i)));

    Level level = Level.of(course.usual(Generated.series(weeks)));

    assertThat(weeks[17]).isEqualTo(15);
    assertThat(level.mean()).isCloseTo(10, within(1e-9));
    assertThat(course.phases(level, MONDAY.plusWeeks(20)).getFirst().factor())
        .isCloseTo(1.25, within(0.01)); // three weeks after
    assertThat(course.phases(level, MONDAY.plusWeeks(20)))
        .anySatisfy(phase -> assertThat(phase).isEqualTo(new Phase(next, course.factor(next))));
  }

  @Test
  void aGoLiveAheadCountsOnlyOnceOneWasSeenHere() {
    var before = new GoLive(MONDAY.plusWeeks(10), Set.of());
    var ahead = new GoLive(MONDAY.plusWeeks(30), Set.of());

    Course guessed = new Course(Season.NONE, counted(List.of(ahead)));
    Course seen = new Course(Season.NONE, counted(List.of(before, ahead)));

    assertThat(guessed.factor(ahead.day())).isEqualTo(1);
    assertThat(seen.factor(ahead.day())).isGreaterThan(1.2);
  }

  private static Waves counted(List<GoLive> goLives) {
    return Waves.learned(even(26), goLives).counted(MONDAY.plusWeeks(26));
  }

  private static Series even(int count) {
    double[] weeks = new double[count];
    Arrays.fill(weeks, 10);
    return Generated.series(weeks);
  }
}
