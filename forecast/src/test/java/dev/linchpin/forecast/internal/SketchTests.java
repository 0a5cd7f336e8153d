package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.search.Search.Budget;
import org.junit.jupiter.api.Test;

/// The order in which a simplified plan of one project comes out shortest.
final class SketchTests {
  @Test
  void whatOthersWaitForGoesFirst() {
    assertThat(
            sketched(
                "tidy begin teach",
                """
                start  2027-01-11
                tidy   3d by jon
                begin  1d by jon
                teach  5d by eva after begin
                """))
        .isEqualTo("begin tidy teach");
  }

  @Test
  void theFirstTaskOfAPlanMayComeLast() {
    assertThat(
            sketched(
                "print tidy write",
                """
                start  2027-01-11
                print  5d by eva after write
                write  1d by jon
                tidy   3d by jon
                """))
        .isEqualTo("write print tidy");
  }

  @Test
  void timeThatPassesCountsEightHoursADay() {
    String plan =
        """
        start  2027-01-11
        order  1h by jon
        wait   elapsed 6d after order
        ask    1h by jon
        print  %s by eva after ask
        """;
    assertThat(sketched("order wait ask print", plan.formatted("7d")))
        .isEqualTo("ask order print wait");
    assertThat(sketched("ask order print wait", plan.formatted("5d")))
        .isEqualTo("order wait ask print");
  }

  @Test
  void endsThatAreTiedLetWorkBegin() {
    assertThat(
            sketched(
                "write look tidy",
                """
                start  2027-01-11
                write  4d by jon
                look   9d by eva after write finish-finish
                tidy   1d by eva
                """))
        .as("looking need not wait until everything is written")
        .isIn("write look tidy", "look write tidy");
  }

  @Test
  void whatRunsWhatIsPinnedAndOtherProjectsKeepTheirPlaces() {
    String plan =
        """
        person  jon
        person  eva
        project P from 2027-01-11 on usual
        runs    1d by jon started 2027-01-08 left 1d
        fixed   1d by jon start on 2027-01-20
        tidy    3d by jon
        begin   1d by jon
        teach   5d by eva after begin
        project Q from 2027-01-11 on usual
        other   3d by jon
        same    1d by jon
        more    5d by eva after same
        """;
    assertThat(sketched("runs tidy fixed other begin same teach more", plan))
        .isEqualTo("runs begin fixed other tidy same teach more");
  }

  private static String sketched(String order, String text) {
    Orders plan = Orders.of(text);
    int[] numbers = plan.numbers(order);
    Sketch sketch = new Sketch(plan.plan(), plan.placed(numbers).person, 1);
    return plan.names(sketch.order(numbers, 0, Budget.of(200)));
  }
}
