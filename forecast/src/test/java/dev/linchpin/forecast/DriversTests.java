package dev.linchpin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.Drivers.Driver;
import dev.linchpin.forecast.Drivers.Source;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Plans of which it is known where their spread comes from.
final class DriversTests {
  private static final Promise.Of GO_LIVE = new Promise.Of.ATask(new TaskId("go-live"));
  private static final String ALWAYS =
      """
      calendar always Mon-Sun 00:00-24:00
      person jon on always
      person eva on always
      project P from 2027-01-11 on always
      """;

  private static Question ask(String plan) {
    LocalDateTime start = LocalDateTime.of(2027, 1, 11, 0, 0);
    return new Question(
        PlanText.read(plan), Interruptions.NONE, History.NONE, start, 2_048, new Seed(5));
  }

  private static Drivers drivers(Question question) {
    return Drivers.of(question, GO_LIVE).orElseThrow();
  }

  private static Driver only(Drivers drivers) {
    assertThat(drivers.drivers()).hasSize(1);
    return drivers.drivers().getFirst();
  }

  private static void isAll(Drivers drivers, Source source) {
    Driver driver = only(drivers);
    assertThat(driver.source()).isEqualTo(source);
    assertThat(driver.share()).isCloseTo(1, within(1e-6));
    assertThat(driver.narrower()).isEqualTo(drivers.width()).isPositive();
  }

  @Test
  void whatComesFromOneSourceOnlyComesFromItAlone() {
    isAll(drivers(ask(ALWAYS + "go-live elapsed 20d")), Source.ESTIMATES);
    String certain = ALWAYS + "go-live elapsed 20d/20d/20d";
    isAll(
        drivers(ask(certain + "\nrisk late of P 30% delays go-live elapsed 5d/10d/20d")),
        Source.RISKS);
    isAll(drivers(ask(ALWAYS + "go-live 20d/20d/20d by jon")), Source.PROJECTS);
  }

  @Test
  void whatIsCertainHasNoDrivers() {
    assertThat(drivers(ask(ALWAYS + "go-live elapsed 20d/20d/20d")).drivers()).isEmpty();
    assertThat(drivers(ask(ALWAYS + "go-live 1d done 2027-01-05..2027-01-06")).drivers()).isEmpty();
    assertThat(Drivers.of(ask(ALWAYS + "other 1d"), GO_LIVE)).isEmpty();
  }

  /// Two independent normals whose sds are as 3 to 4: without one of them the range is as wide as
  /// the other alone, 4/5 or 3/5 of the whole, and the variance 16/25 or 9/25. Small spreads, so
  /// that lognormals are nearly normal.
  @Test
  void ofTwoIndependentNormalsEachIsWorthWhatPythagorasSays() {
    Drivers found =
        drivers(
            ask(
                ALWAYS
                    + """
                    go-live elapsed 970000m/1000000m/1030927m
                    risk late of P 100% delays go-live elapsed 960000m/1000000m/1041667m
                    """));
    assertThat(found.drivers())
        .extracting(Driver::source)
        .containsExactly(Source.RISKS, Source.ESTIMATES);
    Driver risks = found.drivers().getFirst();
    Driver estimates = found.drivers().getLast();
    assertThat(risks.share()).isCloseTo(16 / 25.0, within(0.08));
    assertThat(estimates.share()).isCloseTo(9 / 25.0, within(0.08));
    double width = found.width().toMinutes();
    assertThat(risks.narrower().toMinutes() / width).isCloseTo(2 / 5.0, within(0.08));
    assertThat(estimates.narrower().toMinutes() / width).isCloseTo(1 / 5.0, within(0.08));
  }

  @Test
  void allSixSourcesAreFoundAndRanked() {
    var load = new Interruptions.Load(Collections.nCopies(7, Duration.ofHours(2)), 0.3, 0.4, 0.5);
    Question question =
        ask("""
        start   2027-01-11
        person  jon absent usual
        build   30d by jon
        test    10d by jon after build
        go-live 0d after test
        risk    late 30% delays test 2w
        growth  0%/10%/40%
        """)
            .with(new Interruptions(Map.of(new PersonId("jon"), load), 0));
    List<Driver> drivers = drivers(question).drivers();
    assertThat(drivers).extracting(Driver::source).containsExactlyInAnyOrder(Source.values());
    assertThat(drivers).isSortedAccordingTo(Comparator.comparing(Driver::narrower).reversed());
    assertThat(drivers.getFirst().sentence())
        .matches("If .*, the range would be \\d+ days narrower.");
    assertThat(drivers).allSatisfy(it -> assertThat(it.share()).isBetween(-0.05, 0.9));
  }

  @Test
  void aSourceOfAnotherProjectIsNoDriver() {
    Question question =
        ask(
            """
            start   2027-01-11
            project A
            other   5d by jon
            growth  10%/20%/30%
            project B
            go-live elapsed 10d
            """);
    assertThat(only(drivers(question)).source()).isEqualTo(Source.ESTIMATES);
  }
}
