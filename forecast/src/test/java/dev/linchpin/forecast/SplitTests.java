package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.check;
import static dev.linchpin.forecast.Plans.get;
import static dev.linchpin.forecast.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SplitTests {
  @Test
  void splittableWorkFillsTheGapsBetweenOtherWork() {
    Schedule schedule =
        check(
            """
            start    Mon 2027-01-11
            meeting  4h by jon start on 2027-01-12T08:00
            course   1d by jon start on 2027-01-14
            write    3d by jon splittable
            whole    3d by jon\
            """,
            """
            write  2027-01-11T08:00..2027-01-15T12:00  because project_start
            whole  2027-01-15T13:00..2027-01-20T12:00  because jon does write\
            """);
    assertThat(get(schedule.tasks(), task("write")).pieces())
        .extracting(piece -> piece.from() + ".." + piece.to())
        .containsExactly(
            "2027-01-11T08:00..2027-01-11T17:00",
            "2027-01-12T13:00..2027-01-13T17:00",
            "2027-01-15T08:00..2027-01-15T12:00");
  }

  @Test
  void eachOfSeveralPeopleUsesTheirOwnGaps() {
    Schedule schedule =
        check(
            """
            start    Mon 2027-01-11
            course   1d by jon start on 2027-01-11
            leave    1d by eva start on 2027-01-12
            write    2d by jon, eva splittable\
            """,
            "write  2027-01-11T08:00..2027-01-13T17:00  because project_start");
    assertThat(get(schedule.tasks(), task("write")).pieces())
        .extracting(piece -> piece.person() + " " + piece.from() + ".." + piece.to())
        .containsExactly(
            "jon 2027-01-12T08:00..2027-01-13T17:00",
            "eva 2027-01-11T08:00..2027-01-11T17:00",
            "eva 2027-01-13T08:00..2027-01-13T17:00");
  }

  @Test
  void halfOfAPersonFillsTheOtherHalf() {
    check(
        """
        start  Mon 2027-01-11
        half   2d by jon 50% start on 2027-01-11
        whole  1d by jon start on 2027-01-13
        write  3d by jon 50% splittable\
        """,
        "write  2027-01-11T08:00..2027-01-14T17:00  because project_start");
  }

  @Test
  void theReasonIsTheWorkBeforeTheFirstPiece() {
    check(
        """
        start  Mon 2027-01-11
        first  2d by jon start on 2027-01-11
        write  3d by jon splittable\
        """,
        "write  2027-01-13T08:00..2027-01-15T17:00  because jon does first");
  }

  @Test
  void piecesWithinAWindowWaitForTheWindowOrForWhoIsBusyInIt() {
    check(
        """
        start   Mon 2027-01-11
        window  prod Tue 08:00..Tue 12:00
        window  night Tue 20:00..Tue 23:00 out of hours
        first   1h by jon within prod
        patch   1h by jon within prod splittable
        early   1h by eva within night
        move    1h by eva within night splittable
        alone   1h by ola within prod splittable
        late    1h by ann within night splittable\
        """,
        """
        patch  2027-01-12T09:00..2027-01-12T10:00  because jon does first
        move   2027-01-12T21:00..2027-01-12T22:00  because eva does early
        alone  2027-01-12T08:00..2027-01-12T09:00  because of window prod
        late   2027-01-12T20:00..2027-01-12T21:00  because of window night\
        """);
  }

  @Test
  void whoeverEndsAllPiecesFirstGetsThem() {
    Schedule schedule =
        check(
            """
            start   Mon 2027-01-11
            person  jon knows linux 2
            person  eva knows linux 2
            short   2d by jon start on 2027-01-12
            long    9d by eva start on 2027-02-01
            write   3d needs linux splittable\
            """,
            "write  2027-01-11T08:00..2027-01-13T17:00");
    assertThat(ChoiceTests.who(schedule, "write")).containsExactly("eva");
  }

  @Test
  void anAppointmentIsMadeForTheEndThatIsDue() {
    check(
        """
        start   Mon 2027-01-11
        window  night Tue 20:00..Tue 23:00 out of hours
        move    2h by jon within night finish not before 2027-01-19T22:30\
        """,
        "move  2027-01-19T20:30..2027-01-19T22:30");
  }
}
