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
