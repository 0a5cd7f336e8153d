package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.check;
import static dev.linchpin.forecast.Plans.get;
import static dev.linchpin.forecast.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Schedule.Piece;
import dev.linchpin.forecast.text.PlanText;
import dev.linchpin.forecast.validate.Validator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is wanted as late as possible, in one go, in pieces and within change windows.
final class LateTests {
  @Test
  void aChainOfLateTasksMovesAsAWhole() {
    check(
        """
        start   Mon 2027-01-11
        person  jon away 2027-01-22
        build   10d
        order   elapsed 2d after hire as late as possible
        hire    2d by jon as late as possible
        ready   0d after order as late as possible
        ship    1d after ready, build\
        """,
        """
        ready  2027-01-25T08:00
        order  2027-01-23T08:00..2027-01-25T08:00  because constraint
        hire   2027-01-20T08:00..2027-01-21T17:00  because constraint
        ship   2027-01-25  because of build\
        """);
  }

  @Test
  void whatStartsWithItKeepsItsDay() {
    check(
        """
        start   Mon 2027-01-11
        long    10d
        move    3d by jon as late as possible
        watch   1d after move start-start, gate
        gate    4d\
        """,
        """
        watch  2027-01-15T08:00..2027-01-15T17:00
        move   2027-01-15T08:00..2027-01-19T17:00\
        """);
  }

  @Test
  void lagsAreLeftBetweenThem() {
    check(
        """
        start   Mon 2027-01-11
        build   10d
        paint   1d by jon as late as possible
        dry     elapsed 1d as late as possible
        hang    1d after paint +1d, dry +2d elapsed, build\
        """,
        """
        hang   2027-01-25  because of build
        paint  2027-01-21T08:00..2027-01-21T17:00  because constraint
        dry    2027-01-22T08:00..2027-01-23T08:00  because constraint\
        """);
  }

  @Test
  void theLastOpeningThatIsLongEnoughIsTaken() {
    check(
        """
        start   Mon 2027-01-11
        window  prod Tue 08:00..Tue 12:00, Wed 08:00..Wed 09:00
        build   10d
        patch   2h by jon within prod as late as possible
        check   2h within prod as late as possible
        wait    elapsed 3h within prod as late as possible
        say     0d within prod as late as possible
        ship    1d after patch, check, wait, say, build\
        """,
        """
        patch  2027-01-19T10:00..2027-01-19T12:00  because constraint
        check  2027-01-19T10:00..2027-01-19T12:00  because constraint
        wait   2027-01-19T09:00..2027-01-19T12:00  because constraint
        say    2027-01-20T09:00..2027-01-20T09:00  because constraint\
        """);
  }

  @Test
  void whatOthersDoInAnOpeningStays() {
    check(
        """
        start   Mon 2027-01-11
        window  prod Tue 08:00..Tue 12:00
        build   10d
        first   3h by jon within prod start on 2027-01-19
        patch   2h by jon, eva within prod as late as possible
        ship    1d after patch, build\
        """,
        """
        first  2027-01-19T08:00..2027-01-19T11:00
        patch  2027-01-12T10:00..2027-01-12T12:00  because constraint\
        """);
  }

  @Test
  void appointmentsOutOfHoursAreMadeForTheLastNight() {
    check(
        """
        start   Mon 2027-01-11
        window  night Tue 20:00..Tue 23:00, Thu 20:00..Thu 23:00 out of hours
        person  jon away 2027-01-21
        build   10d
        move    2h by jon within night as late as possible
        backup  2h by jon within night as late as possible
        ship    1d after move, backup, build\
        """,
        """
        backup  2027-01-19T21:00..2027-01-19T23:00  because constraint
        move    2027-01-14T21:00..2027-01-14T23:00  because constraint\
        """);
  }

  @Test
  void piecesFillTheLastGaps() {
    Schedule schedule =
        check(
            """
            start   Mon 2027-01-11
            build   5d
            course  1d by jon start on 2027-01-14
            write   2d by jon splittable as late as possible
            print   1d after write, build\
            """,
            "write  2027-01-13T08:00..2027-01-15T17:00  because constraint");
    assertPieces(
        schedule,
        "write",
        "2027-01-13T08:00..2027-01-13T17:00",
        "2027-01-15T08:00..2027-01-15T17:00");
  }

  @Test
  void piecesWithinWindowsFillTheLastOpenings() {
    Schedule schedule =
        check(
            """
            start   Mon 2027-01-11
            window  prod Tue 08:00..Tue 10:00
            window  night Tue 22:00..Wed 02:00 out of hours
            build   15d
            patch   3h by jon within prod splittable as late as possible
            move    6h by eva within night splittable as late as possible
            watch   3h within prod splittable as late as possible
            wait    elapsed 3h within prod splittable as late as possible
            ship    1d after patch, move, watch, wait, build\
            """,
            """
            watch  2027-01-19T09:00..2027-01-26T10:00
            wait   2027-01-19T09:00..2027-01-26T10:00\
            """);
    assertPieces(
        schedule,
        "patch",
        "2027-01-19T09:00..2027-01-19T10:00",
        "2027-01-26T08:00..2027-01-26T10:00");
    assertPieces(
        schedule,
        "move",
        "2027-01-20T00:00..2027-01-20T02:00",
        "2027-01-26T22:00..2027-01-27T02:00");
  }

  @Test
  void piecesThatSomethingStartsWithBeginInTime() {
    check(
        """
        start   Mon 2027-01-11
        long    10d
        gate    4d
        write   2d by jon splittable as late as possible
        watch   1d after write start-start, gate\
        """,
        """
        watch  2027-01-15..2027-01-15
        write  2027-01-13T08:00..2027-01-14T17:00\
        """);
  }

  /// Nothing that is wanted late can be moved to the next day without breaking a rule.
  @Test
  @Tag("slow")
  void lateTasksOfRandomPlansAreWhereTheyMayBe() {
    int late = 0;
    for (int seed = 0; seed < 60; seed++) {
      Plan plan = allLate(new RandomPlans(seed).sound());
      Schedule schedule = Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY);
      assertThat(Validator.check(plan, Interruptions.NONE, Plans.MONDAY, schedule))
          .as("seed %d", seed)
          .isEmpty();
      late +=
          (int)
              schedule.tasks().values().stream()
                  .filter(it -> it.because() == Schedule.Because.CONSTRAINT)
                  .count();
    }
    assertThat(late).isGreaterThan(300);
  }

  private static Plan allLate(Plan plan) {
    return PlanText.read(
        PlanText.write(plan).replaceAll("(?m)^((?:t\\d+) .*)$", "$1  as late as possible"));
  }

  private static void assertPieces(Schedule schedule, String task, String... pieces) {
    assertThat(get(schedule.tasks(), task(task)).pieces())
        .extracting(LateTests::text)
        .containsExactly(pieces);
  }

  private static String text(Piece piece) {
    return piece.from() + ".." + piece.to();
  }
}
