package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.check;
import static dev.linchpin.forecast.Plans.codes;
import static dev.linchpin.forecast.Plans.get;
import static dev.linchpin.forecast.Plans.schedule;
import static dev.linchpin.forecast.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChoiceTests {
  @Test
  void whoeverCanFinishFirstDoesIt() {
    Schedule schedule =
        schedule(
            """
            start   Mon 2027-01-11
            person  jon knows postgres 4
            person  eva knows postgres 3 away 2027-01-12..2027-01-14
            person  ola knows postgres 2
            busy    1d by jon
            upgrade 2d after busy start-start needs postgres level 3
            tune    1d after upgrade needs postgres level 3\
            """);
    assertThat(who(schedule, "upgrade")).containsExactly("jon");
    assertThat(who(schedule, "tune")).containsExactly("jon");
    assertThat(get(schedule.tasks(), task("upgrade")).because()).isEqualTo(Schedule.Because.PERSON);
  }

  @Test
  void ofTwoWhoFinishTogetherTheOneWithLessToDoGetsIt() {
    Schedule schedule =
        schedule(
            """
            start   Mon 2027-01-11
            person  jon knows postgres 4
            person  eva knows postgres 3
            a       3d needs postgres
            b       2d needs postgres
            c       1d after a, b needs postgres\
            """);
    assertThat(who(schedule, "a")).containsExactly("jon");
    assertThat(who(schedule, "b")).containsExactly("eva");
    assertThat(who(schedule, "c")).containsExactly("eva");
  }

  /// Ola is free first for Perl, but then nobody would be left for PHP.
  @Test
  void nobodyTakesThePlaceThatOnlyTheyCanFill() {
    Schedule schedule =
        schedule(
            """
            start   Mon 2027-01-11
            person  jon knows ruby 5, perl 5
            person  eva knows ruby 5, php 5
            person  ola knows perl 5, php 5
            busy    5d by jon start on 2027-01-11
            site    1d needs ruby, perl, php\
            """);
    assertThat(who(schedule, "site")).containsExactlyInAnyOrder("eva", "jon", "ola");
    assertThat(get(schedule.tasks(), task("site")).start()).isEqualTo("2027-01-18T08:00");
  }

  @Test
  void eachPlaceGetsSomebodyElse() {
    Schedule schedule =
        schedule(
            """
            start   Mon 2027-01-11
            person  jon knows linux 5, postgres 5
            person  eva knows linux 5
            person  ola knows network 1
            a       1d by ola needs linux, postgres
            b       1d by jon needs linux, network 50%
            c       effort 12h needs linux, postgres 50%\
            """);
    assertThat(who(schedule, "a")).containsExactlyInAnyOrder("ola", "jon", "eva");
    assertThat(who(schedule, "b")).containsExactlyInAnyOrder("jon", "eva", "ola");
    assertThat(who(schedule, "c")).containsExactlyInAnyOrder("jon", "eva");
    assertThat(schedule.findings()).isEmpty();
  }

  @Test
  void whatNobodyKnowsIsLeftOutWithWhatWaitsForIt() {
    Schedule schedule =
        schedule(
            """
            start   Mon 2027-01-11
            person  jon knows linux 5, postgres 2
            person  eva knows postgres 5 away 2020-01-01..9999-01-01
            a       1d needs postgres level 3
            b       1d after a
            c       1d by jon needs linux
            d       1d needs linux 200%
            e       1d needs linux\
            """);
    assertThat(schedule.tasks()).containsOnlyKeys(task("e"));
    assertThat(codes(schedule.findings())).containsOnly(Finding.Code.NOBODY_KNOWS).hasSize(2);
    assertThat(schedule.findings().getFirst().message())
        .startsWith("Too few people with time know postgres at level 3, so 2 tasks cannot be");
  }

  @Test
  void splittableWorkGoesToWhomeverTheGapsLetEndFirst() {
    Schedule schedule =
        check(
            """
            start   Mon 2027-01-11
            person  jon knows linux 5
            person  eva knows linux 5
            block   1d by jon start on 2027-01-12
            other   3d by eva
            patch   2d needs linux splittable\
            """,
            "patch  2027-01-11T08:00..2027-01-13T17:00");
    assertThat(who(schedule, "patch")).containsExactly("jon");
  }

  static List<String> who(Schedule schedule, String id) {
    return get(schedule.tasks(), task(id)).pieces().stream()
        .map(piece -> piece.person().value())
        .distinct()
        .toList();
  }
}
