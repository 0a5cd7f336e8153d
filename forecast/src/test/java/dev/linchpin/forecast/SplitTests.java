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
}
