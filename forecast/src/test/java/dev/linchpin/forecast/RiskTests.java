package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.codes;
import static dev.linchpin.forecast.Plans.forecast;
import static dev.linchpin.forecast.Plans.get;
import static dev.linchpin.forecast.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What may happen, on a calendar that never sleeps; work of exactly eight hours without doubt.
final class RiskTests {
  private static final String PLAN =
      """
      calendar always Mon-Sun 00:00-24:00
      person jon on always
      person eva on always
      project P from 2027-01-11 on always
      order elapsed 8h/8h/8h
      pay elapsed 8h/8h/8h
      end 0d after order, pay
      """;

  private static final LocalDateTime EIGHT = LocalDateTime.of(2027, 1, 11, 8, 0);

  private static Spread end(String risks) {
    return get(forecast(PLAN + risks, 1_280).forecast().tasks(), task("end")).finish();
  }

  /// Share of the runs in which it ends later than eight hours after its start.
  private static double late(Spread end) {
    return end.dots(1_280).stream().filter(it -> it.isAfter(EIGHT)).count() / 1_280.0;
  }

  @Test
  void aRiskDelaysItsTaskAsOftenAsItsChance() {
    assertThat(late(end("risk vendor 30% delays order elapsed 1d/1d/1d")))
        .isCloseTo(0.3, within(0.01));
    assertThat(late(end("risk vendor 30% adds order 1h/1h/1h"))).isCloseTo(0.3, within(0.01));
    assertThat(late(end("risk vendor 30% delays end 1h/1h/1h"))).isCloseTo(0.3, within(0.01));
    assertThat(late(end("risk vendor 30% adds end 1h/1h/1h"))).isCloseTo(0.3, within(0.01));
  }

  @Test
  void aDelayIsAsLongAsIsSaid() {
    assertThat(end("risk vendor 100% delays order elapsed 1d/1d/1d").at(0.5))
        .isEqualTo(EIGHT.plusDays(1));
    assertThat(end("risk vendor 100% delays order elapsed 1d/2d/4d").at(0.5))
        .isBetween(EIGHT.plusHours(46), EIGHT.plusHours(50));
  }

  @Test
  void risksWithoutACommonCauseHappenIndependently() {
    double either = late(end("risk a 30% adds order 1h/1h/1h\nrisk b 30% adds pay 1h/1h/1h"));
    assertThat(either).isCloseTo(1 - 0.7 * 0.7, within(0.04));
  }

  @Test
  void risksOfOneCauseHappenTogether() {
    double either =
        late(
            end(
                """
                risk a 30% adds order 1h/1h/1h together vendor
                risk b 20% adds pay 1h/1h/1h together vendor
                """));
    assertThat(either).isCloseTo(0.3, within(0.01));
  }

  @Test
  void ofExclusiveRisksAtMostOneHappens() {
    Outcome outcome =
        forecast(
            PLAN
                + """
                risk a 30% adds end 1h/1h/1h exclusive audit
                risk b 40% adds end 1h/1h/1h exclusive audit
                """,
            1_280);
    Spread end = get(outcome.forecast().tasks(), task("end")).finish();
    assertThat(late(end)).isCloseTo(0.7, within(0.01));
    assertThat(end.at(1)).isEqualTo(EIGHT.plusHours(1));
  }

  @Test
  void extraHoursAreSharedByThePeopleOfATask() {
    String plan =
        PLAN.replace("pay elapsed 8h/8h/8h", "pay effort 2h/2h/2h by jon, eva")
            + "risk rework 100% adds pay 14h/14h/14h";
    Spread pay = get(forecast(plan, 1_280).forecast().tasks(), task("pay")).finish();
    assertThat(pay.at(0.5)).isBetween(EIGHT.minusMinutes(20), EIGHT.plusMinutes(20));
  }

  @Test
  void workThatNobodyPlannedComesOnTop() {
    String plan = PLAN.replace("pay elapsed 8h/8h/8h", "pay 8h/8h/8h by jon");
    double before = hours(forecast(plan, 1_280));
    double after = hours(forecast(plan + "growth 25%/25%/25%", 1_280));
    assertThat(after / before).isCloseTo(1.25, within(0.01));
    assertThat(hours(forecast(plan + "growth 0%/0%/0%", 1_280))).isEqualTo(before);
  }

  private static double hours(Outcome outcome) {
    Spread pay = get(outcome.forecast().tasks(), task("pay")).finish();
    return Duration.between(Plans.MONDAY, pay.at(0.5)).toMinutes() / 60.0;
  }

  @Test
  void aDecisionIsATaskThatNobodyInParticularWorksOn() {
    Outcome outcome =
        forecast("start 2027-01-11\ndecide \"Budget\" elapsed 3d/7d/30d\nbuy 1d after decide", 500);
    Spread buy = get(outcome.forecast().tasks(), task("buy")).finish();
    assertThat(buy.late()).isAfter(buy.likely().plusDays(20));
  }

  @Test
  void whatCannotHappenAndWhatMustIsSaid() {
    assertThat(found("risk a 0% adds pay 1h")).contains(Finding.Code.RISK_WITHOUT_CHANCE);
    assertThat(found("risk a 100% adds pay 1h")).contains(Finding.Code.RISK_WITHOUT_CHANCE);
    assertThat(found("risk a 30% adds pay 1h"))
        .doesNotContain(Finding.Code.RISK_WITHOUT_CHANCE, Finding.Code.RISK_TO_NOWHERE);
  }

  @Test
  void risksOfNothingAreSaid() {
    assertThat(found("risk a 30% adds nothing 1h")).contains(Finding.Code.RISK_TO_NOWHERE);
    assertThat(found("gone 1d done 2027-01-04..2027-01-05\nrisk a 30% adds gone 1h"))
        .contains(Finding.Code.RISK_TO_NOWHERE);
    assertThat(found("risk a of Q 30% costs 5")).contains(Finding.Code.RISK_TO_NOWHERE);
    assertThat(found("rate nobody 5")).contains(Finding.Code.RISK_TO_NOWHERE);
    assertThat(found("item disk of Q 5")).contains(Finding.Code.RISK_TO_NOWHERE);
    assertThat(found("growth of Q 1%/1%/1%")).contains(Finding.Code.RISK_TO_NOWHERE);
    assertThat(found("risk a 30%\nrisk a 40%")).contains(Finding.Code.DOUBLE_ID);
  }

  @Test
  void risksThatContradictEachOtherAreSaidAndCountLess() {
    String both =
        "risk a 80% adds end 1h/1h/1h exclusive x\nrisk b 80% adds end 1h/1h/1h exclusive x";
    assertThat(found(both)).contains(Finding.Code.RISKS_CONTRADICT);
    assertThat(end(both).at(1)).isEqualTo(EIGHT.plusHours(1));
    assertThat(found("risk a 10% exclusive x\nrisk b 10% together x"))
        .contains(Finding.Code.RISKS_CONTRADICT);
  }

  private static List<Finding.Code> found(String lines) {
    return codes(forecast(PLAN + lines, 10).findings());
  }

  @Test
  void absurdChancesSharesAndPricesAreRefused() {
    for (String line :
        List.of(
            "risk a 130% adds pay 1h",
            "risk a -1% adds pay 1h",
            "risk a NaN adds pay 1h",
            "risk a 10% adds pay 3h/2h/1h",
            "risk a 10% costs 5/4/3",
            "risk a 10% costs -5",
            "risk a 10% whatever",
            "growth 50%/10%/0%",
            "growth 2000%/2000%/2000%",
            "rate jon 0.001",
            "rate jon 99999999999",
            "item disk 1e30")) {
      assertThatThrownBy(() -> PlanText.read(PLAN + line)).as(line).hasMessageContaining("Line 8");
    }
  }
}
