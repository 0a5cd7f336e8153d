package dev.linchpin.forecast.learn;

import static dev.linchpin.forecast.learn.Histories.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.History;
import dev.linchpin.forecast.score.Sample;
import dev.linchpin.forecast.score.ScoreCard;
import dev.linchpin.forecast.score.Scored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TaskRatiosTests {
  @Test
  void withoutHistoryWhatIsBuiltInSpeaksAndIsWide() {
    RatioClass day = TaskRatios.of(History.NONE).of(8, "", "");
    assertThat(day.weight()).isZero();
    assertThat(day.sample().median()).isCloseTo(1, within(0.02));
    assertThat(day.sample().quantile(0.9)).isCloseTo(Math.exp(0.8 * 1.2816), within(0.05));
    assertThat(day.mean()).isCloseTo(1.377, within(0.01));
  }

  @Test
  void whatIsLargeIsKnownBetterThanWhatIsSmall() {
    assertThat(RatioClass.builtIn(8).logSd()).isEqualTo(0.8);
    assertThat(RatioClass.builtIn(0.25).logSd()).isEqualTo(0.8);
    assertThat(RatioClass.builtIn(900).logSd()).isCloseTo(0.45, within(0.01));
  }

  @Test
  void oneTaskSaysLittleAndManySayAll() {
    RatioClass one = TaskRatios.of(times(1, task("p", 8, 16))).of(8, "", "");
    RatioClass many = TaskRatios.of(times(4_000, task("p", 8, 16))).of(8, "", "");
    assertThat(one.weight()).isCloseTo(1 / 41.0, within(1e-12));
    assertThat(one.sample().median()).isBetween(0.95, 1.1);
    assertThat(many.weight()).isGreaterThan(0.98);
    assertThat(many.sample().median()).isEqualTo(2);
  }

  @Test
  void smallTasksSayLittleOfLargeOnes() {
    List<History.Finished> past = new ArrayList<>();
    past.addAll(Collections.nCopies(500, task("p", 1, 3)));
    past.addAll(Collections.nCopies(100, task("p", 60, 30)));
    TaskRatios ratios = TaskRatios.of(new History(past));
    assertThat(ratios.of(1, "", "").sample().median()).isEqualTo(3);
    assertThat(ratios.of(60, "", "").sample().median()).isEqualTo(0.5);
  }

  @Test
  void tasksWithoutEstimateOrActualSayNothing() {
    List<History.Finished> past = new ArrayList<>();
    past.addAll(Collections.nCopies(200, task("p", 0, 5)));
    past.addAll(Collections.nCopies(200, task("p", 5, 0)));
    RatioClass expected = TaskRatios.of(new History(past)).of(5, "", "");
    assertThat(expected.weight()).isZero();
    assertThat(TaskRatios.of(new History(past)).of(0, "", "").weight()).isZero();
  }

  @Test
  void anAbsurdRatioIsCutAtAHundred() {
    RatioClass expected = TaskRatios.of(times(400, task("p", 1, 9_000))).of(1, "", "");
    assertThat(expected.sample().quantile(0.95)).isEqualTo(100);
    assertThat(expected.mean()).isLessThanOrEqualTo(100);
  }

  @Test
  void tasksOfOneDayMayComeInAnyOrder() {
    SplittableRandom random = new SplittableRandom(5);
    List<History.Finished> past = Histories.project("p", 200, 1.2, 0.7, random);
    List<History.Finished> backwards = past.reversed();
    double forth = TaskRatios.of(new History(past)).of(8, "", "").sample().median();
    double back = TaskRatios.of(new History(backwards)).of(8, "", "").sample().median();
    assertThat(forth).isCloseTo(back, within(0.05));
  }

  @Test
  void forecastsFromTheTrueModelAreHonest() {
    SplittableRandom random = new SplittableRandom(8);
    TaskRatios learned =
        TaskRatios.of(new History(Histories.project("p", 5_000, 1.3, 0.6, random)));
    Sample forecast = learned.of(8, "", "").sample();
    ScoreCard card =
        new ScoreCard(
            Histories.project("q", 4_000, 1.3, 0.6, random).stream()
                .map(task -> Scored.of(forecast, TaskRatios.ratio(task), random.nextDouble()))
                .toList());
    assertThat(card.coverage80().value()).isBetween(0.77, 0.83);
    assertThat(card.deciles()).allSatisfy(share -> assertThat(share).isBetween(0.08, 0.12));
  }

  @Test
  void thePersonCountsOnlyWhereThatForetellsSomething() {
    assertThat(Likeness.chosen(people(0)).person()).isEqualTo(1);
    assertThat(Likeness.chosen(people(0.8)).person()).isGreaterThan(1);
    assertThat(Likeness.chosen(people(0.8)).kind()).isEqualTo(1);
    assertThat(Likeness.chosen(times(99, task("p", 8, 8)))).isEqualTo(Likeness.NONE);
  }

  /// Two people, one quick and one slow by that much.
  private static History people(double apart) {
    SplittableRandom random = new SplittableRandom(2);
    List<History.Finished> past = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      boolean slow = random.nextBoolean();
      double ratio = Math.exp((slow ? apart : -apart) + 0.3 * random.nextGaussian());
      past.add(task(8, 8 * ratio, "build", slow ? "jon" : "eva"));
    }
    return new History(past);
  }

  private static History times(int count, History.Finished task) {
    return new History(Collections.nCopies(count, task));
  }
}
