package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.get;
import static dev.linchpin.forecast.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SlackTests {
  @Test
  void theShorterBranchHasSlackAndTheLongerNone() {
    Planned planned =
        planned(
            """
            start    Mon 2027-01-11
            design   3d
            build    5d  after design
            order    9d  after design
            try      1d  after build finish-start +1d
            go-live  0d  after try, order\
            """);
    assertSlack(planned, "design 0 build 16 order 0 try 16 go-live 0");
    assertThat(planned.schedule().chainTo(task("go-live")))
        .containsExactly(task("design"), task("order"), task("go-live"));
  }

  @Test
  void whatAPersonDoesNextLimitsTheSlack() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            long    5d
            first   1d by jon
            second  2d by jon after first
            third   1d by jon
            other   1d by eva
            end     0d after long, second\
            """);
    assertSlack(planned, "long 0 first 8 second 8 third 8 other 32 end 0");
  }

  @Test
  void startLinksAndWindowsLimitItToo() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            window  prod Tue 08:00..Tue 12:00
            long    10d
            change  2h by jon within prod
            wait    elapsed 2d after change
            watch   3d by eva after change start-start +1d\
            """);
    assertSlack(planned, "change 2 watch 40 long 0 wait 199");
  }

  @Test
  void timeThatPassesAndAppointmentsHaveSlackByDayAndNight() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            window  night Tue 20:00..Tue 23:00 out of hours
            long    10d
            dry     elapsed 1d
            paint   1d after dry +1d elapsed
            move    1h by jon within night
            check   elapsed 1h after move +1h elapsed\
            """);
    assertSlack(planned, "long 0 paint 56 dry 224 move 2 check 234");
  }

  @Test
  void whoDoesSeveralThingsInOneMorningDoesThemOneAfterTheOther() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            last    1h by jon
            first   1h by jon
            second  2h by jon after first
            long    5d\
            """);
    assertSlack(planned, "first 36 second 36 last 36 long 0");
  }

  @Test
  void whatFitsBesideEachOtherDoesNotWait() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            later   1d by jon 50% after wait
            wait    2d
            early   1d by jon 50%
            full    1d by jon after later
            long    5d\
            """);
    assertSlack(planned, "early 24 later 8 full 8 long 0");
  }

  @Test
  void whatLiesBesideALongerTaskWaitsOnlyForWhatFollowsBoth() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            both    1d by jon after more
            more    3d by jon 50%
            less    1d by jon 50%
            long    5d\
            """);
    assertSlack(planned, "more 8 less 24 both 8 long 0");
  }

  @Test
  void whatBeginsTogetherMovesTogether() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            long    15d
            survey  10d
            tell    1d after survey start-start +1d
            plan    5d
            teach   12d after plan start-start +1d\
            """);
    assertSlack(planned, "survey 40 tell 104 plan 16 teach 16 long 0");
  }

  @Test
  void whatEndsTogetherMovesTogether() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            long    10d
            write   2d
            review  1d after write finish-finish +1d
            dry     elapsed 2d
            air     elapsed 1d after dry finish-finish
            done    0d after review, air\
            """);
    assertSlack(planned, "review 56 write 56 long 0 air 233 dry 233");
  }

  @Test
  void aMomentMovesWithWhatFollowsItAtOnce() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            ready   0d after check
            check   2h
            go      1h after ready
            long    5d\
            """);
    assertSlack(planned, "check 37 ready 37 go 37 long 0");
  }

  @Test
  void whatRunsHasSlackAtItsEnd() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            build   10d started 2027-01-04 left 3d
            look    1d after build start-start +1d
            try     1d after build
            long    5d\
            """);
    assertSlack(planned, "build 8 try 8 look 32 long 0");
  }

  @Test
  void whatFillsItsWindowCannotMoveToTheNext() {
    Planned planned =
        planned(
            """
            start   Mon 2027-01-11
            window  prod Tue 08:00..Tue 12:00
            change  4h by jon within prod
            long    15d\
            """);
    assertSlack(planned, "change 0 long 0");
  }

  private static Planned planned(String plan) {
    return Planned.of(PlanText.read(plan), Interruptions.NONE, Plans.MONDAY);
  }

  private static void assertSlack(Planned planned, String hours) {
    String[] words = hours.split(" ");
    for (int at = 0; at < words.length; at += 2) {
      assertThat(get(planned.slack(), task(words[at])))
          .as(words[at])
          .isEqualTo(Duration.ofHours(Integer.parseInt(words[at + 1])));
    }
  }
}
