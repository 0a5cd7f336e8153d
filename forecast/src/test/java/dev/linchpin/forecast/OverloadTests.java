package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// People who are wanted for more at once than they have time for.
final class OverloadTests {
  @Test
  void twoPinsAtTheSameTimeAreSaidWithWhenAndByWhat() {
    assertThat(
            said(
                """
                start  Mon 2027-01-11
                move   2d by jon start on 2027-01-12
                audit  3d by jon start on 2027-01-13
                later  1d by jon start on 2027-01-20\
                """))
        .containsExactly(
            "jon is needed at 200 % of 100 % from 2027-01-13 08:00 to 2027-01-13 17:00 by"
                + " \"move\" and \"audit\". What comes second waits. Move a pin, lower a share,"
                + " or give one to somebody else.");
  }

  @Test
  void sharesAddUp() {
    assertThat(
            said(
                """
                start  Mon 2027-01-11
                a      2d by jon 50% start on 2027-01-12
                b      2d by jon 40% start on 2027-01-12
                c      1d by jon 30% start on 2027-01-13
                d      1d by jon 20% start on 2027-01-20
                e      1d by jon 90% start on 2027-01-20\
                """))
        .singleElement()
        .asString()
        .startsWith(
            "jon is needed at 120 % of 100 % from 2027-01-13 08:00 to 2027-01-13 17:00 by \"a\","
                + " \"b\" and \"c\", and at 1 other time.");
  }

  @Test
  void whatRunsCountsFromNowOn() {
    assertThat(
            said(
                """
                start  Mon 2027-01-11
                old    5d by jon, eva started 2027-01-04 left 2d
                new    3d by jon started 2027-01-08 left 1d
                pin    1d by eva start on 2027-01-12\
                """))
        .satisfiesExactly(
            jon ->
                assertThat(jon)
                    .startsWith(
                        "jon is needed at 200 % of 100 % from 2027-01-11 08:00 to 2027-01-11 17:00"
                            + " by \"old\" and \"new\"."),
            eva -> assertThat(eva).contains("2027-01-12 08:00", "\"old\" and \"pin\""));
  }

  @Test
  void whatFollowsOrMayBeInterruptedPressesNobody() {
    assertThat(
            said(
                """
                start  Mon 2027-01-11
                person ann knows linux 5
                person two capacity 2
                a      2d by jon start on 2027-01-12
                b      2d by jon start on 2027-01-14
                c      9d by jon splittable start on 2027-01-12
                d      2d by jon after a
                e      1d start on 2027-01-12 needs linux
                f      1d start on 2027-01-12 needs linux
                g      1d by two start on 2027-01-12
                h      1d by two start on 2027-01-12
                i      1d by jon done 2027-01-04..2027-01-05\
                """))
        .isEmpty();
  }

  @Test
  void aLargePoolThatManyWantWholeIsCounted() {
    StringBuilder plan = new StringBuilder("start Mon 2027-01-11\nperson desk capacity 10000\n");
    for (int i = 0; i < 300; i++) {
      plan.append('t').append(i).append(" 1d by desk 1000000% start on 2027-01-12\n");
    }
    assertThat(said(plan.toString()))
        .singleElement()
        .asString()
        .startsWith("desk is needed at 300000000 % of 1000000 % from 2027-01-12 08:00");
  }

  private static List<String> said(String plan) {
    return schedule(plan).findings().stream()
        .filter(it -> it.code() == Finding.Code.OVER_ALLOCATED)
        .map(Finding::message)
        .toList();
  }
}
