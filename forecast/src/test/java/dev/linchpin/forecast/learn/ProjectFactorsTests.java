package dev.linchpin.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.History;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.score.Normal;
import dev.linchpin.forecast.score.Sample;
import dev.linchpin.forecast.score.ScoreCard;
import dev.linchpin.forecast.score.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ProjectFactorsTests {
  private static final ProjectId RUNNING = new ProjectId("running");
  private static final double SPREAD = 0.25;

  @Test
  void withoutHistoryNothingIsKnownOfTheCentreEither() {
    ProjectFactor start = learned(List.of()).atStart();
    assertThat(start.centre()).isZero();
    assertThat(start.logSd()).isCloseTo(Math.hypot(0.22, 0.2), within(0.01));
    assertThat(learned(List.of()).ofRest(RUNNING, 100)).isEqualTo(start);
  }

  @Test
  void oneFinishedProjectMovesTheCentreALittle() {
    SplittableRandom random = new SplittableRandom(1);
    ProjectFactors learned = learned(Histories.project("old", 400, 3, 0.5, random));
    assertThat(learned.projects()).isEqualTo(1);
    assertThat(learned.atStart().logSd()).isBetween(0.2, 0.4);
  }

  @Test
  void manyProjectsShowHowFarProjectsSpread() {
    ProjectFactor start = learned(organisation(200, new SplittableRandom(3))).atStart();
    assertThat(start.centre()).isCloseTo(0, within(0.1));
    assertThat(start.logSd()).isCloseTo(SPREAD, within(0.04));
  }

  @Test
  void theLuckOfSingleTasksIsNotTakenForASharedFactor() {
    SplittableRandom random = new SplittableRandom(4);
    List<History.Finished> past = new ArrayList<>();
    for (int project = 0; project < 200; project++) {
      past.addAll(Histories.project("p" + project, 30, 1, 0.8, random));
    }
    assertThat(learned(past).atStart().logSd()).isLessThan(0.1);
  }

  @Test
  void oneOddProjectHardlyWidensTheRangeOfAllOthers() {
    SplittableRandom random = new SplittableRandom(7);
    List<History.Finished> past = new ArrayList<>(organisation(27, random));
    double usual = learned(past).atStart().logSd();
    past.addAll(Histories.project("odd", 60, 0.1, 0.4, random));
    assertThat(learned(past).atStart().logSd()).isBetween(usual, 1.15 * usual);
  }

  @Test
  void doneWorkSpeaksForTheRestAndAHandfulOfTasksLittle() {
    SplittableRandom random = new SplittableRandom(5);
    List<History.Finished> past = organisation(60, random);
    List<History.Finished> slow = Histories.project("running", 200, 1.5, 0.4, random);
    ProjectFactor start = learned(past).atStart();
    double previous = start.centre();
    for (int done : new int[] {2, 20, 200}) {
      List<History.Finished> known = new ArrayList<>(past);
      known.addAll(slow.subList(0, done));
      ProjectFactor rest = learned(known).ofRest(RUNNING, 1_000);
      assertThat(rest.centre()).isGreaterThan(previous);
      assertThat(rest.logSd()).isLessThanOrEqualTo(start.logSd() + 0.02);
      previous = rest.centre();
    }
    assertThat(previous).isBetween(0.1, 0.5);
  }

  @Test
  void tasksOfARunningProjectDoNotTeachAboutFinishedOnes() {
    SplittableRandom random = new SplittableRandom(6);
    List<History.Finished> past = new ArrayList<>(organisation(20, random));
    int finished = learned(past).projects();
    past.addAll(Histories.project("running", 100, 5, 0.4, random));
    assertThat(learned(past).projects()).isEqualTo(finished);
  }

  @Test
  void forecastsOfWholeProjectsFromTheTrueModelAreHonest() {
    SplittableRandom random = new SplittableRandom(9);
    List<Scored> marks = new ArrayList<>();
    for (int organisation = 0; organisation < 8; organisation++) {
      ProjectFactors learned = learned(organisation(50, random));
      for (int project = 0; project < 60; project++) {
        marks.add(forecast(learned, random));
      }
    }
    assertThat(new ScoreCard(marks).coverage80().value()).isBetween(0.72, 0.88);
    assertThat(new ScoreCard(marks).deciles())
        .allSatisfy(share -> assertThat(share).isBetween(0.05, 0.16));
  }

  /// A new project of that organisation, forecast before it begins.
  private static Scored forecast(ProjectFactors learned, SplittableRandom random) {
    double factor = Math.exp(SPREAD * random.nextGaussian());
    double actual = 0;
    double expected = 0;
    for (History.Finished task : Histories.project("new", 200, factor, 0.5, random)) {
      actual += TaskRatios.hours(task) * TaskRatios.ratio(task);
      expected += learned.expected(TaskRatios.hours(task), "", "");
    }
    ProjectFactor start = learned.atStart();
    double middle = expected;
    Sample forecast = Sample.ofQuantiles(400, p -> middle * start.at(Normal.quantile(p)));
    return Scored.of(forecast, actual, random.nextDouble());
  }

  @Test
  void aFactorIsANumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ProjectFactor(Double.NaN, 0.2));
    assertThatIllegalArgumentException().isThrownBy(() -> new ProjectFactor(0, -0.1));
  }

  @Test
  void aLineWithoutCasesIsTheOneBelievedBefore() {
    ProjectFactor at = new Regression().at(0.4);
    assertThat(at.centre()).isCloseTo(0.2, within(1e-12));
    assertThat(at.logSd()).isBetween(0.15, 0.2);
  }

  @Test
  void manyCasesShowTheirOwnLine() {
    SplittableRandom random = new SplittableRandom(12);
    Regression line = new Regression();
    for (int i = 0; i < 20_000; i++) {
      double x = random.nextGaussian();
      line.add(x, 0.1 + 0.8 * x + 0.05 * random.nextGaussian(), 1);
    }
    assertThat(line.at(0).centre()).isCloseTo(0.1, within(0.01));
    assertThat(line.at(1).centre()).isCloseTo(0.9, within(0.01));
    assertThat(line.at(0).logSd()).isCloseTo(0.05, within(0.005));
  }

  private static ProjectFactors learned(List<History.Finished> past) {
    History history = new History(past);
    return ProjectFactors.of(history, Set.of(RUNNING), TaskRatios.of(history));
  }

  private static List<History.Finished> organisation(int projects, SplittableRandom random) {
    List<History.Finished> past = new ArrayList<>();
    for (int project = 0; project < projects; project++) {
      double factor = Math.exp(SPREAD * random.nextGaussian());
      past.addAll(Histories.project("p" + project, 60, factor, 0.5, random));
    }
    return past;
  }
}
