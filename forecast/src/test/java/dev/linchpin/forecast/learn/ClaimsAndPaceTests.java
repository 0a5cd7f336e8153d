package dev.linchpin.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.learn.Recalibration.Resolved;
import dev.linchpin.forecast.score.Normal;
import dev.linchpin.forecast.score.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ClaimsAndPaceTests {
  private static final ProjectId NEW = new ProjectId("new");

  @Test
  void aTeamNobodyKnowsIsReadWithDoubt() {
    Sample remaining = DateRatios.of(List.of()).remaining(new DateRatios.Claim(NEW, 50, 50));
    assertThat(remaining.median()).isCloseTo(70, within(2.0));
    assertThat(remaining.quantile(0.8)).isGreaterThan(100);
  }

  @Test
  void teamsThatAlwaysTookTwiceAsLongAreExpectedToAgain() {
    DateRatios learned = DateRatios.of(claims(100, 2));
    assertThat(learned.remaining(new DateRatios.Claim(NEW, 50, 50)).median()).isEqualTo(100);
    assertThat(learned.remaining(new DateRatios.Claim(NEW, 7, -3)).median()).isEqualTo(14);
  }

  @Test
  void aProjectCountsOnceHoweverOftenItReports() {
    List<DateRatios.Ended> some = new ArrayList<>(claims(60, 1));
    DateRatios.Claim loud = new DateRatios.Claim(new ProjectId("loud"), 50, 50);
    some.addAll(Collections.nCopies(10_000, new DateRatios.Ended(loud, 5_000)));
    Sample remaining = DateRatios.of(some).remaining(new DateRatios.Claim(NEW, 50, 50));
    assertThat(remaining.median()).isEqualTo(50);
  }

  @Test
  void betweenTheRatiosOfAFewProjectsTheDateIsNoStep() {
    List<DateRatios.Ended> few = new ArrayList<>(claims(6, 1));
    few.addAll(
        claims(6, 3).stream()
            .map(one ->
                new DateRatios.Ended(
                    new DateRatios.Claim(
                        new ProjectId("late " + one.claim().project().value()), 50, 50),
                    one.took()))
            .toList());
    Sample remaining = DateRatios.of(few).remaining(new DateRatios.Claim(NEW, 50, 50));
    assertThat(remaining.quantile(0.5)).isStrictlyBetween(55.0, 120.0);
    assertThat(remaining.quantile(0.9)).isGreaterThan(155);
  }

  @Test
  void aProjectThatEndedOnTheDayOfItsClaimTookADay() {
    var claim = new DateRatios.Claim(new ProjectId("done"), 50, 50);
    Sample remaining =
        DateRatios.of(List.of(new DateRatios.Ended(claim, 0)))
            .remaining(new DateRatios.Claim(NEW, 50, 50));
    assertThat(remaining.quantile(0.01)).isEqualTo(1);
  }

  @Test
  void theOrderOfFinishedProjectsDoesNotMatter() {
    List<DateRatios.Ended> claims = new ArrayList<>(claims(30, 1.5));
    List<Pace.Ended> reports = new ArrayList<>(reports(30, 1.2));
    DateRatios.Claim claim = new DateRatios.Claim(NEW, 50, 50);
    Pace.Status status = new Pace.Status(NEW, 0.4, 50, 40, 60);
    double date = DateRatios.of(claims).remaining(claim).quantile(0.8);
    double total = Pace.of(reports).total(status).quantile(0.8);
    Collections.shuffle(claims, new Random(4));
    Collections.shuffle(reports, new Random(4));
    assertThat(DateRatios.of(claims).remaining(claim).quantile(0.8)).isCloseTo(date, within(1e-9));
    assertThat(Pace.of(reports).total(status).quantile(0.8)).isCloseTo(total, within(1e-9));
  }

  @Test
  void fewFinishedProjectsTeachNoPace() {
    Pace pace = Pace.of(reports(4, 3));
    assertThat(pace.drift()).isZero();
    assertThat(pace.trust()).isEqualTo(0.5);
    Sample total = pace.total(new Pace.Status(NEW, 0.4, 40, 40, 60));
    assertThat(total.median()).isCloseTo(100, within(1.0));
    assertThat(total.quantile(0.9)).isGreaterThan(120);
  }

  @Test
  void whereTheRestAlwaysTookLongerItIsExpectedTo() {
    Pace pace = Pace.of(reports(40, Math.exp(0.2)));
    assertThat(pace.drift()).isCloseTo(0.2, within(0.051));
    double total = pace.total(new Pace.Status(NEW, 0.4, 40, 40, 60)).median();
    assertThat(total).isCloseTo(40 + 60 * Math.exp(0.2), within(2.5));
  }

  @Test
  void aPlanWithNothingLeftStillGetsAForecast() {
    Pace pace = Pace.of(reports(40, 1));
    Sample total = pace.total(new Pace.Status(NEW, 0.99, 120, 100, 0));
    assertThat(total.quantile(0.5)).isGreaterThanOrEqualTo(120);
  }

  @Test
  void forecastsThatAreTooNarrowAreWidened() {
    SplittableRandom random = new SplittableRandom(6);
    Sample stated = Sample.ofQuantiles(1_000, Normal::quantile);
    List<Resolved> past =
        random
            .doubles(400)
            .mapToObj(u -> new Resolved(true, 30, stated.pit(2 * Normal.quantile(u), 0.5)))
            .toList();
    Recalibration learned = Recalibration.of(1, past);
    assertThat(learned.level(0.8)).isGreaterThan(0.85);
    assertThat(learned.level(0.2)).isLessThan(0.15);
    assertThat(learned.toString()).startsWith("recalibration 1 from 400 forecasts, percent: 10→");
  }

  @Test
  void honestForecastsAreHardlyChanged() {
    Recalibration learned = Recalibration.of(1, even(200, true, 30, 0, 1));
    for (double p : new double[] {0, 0.05, 0.1, 0.5, 0.8, 0.95, 1}) {
      assertThat(learned.level(p)).isCloseTo(p, within(0.005));
    }
  }

  @Test
  void fewerThanFiftyForecastsCorrectNothing() {
    assertThat(Recalibration.of(3, Collections.nCopies(49, new Resolved(true, 3, 0.9))))
        .isEqualTo(Recalibration.NONE);
    assertThat(Recalibration.NONE.level(0.8)).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void datesThatWereTooEarlyOnlyWhenNearAreCorrectedOnlyThere() {
    List<Resolved> past = new ArrayList<>(even(200, true, 10, 0.6, 1));
    past.addAll(even(200, true, 100, 0, 1));
    past.addAll(even(200, false, 10, 0, 1));
    Recalibration learned = Recalibration.of(1, past);
    double nearProject = learned.about(true, 10).level(0.8);
    assertThat(nearProject).isGreaterThan(0.88);
    assertThat(learned.about(true, 200).level(0.8)).isBetween(0.79, 0.83);
    assertThat(learned.about(false, 3).level(0.8)).isBetween(0.79, 0.83);
    assertThat(learned.parts())
        .extracting(part -> part.project() + " " + part.horizon() + " " + part.forecasts())
        .containsExactly("true 0 200", "true 3 200", "false 0 200");
  }

  @Test
  void whatIsHardlyKnownIsCorrectedAsAllAre() {
    List<Resolved> past = new ArrayList<>(even(200, true, 30, 0.6, 1));
    past.addAll(even(2, false, 30, 0, 1));
    Recalibration learned = Recalibration.of(1, past);
    assertThat(learned.about(false, 30).level(0.8)).isCloseTo(learned.level(0.8), within(0.02));
    assertThat(learned.about(false, 300).level(0.8)).isCloseTo(learned.level(0.8), within(1e-12));
  }

  @Test
  void aDayMoreNeverMovesADateToAnotherPlaceAtOnce() {
    List<Resolved> past = new ArrayList<>(even(300, true, 10, 0.6, 1));
    past.addAll(even(300, true, 30, 0, 1));
    Recalibration learned = Recalibration.of(1, past);
    for (int ahead = 0; ahead < 200; ahead++) {
      assertThat(learned.about(true, ahead + 1).level(0.8))
          .as("%d days ahead", ahead)
          .isCloseTo(learned.about(true, ahead).level(0.8), within(0.02));
    }
  }

  /// Forecasts in which the truth lay evenly between two points.
  private static List<Resolved> even(
      int count, boolean project, int ahead, double from, double to) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Resolved(project, ahead, from + (to - from) * (i + 0.5) / count))
        .toList();
  }

  @Test
  void sharesThatFallAreNoCorrection() {
    List<Double> falling = List.of(0.1, 0.2, 0.3, 0.2, 0.5, 0.6, 0.7, 0.8, 0.9);
    assertThatIllegalArgumentException().isThrownBy(() -> new Recalibration(1, 60, falling));
    assertThatIllegalArgumentException().isThrownBy(() -> new Recalibration(1, 60, List.of()));
  }

  private static List<DateRatios.Ended> claims(int projects, double ratio) {
    return IntStream.range(0, projects)
        .mapToObj(i -> {
          var claim = new DateRatios.Claim(new ProjectId("p" + i), 50, 50);
          return new DateRatios.Ended(claim, 50 * ratio);
        })
        .toList();
  }

  private static List<Pace.Ended> reports(int projects, double ratio) {
    List<Pace.Ended> reports = new ArrayList<>();
    for (int i = 0; i < projects; i++) {
      for (double earned : new double[] {0.2, 0.4, 0.6, 0.8}) {
        var status =
            new Pace.Status(
                new ProjectId("p" + i), earned, 100 * earned, 100 * earned, 100 * (1 - earned));
        reports.add(new Pace.Ended(status, 100 * (1 - earned) * ratio));
      }
    }
    return reports;
  }
}
