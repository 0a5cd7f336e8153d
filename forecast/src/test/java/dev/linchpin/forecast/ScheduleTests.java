package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.check;
import static dev.linchpin.forecast.Plans.codes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleTests {
  @Test
  void aMilestoneWaitsForTheSlowerOfTwoBranches() {
    check(
        """
        start    Mon 2027-01-11
        design   3d
        build    5d  after design
        order    9d  after design
        go-live  0d  after build, order\
        """,
        """
        design   2027-01-11T08:00..2027-01-13T17:00  because project_start
        build    2027-01-14T08:00..2027-01-20T17:00  because of design
        go-live  2027-01-26  because of order\
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "after a,                               2027-01-13T08:00..2027-01-14T17:00",
    "after a +1d,                           2027-01-14T08:00..2027-01-15T17:00",
    "after a -1d,                           2027-01-12T08:00..2027-01-13T17:00",
    "after a +24h elapsed,                  2027-01-14T08:00..2027-01-15T17:00",
    "after a +4h,                           2027-01-13T13:00..2027-01-15T12:00",
    "after a start-start,                   2027-01-11T08:00..2027-01-12T17:00",
    "after a start-start +1d,               2027-01-12T08:00..2027-01-13T17:00",
    "after a start-start +30h elapsed,      2027-01-12T14:00..2027-01-14T14:00",
    "after a start-start -1d,               2027-01-11T08:00..2027-01-12T17:00",
    "after a finish-finish,                 2027-01-11T08:00..2027-01-12T17:00",
    "after a finish-finish +1d,             2027-01-12T08:00..2027-01-13T17:00",
    "after a finish-finish -1d,             2027-01-11T08:00..2027-01-12T17:00",
    "after a finish-finish +2h,             2027-01-11T10:00..2027-01-13T10:00",
    "after a start-finish,                  2027-01-11T08:00..2027-01-12T17:00",
    "after a start-finish +3d,              2027-01-12T08:00..2027-01-13T17:00",
    "after a start-finish -3d,              2027-01-11T08:00..2027-01-12T17:00",
    "after a start-finish +72h elapsed,     2027-01-12T08:00..2027-01-13T17:00",
    "after a finish-finish +39h elapsed,    2027-01-12T08:00..2027-01-13T17:00",
    "after a finish-finish +15h elapsed,    2027-01-11T08:00..2027-01-12T17:00",
  })
  void eachLinkTypeMovesTheTaskByItsLag(String link, String expected) {
    check("start Mon 2027-01-11\na 2d\nb 2d by jon " + link, "b " + expected);
    check("start Mon 2027-01-11\na 2d\nb 2d " + link, "b " + expected);
  }

  @Test
  void workNeverBeginsOrEndsWhenNobodyWorks() {
    check(
        """
        start   Fri 2027-01-15T14:00
        holiday 2027-01-18
        pack    3h
        move    4h  after pack
        rest    2h  after move
        """,
        """
        pack  2027-01-15T14:00..2027-01-15T17:00
        move  2027-01-19T08:00..2027-01-19T12:00  because calendar
        rest  2027-01-19T13:00..2027-01-19T15:00  because of move\
        """);
  }

  @Test
  void elapsedTimePassesOverTheWeekendButAMilestoneDoesNotLieThere() {
    check(
        """
        start   Mon 2027-01-11
        paint   5d
        dry     elapsed 2d  after paint
        open    0d  after dry\
        """,
        """
        dry   2027-01-15T17:00..2027-01-17T17:00
        open  2027-01-18T08:00\
        """);
  }

  @Test
  void leaveTakesTheDays() {
    check(
        """
        start   Mon 2027-01-11
        person  jon away 2027-01-12..2027-01-13, 2027-01-18
        build   4d by jon
        test    1d by jon after build\
        """,
        """
        build  2027-01-11..2027-01-19
        test   2027-01-20\
        """);
  }

  @Test
  void theMoreImportantProjectGetsThePersonFirst() {
    check(
        """
        start    Mon 2027-01-11
        project  CRM
        wait     2d
        crm      3d by jon after wait
        project  NET
        short    2d by jon
        long     5d by jon\
        """,
        """
        crm    2027-01-13..2027-01-15  because of wait
        short  2027-01-11..2027-01-12  because project_start
        long   2027-01-18..2027-01-22  because jon does crm\
        """);
  }

  @Test
  void sharesLetOnePersonDoTwoThings() {
    check(
        """
        start  Mon 2027-01-11
        a      2d by jon 50%
        b      2d by jon 50%
        c      effort 8h by jon 50%
        d      effort 16h by eva, ola\
        """,
        """
        a  2027-01-11..2027-01-12
        b  2027-01-11..2027-01-12
        c  2027-01-13..2027-01-14  because jon does b
        d  2027-01-11T08:00..2027-01-11T17:00\
        """);
  }

  @Test
  void aPoolOfTwoDoesTwoThingsAtOnce() {
    check(
        """
        start   Mon 2027-01-11
        person  crew capacity 2
        a       1d by crew
        b       1d by crew
        c       1d by crew
        d       1d by crew 200%\
        """,
        """
        a  2027-01-11
        b  2027-01-11
        c  2027-01-12  because crew does b
        d  2027-01-13\
        """);
  }

  @Test
  void severalPeopleBeginTogetherWhenAllAreFree() {
    check(
        """
        start  Mon 2027-01-11
        a      3d by jon
        b      1d by jon, eva after x
        x      1d\
        """,
        "b  2027-01-14  because jon does a");
  }

  @Test
  void progressIsKept() {
    check(
        """
        start  Mon 2026-12-07
        a      5d  done 2026-12-07T08:00..2026-12-18T17:00
        b      5d by jon  started 2026-12-21T08:00 left 2d
        c      1d by jon after a
        d      1d after a +20d\
        """,
        """
        a  2026-12-07..2026-12-18  because past
        b  2026-12-21..2027-01-12  because past
        c  2027-01-13  because jon does b
        d  2027-01-18  because of a\
        """);
  }

  @Test
  void constraintsAreKeptWhereTheyCanBe() {
    Schedule schedule =
        check(
            """
            start  Mon 2027-01-11
            a      2d  not before 2027-01-13
            b      2d  finish not before 2027-01-15T17:00
            c      2d  start on 2027-01-20 after late
            d      2d  finish on 2027-01-21T17:00
            e      2d  start by 2027-01-11 after a
            f      2d  finish by 2027-01-12 after a
            g      2d  deadline 2027-01-12 after a
            late   10d\
            """,
            """
            a  2027-01-13..2027-01-14  because constraint
            b  2027-01-14..2027-01-15  because constraint
            c  2027-01-20..2027-01-21  because constraint
            d  2027-01-20..2027-01-21  because constraint
            e  2027-01-15..2027-01-18  because of a\
            """);
    assertThat(codes(schedule.findings()))
        .containsExactlyInAnyOrder(
            Finding.Code.CONSTRAINT_BROKEN,
            Finding.Code.CONSTRAINT_BROKEN,
            Finding.Code.CONSTRAINT_BROKEN,
            Finding.Code.DEADLINE_AT_RISK);
  }

  @Test
  void asLateAsPossibleEndsJustBeforeWhatFollows() {
    check(
        """
        start  Mon 2027-01-11
        build  10d
        buy    2d by jon as late as possible
        ship   1d after buy, build\
        """,
        """
        buy   2027-01-21..2027-01-22
        ship  2027-01-25  because of build\
        """);
  }

  @Test
  void startAndEndTogetherIsNoCycle() {
    check(
        """
        start  Mon 2027-01-11
        a      3d
        b      1d  after a start-start, a finish-finish\
        """,
        "b  2027-01-13..2027-01-13");
  }

  @Test
  void whereTheStartCannotWaitTheFinishIsPutOff() {
    check(
        """
        start  Mon 2027-01-11
        a      5d  after b start-start
        b      1d  after a finish-finish
        c      1d  after b\
        """,
        """
        a  2027-01-11..2027-01-15
        b  2027-01-11..2027-01-15
        c  2027-01-18\
        """);
  }

  @Test
  void midnightBelongsToTheDayThatEnds() {
    check(
        """
        calendar night Mon-Fri 16:00-24:00
        project  N from 2027-01-11 on night
        a        8h
        b        8h after a\
        """,
        """
        a  2027-01-11T16:00..2027-01-11T23:59
        b  2027-01-12T16:00..2027-01-12T23:59\
        """);
  }
}
