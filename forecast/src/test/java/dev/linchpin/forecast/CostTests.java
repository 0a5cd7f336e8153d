package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.forecast;
import static dev.linchpin.forecast.Plans.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What it costs, on the runs that also say when.
final class CostTests {
  private static final String PLAN =
      """
      calendar always Mon-Sun 00:00-24:00
      person jon on always
      person eva on always
      project P from 2027-01-11 on always
      rate jon 100
      """;

  private static CostSpread cost(String lines) {
    return get(forecast(PLAN + lines, 1_280).forecast().costs(), new ProjectId("P"));
  }

  @Test
  void workCostsWhatThePersonsHourCosts() {
    CostSpread cost = cost("a 8h by jon\nb 100h by eva");
    assertThat(cost.likely() / 100.0).isCloseTo(800, within(60.0));
    assertThat(cost.within()).isGreaterThan(cost.likely());
  }

  @Test
  void aShareOfAPersonCostsAShare() {
    double half = cost("a 8h by jon 50%").likely();
    assertThat(half / cost("a 8h by jon").likely()).isCloseTo(0.5, within(0.01));
  }

  @Test
  void aFixedPriceIsFixed() {
    CostSpread cost = cost("a 8h by eva\nitem disk 1234.56");
    assertThat(cost.at(0.01)).isEqualTo(cost.at(0.99)).isEqualTo(123_456);
    assertThat(cost.chanceWithin(123_455)).isZero();
    assertThat(cost.chanceWithin(123_456)).isOne();
  }

  @Test
  void aPriceWithARangeLiesInIt() {
    CostSpread cost = cost("a 8h by eva\nitem disk 800/1000/1500");
    assertThat(cost.likely() / 100.0).isCloseTo(1_000, within(40.0));
    assertThat(cost.at(0.775) / 100.0).isCloseTo(1_500, within(150.0));
  }

  @Test
  void aRiskCostsAsOftenAsItHappens() {
    CostSpread cost = cost("a 8h by eva\nrisk bad 25% costs 5000");
    assertThat(cost.chanceWithin(0)).isCloseTo(0.75, within(0.01));
    assertThat(cost.at(1)).isEqualTo(500_000);
  }

  @Test
  void longerWorkIsAlsoDearerSoBothTogetherHaveOneChance() {
    Outcome outcome = forecast(PLAN + "a 80h by jon", 1_280);
    CostSpread cost = get(outcome.forecast().costs(), new ProjectId("P"));
    Spread end = get(outcome.forecast().projects(), new ProjectId("P"));
    LocalDate by = end.by();
    double inTime = end.chanceBy(by);
    assertThat(cost.chance(by, cost.at(1))).isEqualTo(inTime);
    assertThat(cost.chance(LocalDate.of(2999, 1, 1), cost.within()))
        .isEqualTo(cost.chanceWithin(cost.within()));
    // Were they independent, both would hold in 0.64 of the runs.
    assertThat(cost.chance(by, cost.within())).isGreaterThan(0.75);
  }

  @Test
  void nothingHasAPriceNothingIsSaid() {
    assertThat(forecast("start 2027-01-11\na 8h by jon", 10).forecast().costs()).isEmpty();
  }
}
