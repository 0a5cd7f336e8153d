package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The tasks that hold up the end of a project or a date.
final class DecidingTests {
  @Test
  void itIsTheLongestChainThatDecides() {
    assertThat(
            deciding(
                "begin side long end",
                """
                start  2027-01-11
                begin  1d
                side   1d after begin
                long   5d after begin
                end    1h after side, long
                """))
        .isEqualTo("end long begin");
  }

  @Test
  void aPersonWhoIsBusyWithSomethingElseIsPartOfTheChain() {
    assertThat(
            deciding(
                "tidy free begin end",
                """
                start  2027-01-11
                free   2d by eva
                tidy   3d by jon
                begin  1d by jon
                end    2d by eva after begin
                """))
        .isEqualTo("end begin tidy");
  }

  @Test
  void endsThatAreTiedDecideWhereTheStartWaitsForThem() {
    String plan =
        """
        start  2027-01-11
        ask    %s
        look   2d by eva after ask, write finish-finish
        write  5d by jon
        """;
    assertThat(deciding("ask write look", plan.formatted("1d"))).isEqualTo("look write");
    assertThat(deciding("ask write look", plan.formatted("3d"))).isEqualTo("look write");
    assertThat(deciding("ask write look", plan.formatted("9d"))).isEqualTo("look ask");
  }

  @Test
  void whatRunsOrIsPinnedCannotMoveButWhatItWaitsForIsFound() {
    assertThat(
            deciding(
                "runs first fixed last",
                """
                start  2027-01-11
                runs   9d by jon started 2027-01-08 left 2d
                first  2d by jon
                fixed  1d by eva start on 2027-01-13
                last   1d by jon after first
                """))
        .isEqualTo("last first");
  }

  @Test
  void everyProjectAndEveryMissedDateHasItsChainAndNoTaskIsNamedTwice() {
    assertThat(
            deciding(
                "a late b c",
                """
                project P from 2027-01-11 on usual
                a       2d
                late    1d after a deadline 2027-01-12
                b       4d after a
                project Q from 2027-01-11 on usual
                c       3d after a
                """))
        .isEqualTo("late a b c");
  }

  private static String deciding(String order, String text) {
    Orders plan = Orders.of(text);
    SerialPass pass = plan.placed(plan.numbers(order));
    return plan.names(
        Deciding.tasks(plan.plan(), pass, new Aim(plan.plan(), pass)).stream()
            .mapToInt(Integer::intValue)
            .toArray());
  }
}
