package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.check;
import static dev.linchpin.forecast.Plans.codes;
import static dev.linchpin.forecast.Plans.get;
import static dev.linchpin.forecast.Plans.schedule;
import static dev.linchpin.forecast.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WindowTests {
  @Test
  void aChangeWaitsForItsWindowAndTheRestWaitsForTheChange() {
    check(
        """
        start    Mon 2027-01-11
        window   prod "Production" Tue 13:00..Tue 17:00
        build    2d by jon
        cut-over 3h by jon after build within prod
        watch    1d by jon after cut-over\
        """,
        """
        build     2027-01-11..2027-01-12  because project_start
        cut-over  2027-01-19T13:00..2027-01-19T16:00  because of window Production
        watch     2027-01-19T16:00..2027-01-20T16:00  because of cut-over\
        """);
  }

  @Test
  void whatDoesNotFitTheRestOfTheWindowWaitsForTheNext() {
    check(
        """
        start   Mon 2027-01-11
        window  prod "Production" Mon 08:00..Mon 12:00, Thu 08:00..Thu 12:00
        first   3h by jon within prod
        second  2h by jon within prod
        small   1h by jon within prod\
        """,
        """
        first   2027-01-11T08:00..2027-01-11T11:00  because project_start
        second  2027-01-14T08:00..2027-01-14T10:00  because of window Production
        small   2027-01-11T11:00..2027-01-11T12:00  because jon does first\
        """);
  }

  @Test
  void outOfHoursPeopleComeByAppointmentUnlessTheyAreAway() {
    check(
        """
        start    Mon 2027-01-11
        person   jon away 2027-01-16..2027-01-17
        window   night "Night" Sat 20:00..Sun 06:00 out of hours
        build    1d by jon
        cut-over 4h by jon after build within night
        other    3h by jon after build within night
        eva      6h by eva within night
        live     0d after cut-over within night\
        """,
        """
        cut-over  2027-01-23T20:00..2027-01-23T23:59  because of window Night
        other     2027-01-24T00:00..2027-01-24T03:00  because jon does cut-over
        eva       2027-01-16T20:00..2027-01-17T02:00  because of window Night
        live      2027-01-24T00:00..2027-01-24T00:00  because of cut-over\
        """);
  }

  @Test
  void anAppointmentInWorkingHoursTakesThemFromOtherWork() {
    check(
        """
        start   Mon 2027-01-11
        window  late "Late" Mon 16:00..Mon 20:00 out of hours
        switch  4h by jon within late
        next    1d by jon after switch start-start -4h\
        """,
        """
        switch  2027-01-11T16:00..2027-01-11T20:00
        next    2027-01-12T08:00..2027-01-12T17:00  because jon does switch\
        """);
  }

  @Test
  void aFreezeShutsTheWindowAndIsNamed() {
    check(
        """
        start    Mon 2027-01-11
        window   prod "Production" Tue 08:00..Tue 17:00
        freeze   "Year end close" 2027-01-12..2027-01-20
        cut-over 3h by jon within prod\
        """,
        "cut-over  2027-01-26T08:00..2027-01-26T11:00  because of window Year end close");
  }

  @Test
  void blackoutDatesOfADepartmentComeOnTop() {
    check(
        """
        start    Mon 2027-01-11
        window   prod "Production" Tue 08:00..Tue 17:00
        window   hr "HR"
        freeze   "Payroll" 2027-01-12, 2027-01-26
        cut-over 3h by jon within prod, hr
        letter   1d within hr\
        """,
        """
        cut-over  2027-01-19T08:00..2027-01-19T11:00  because of window Payroll
        letter    2027-01-11T08:00..2027-01-11T17:00  because project_start\
        """);
  }

  @Test
  void aChangeHasToBeAskedForBefore() {
    check(
        """
        start    Mon 2027-01-11
        window   prod "Production" Mon 08:00..Fri 17:00 lead 5d
        cut-over 3h by jon within prod\
        """,
        "cut-over  2027-01-18T08:00..2027-01-18T11:00  because of window Production");
  }

  @Test
  void aDatedWindowOpensOnce() {
    Schedule schedule =
        check(
            """
            start    Mon 2027-01-11
            window   move 2027-02-06T08:00..2027-02-07T20:00 out of hours
            move     30h by jon within move
            again    30h by jon after move within move
            then     1d after again
            other    1d\
            """,
            """
            move   2027-02-06T08:00..2027-02-07T14:00  because of window move
            other  2027-01-11\
            """);
    assertThat(schedule.tasks()).hasSize(2);
    assertThat(codes(schedule.findings())).containsExactly(Finding.Code.NO_WINDOW);
    assertThat(schedule.findings().getFirst().message())
        .isEqualTo(
            "\"move\" never opens long enough for \"again\", so 2 tasks cannot be placed. The other"
                + " 2 tasks are planned. Open the window longer, cut the work smaller, or say that"
                + " it can be split.");
  }

  @Test
  void workWithoutPeopleKeepsToWindowsAsWell() {
    check(
        """
        start    Mon 2027-01-11
        window   prod "Production" Tue 10:00..Tue 17:00
        ready    0d within prod
        copy     elapsed 5h after ready within prod
        check    3h after copy within prod
        tell     0d after check within prod\
        """,
        """
        ready  2027-01-12T10:00..2027-01-12T10:00  because of window Production
        copy   2027-01-12T10:00..2027-01-12T15:00  because of ready
        check  2027-01-19T10:00..2027-01-19T14:00  because of window Production
        tell   2027-01-19T14:00\
        """);
  }

  @Test
  void splittableWorkGoesOnInTheNextWindow() {
    Schedule schedule =
        check(
            """
            start    Mon 2027-01-11
            window   prod "Production" Tue 13:00..Tue 17:00
            move     10h by jon within prod splittable
            auto     6h within prod splittable\
            """,
            """
            move  2027-01-12T13:00..2027-01-26T15:00  because of window Production
            auto  2027-01-12T13:00..2027-01-19T15:00  because of window Production\
            """);
    assertThat(get(schedule.tasks(), task("move")).pieces())
        .extracting(piece -> piece.from() + ".." + piece.to())
        .containsExactly(
            "2027-01-12T13:00..2027-01-12T17:00",
            "2027-01-19T13:00..2027-01-19T17:00",
            "2027-01-26T13:00..2027-01-26T15:00");
  }

  @Test
  void aWindowNobodyKnowsIsSaidAndPlannedWithout() {
    Schedule schedule = schedule("start 2027-01-11\na 1d by jon within gone\nb 1d within gone");
    assertThat(schedule.tasks()).hasSize(2);
    assertThat(codes(schedule.findings())).containsExactly(Finding.Code.UNKNOWN_WINDOW);
  }

  @Test
  void aWindowThatNeverComesStopsOnlyWhatWaitsForIt() {
    Schedule schedule =
        schedule(
            """
            start   2027-01-11
            window  gone 2020-01-01..2020-02-01
            window  frozen Tue 08:00..Tue 17:00
            freeze  "For ever" 0001-01-01..9999-12-31
            window  weekend Sat 00:00..Mon 00:00
            window  far 9999-12-30..9999-12-31
            a       1h by jon within gone
            b       1h by jon within frozen splittable
            c       1h by jon within weekend
            d       0d within far
            e       1h within weekend
            f       elapsed 3d within weekend
            g       1d by jon\
            """);
    assertThat(schedule.tasks()).containsOnlyKeys(task("g"));
    assertThat(codes(schedule.findings())).containsOnly(Finding.Code.NO_WINDOW).hasSize(4);
  }

  @Test
  void peopleWhoAreNeverThereTogetherWhileItIsOpenNeverMeet() {
    Schedule schedule =
        schedule(
            """
            calendar early Mon-Fri 06:00-10:00
            calendar late  Mon-Fri 12:00-16:00
            person   jon on early
            person   eva on late
            project  P from 2027-01-11
            window   a Mon 06:00..Mon 10:00, Tue 12:00..Tue 16:00
            meet     2h by jon, eva within a\
            """);
    assertThat(schedule.tasks()).isEmpty();
    assertThat(codes(schedule.findings())).containsExactly(Finding.Code.NO_WINDOW);
  }

  @Test
  void whatRunsNeedsNoWindowAnyMore() {
    check(
        """
        start    Mon 2027-01-11
        window   prod Tue 13:00..Tue 17:00
        move     2d by jon within prod started 2027-01-08T13:00 left 1d\
        """,
        "move  2027-01-08..2027-01-11  because past");
  }

  @Test
  void aPinOutsideTheWindowIsMovedIntoItAndSaid() {
    Schedule schedule =
        check(
            """
            start    Mon 2027-01-11
            window   prod "Production" Tue 13:00..Tue 17:00
            move     2h by jon within prod start on 2027-01-13\
            """,
            "move  2027-01-19T13:00..2027-01-19T15:00  because of window Production");
    assertThat(codes(schedule.findings())).containsExactly(Finding.Code.CONSTRAINT_BROKEN);
  }
}
