package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.codes;
import static dev.linchpin.forecast.Plans.forecast;
import static dev.linchpin.forecast.Plans.get;
import static dev.linchpin.forecast.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Closed forms, on a calendar that never sleeps, so that minutes can be counted.
final class ForecastTests {
  private static final String ALWAYS =
      """
      calendar always Mon-Sun 00:00-24:00
      person jon on always
      person eva on always
      project P from 2027-01-11 on always
      """;

  /// Log-sd of a task of 8 hours and of the factor of its project. Of a task, of a project, and of
  /// how tightly an organisation plans.
  private static final double LOG_SD = Math.hypot(0.8, Math.hypot(0.22, 0.2));

  private static Spread finish(Outcome outcome, String task) {
    return get(outcome.forecast().tasks(), task(task)).finish();
  }

  private static double hours(LocalDateTime at) {
    return Duration.between(Plans.MONDAY, at).toMinutes() / 60.0;
  }

  @Test
  void oneTaskFollowsTheLognormal() {
    Spread spread = finish(forecast(ALWAYS + "a 8h by jon", 20_000), "a");
    assertThat(hours(spread.at(0.5))).isCloseTo(8, within(0.15));
    assertThat(hours(spread.at(0.8))).isCloseTo(8 * Math.exp(0.8416 * LOG_SD), within(0.4));
    assertThat(hours(spread.at(0.1))).isCloseTo(8 * Math.exp(-1.2816 * LOG_SD), within(0.1));
    assertThat(hours(spread.at(0.95))).isCloseTo(8 * Math.exp(1.6449 * LOG_SD), within(1.2));
  }

  @Test
  void theSlowerOfTwoIsLateMoreOften() {
    String plan = ALWAYS + "a 8h by jon\nb 8h by eva\nend 0d after a, b";
    Spread spread = finish(forecast(plan, 20_000), "end");
    // Within a run both share the factor; its spread is small against the ratios', so the median of
    // the slower one is near the 1 / √2 quantile of one.
    assertThat(hours(spread.at(0.5))).isCloseTo(8 * Math.exp(0.545 * 0.8), within(0.35));
  }

  @Test
  void workOfOnePersonAddsUp() {
    String plan = ALWAYS + "a 8h by jon\nb 8h by jon\nc 8h by jon\nend 0d after a, b, c";
    Spread spread = finish(forecast(plan, 20_000), "end");
    double mean =
        spread.dots(20_000).stream().mapToDouble(ForecastTests::hours).average().orElse(0);
    double expected = 24 * Math.exp(LOG_SD * LOG_SD / 2);
    double sd = 8 * Math.sqrt(3) * 1.1;
    assertThat(mean).isCloseTo(expected, within(4 * sd / Math.sqrt(20_000) + 0.1));
  }

  @Test
  void threePointsAreWidened() {
    Spread spread = finish(forecast(ALWAYS + "a 4h/8h/20h by jon", 20_000), "a");
    assertThat(spread.chanceBy(LocalDate.of(2027, 1, 11))).isBetween(0.7, 0.85);
    assertThat(hours(spread.at(0.5))).isCloseTo(8, within(0.2));
    assertThat(hours(spread.at(0.775))).isCloseTo(20, within(1.5));
  }

  @Test
  void interruptionsShiftTheDateByTheirMean() {
    String plan =
        """
        start 2027-01-11
        person jon
        a 10d/10d/10d by jon\
        """;
    Duration two = Duration.ofHours(2);
    var load = new Interruptions.Load(Collections.nCopies(7, two), 0.2, 0.4, 0.5);
    var loads = new Interruptions(Map.of(new PersonId("jon"), load), 0.5);
    long calm = workdays(finish(forecast(plan, 4_000), "a"));
    long busy = workdays(finish(forecast(plan, loads, 4_000), "a"));
    assertThat((double) busy / calm).isBetween(1.25, 1.45);
  }

  @Test
  void aPhaseTakesMoreFromItsFirstDayOn() {
    String plan = "start 2027-01-11\nperson jon\na 20d/20d/20d by jon";
    Duration two = Duration.ofHours(2);
    var even = new Interruptions.Load(Collections.nCopies(7, two), 0, 0, 0);
    var wave =
        new Interruptions.Load(
            even.byWeekday(),
            0,
            0,
            0,
            List.of(
                new Interruptions.Phase(LocalDate.of(2027, 1, 18), 2),
                new Interruptions.Phase(LocalDate.of(2027, 2, 1), 1)));
    Spread usual =
        finish(forecast(plan, new Interruptions(Map.of(new PersonId("jon"), even), 0), 10), "a");
    Spread waved =
        finish(forecast(plan, new Interruptions(Map.of(new PersonId("jon"), wave), 0), 10), "a");

    // ten days of two hours more are 20 hours, which take 3 and a third of days of 6 hours
    assertThat(workdays(waved) - workdays(usual)).isBetween(3L, 4L);
  }

  @Test
  void historyReplacesTheBuiltInSpread() {
    List<History.Finished> exact =
        Collections.nCopies(
            4_000,
            new History.Finished(new ProjectId("old"), Duration.ofHours(8), Duration.ofHours(16)));
    Outcome outcome =
        Forecaster.forecast(
            new Forecaster.Question(
                PlanText.read(ALWAYS + "a 8h by jon"),
                Interruptions.NONE,
                new History(exact),
                Plans.MONDAY,
                4_000,
                new Seed(1)));
    assertThat(hours(finish(outcome, "a").at(0.5))).isCloseTo(16, within(0.8));
  }

  @Test
  void theSameQuestionGivesTheSameAnswer() {
    String plan = ALWAYS + "a 8h by jon\nb 5h by jon\nc 9h by eva after a";
    assertThat(forecast(plan, 500).toString()).isEqualTo(forecast(plan, 500).toString());
  }

  @Test
  void moreRunsOnlyRefine() {
    String plan = ALWAYS + "a 80h by jon\nb 50h by jon\nc 90h by eva after a";
    double few = hours(finish(forecast(plan, 1_000), "c").at(0.8));
    double many = hours(finish(forecast(plan, 20_000), "c").at(0.8));
    assertThat(few).isCloseTo(many, within(0.08 * many));
  }

  @Test
  void thePastIsCertain() {
    Outcome outcome =
        forecast("start 2027-01-04\na 1d done 2027-01-04T08:00..2027-01-05T15:30\nb 1d", 100);
    Spread past = finish(outcome, "a");
    assertThat(past.at(0.1)).isEqualTo(past.at(0.95)).isEqualTo("2027-01-05T15:30");
    assertThat(past.chanceBy(LocalDate.of(2027, 1, 4))).isZero();
    assertThat(past.runs()).isEqualTo(100);
  }

  @Test
  void whatDecidesTheEndIsCritical() {
    Outcome outcome =
        forecast(ALWAYS + "long 80h by jon\nshort 1h by eva\nend 0d after long, short", 1_000);
    assertThat(get(outcome.forecast().tasks(), task("long")).critical()).isGreaterThan(0.99);
    assertThat(get(outcome.forecast().tasks(), task("short")).critical()).isLessThan(0.01);
    assertThat(get(outcome.forecast().tasks(), task("end")).critical()).isEqualTo(1);
  }

  @Test
  void aPersonWhoDoesOneAfterTheOtherMakesBothCritical() {
    Outcome outcome = forecast(ALWAYS + "a 8h by jon\nb 8h by jon", 500);
    assertThat(get(outcome.forecast().tasks(), task("a")).critical()).isEqualTo(1);
    assertThat(get(outcome.forecast().tasks(), task("b")).critical()).isEqualTo(1);
  }

  @Test
  void aDeadlineThatIsMostlyMissedIsSaid() {
    Outcome outcome = forecast("start 2027-01-11\na 10d deadline 2027-01-15", 500);
    assertThat(codes(outcome.findings())).contains(Finding.Code.DEADLINE_AT_RISK);
    assertThat(codes(outcome.findings())).contains(Finding.Code.LITTLE_KNOWN);
  }

  @Test
  void theProjectEndsWithItsLastTask() {
    Outcome outcome = forecast(ALWAYS + "a 8h by jon\nb 8h by eva after a", 500);
    Spread project = get(outcome.forecast().projects(), new ProjectId("P"));
    assertThat(project.dots(50)).isEqualTo(finish(outcome, "b").dots(50));
  }

  private static long workdays(Spread spread) {
    return Plans.MONDAY
        .toLocalDate()
        .datesUntil(spread.likely().plusDays(1))
        .filter(day -> day.getDayOfWeek().getValue() <= 5)
        .count();
  }
}
