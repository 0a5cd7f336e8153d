package dev.linchpin.forecast.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Piece;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.Scheduler;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.text.PlanText;
import dev.linchpin.forecast.validate.Violation.Rule;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A right schedule is accepted; each wrong one is refused for the right reason.
final class ValidatorTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);

  private static final Plan PLAN =
      PlanText.read(
          """
          start    Mon 2027-01-11
          person   jon knows linux 3
          person   eva knows linux 2
          person   ola away 2027-01-13..2027-01-14
          window   prod Tue 08:00..Thu 12:00 lead 1d
          window   night Wed 18:00..Wed 23:00 out of hours
          design   2d by jon
          build    1d by jon after design +4h
          order    elapsed 2d after design start-start +1d
          patch    4h needs linux level 3 within prod after build
          switch   2h by ola, eva within night
          write    3d by eva splittable
          half     1d by eva 50%
          late     1d by jon start on 2027-01-25
          ran      1d by ola started 2027-01-08T08:00 left 4h
          was      1d by ola done 2027-01-05T08:00..2027-01-05T17:00
          wish     2h finish not before 2027-01-15T17:00
          open     0d after order, build
          promise  task open by 2027-01-13
          """);

  private static final Schedule RIGHT = Scheduler.schedule(PLAN, Interruptions.NONE, MONDAY);

  @Test
  void theRightScheduleIsAccepted() {
    assertThat(check(RIGHT)).isEmpty();
    assertThat(RIGHT.tasks()).hasSize(12);
  }

  @ParameterizedTest
  @CsvSource({
    "design,  0, -1d, WORK",
    "design, -1d, -1d, PAST",
    "design, -7h, -7h, WORKING_TIME",
    "design,  1d,  1d, LINK",
    "build,  -4h, -4h, LINK",
    "late,  -13d, -13d, CAPACITY",
    "order,  -1h, -1h, LINK",
    "order,   0,  -1h, WORK",
    "patch,   3d,  3d, WINDOW",
    "patch,   7d,  7d, NONE",
    "switch,  1h,  1h, NONE",
    "switch, -7d, -7d, WORKING_TIME",
    "switch,  4h,  4h, WINDOW",
    "half,   -3d, -3d, CAPACITY",
    "late,   -3d, -3d, NOT_BEFORE",
    "late,    1d,  1d, NOT_BEFORE",
    "ran,    -1h,  0,  PAST",
    "was,     0,   1h, PAST",
    "wish,   -1h, -1h, NOT_BEFORE",
    "open,   -1h, -1h, LINK",
    "open,    3d,  0,  ORDER",
  })
  void whatIsMovedWronglyIsRefused(String task, String start, String finish, String rule) {
    Schedule moved = with(task, placed -> moved(placed, hours(start), hours(finish)));
    if (rule.equals("NONE")) {
      assertThat(check(moved)).isEmpty();
    } else {
      assertThat(check(moved)).contains(Rule.valueOf(rule));
    }
  }

  @Test
  void whatIsMissingWithoutAWordIsRefused() {
    Map<TaskId, Placed> tasks = new HashMap<>(RIGHT.tasks());
    tasks.remove(new TaskId("wish"));
    assertThat(check(new Schedule(tasks, RIGHT.findings()))).containsExactly(Rule.MISSING);
  }

  @Test
  void aBrokenPromiseNobodyMentionsIsRefused() {
    assertThat(RIGHT.findings()).extracting(Finding::code).contains(Finding.Code.PROMISE_AT_RISK);
    assertThat(check(new Schedule(RIGHT.tasks(), List.of()))).containsExactly(Rule.PROMISE);
  }

  @Test
  void thePeopleAreThoseTheTaskNamesOrNeeds() {
    assertThat(check(with("patch", placed -> by(placed, "eva", 1)))).contains(Rule.PEOPLE);
    assertThat(check(with("patch", placed -> by(placed, "jon", 0.5)))).contains(Rule.PEOPLE);
    assertThat(check(with("patch", placed -> by(placed, "nobody", 1)))).contains(Rule.PEOPLE);
    assertThat(check(with("design", placed -> by(placed, "ola", 1)))).contains(Rule.PEOPLE);
    assertThat(check(with("half", placed -> by(placed, "eva", 1)))).contains(Rule.PEOPLE);
    assertThat(check(with("wish", placed -> pieces(placed, List.of(piece(placed))))))
        .contains(Rule.PEOPLE);
    assertThat(check(with("design", placed -> pieces(placed, List.of())))).contains(Rule.PEOPLE);
  }

  @Test
  void whatCannotBeSplitIsDoneInOneGo() {
    assertThat(check(with("design", ValidatorTests::inTwo))).containsExactly(Rule.ONE_GO);
    assertThat(check(with("write", ValidatorTests::inTwo))).isEmpty();
  }

  @Test
  void whoIsAwayDoesNotComeOutOfHoursEither() {
    Plan away =
        PlanText.read(
            """
            start    Mon 2027-01-11
            person   ola
            window   night Wed 18:00..Wed 23:00 out of hours
            switch   2h by ola within night
            """);
    Schedule schedule = Scheduler.schedule(away, Interruptions.NONE, MONDAY);
    Plan then =
        PlanText.read(
            PlanText.write(away)
                .replace("person ola on usual", "person ola on usual away 2027-01-13"));
    assertThat(Validator.check(away, Interruptions.NONE, MONDAY, schedule)).isEmpty();
    assertThat(Validator.check(then, Interruptions.NONE, MONDAY, schedule))
        .extracting(Violation::rule)
        .containsExactly(Rule.WORKING_TIME);
  }

  @Test
  void aWindowThatIsFrozenOrCannotBeAskedForIsShut() {
    for (String rule : List.of("\nfreeze Close 2027-01-13", " lead 9d")) {
      String text = "start 2027-01-11\nwindow prod Wed 08:00..Wed 12:00\na 2h within prod\n";
      Schedule schedule = Scheduler.schedule(PlanText.read(text), Interruptions.NONE, MONDAY);
      Plan shut = PlanText.read(text.replace("12:00", "12:00" + rule));
      assertThat(Validator.check(shut, Interruptions.NONE, MONDAY, schedule))
          .extracting(Violation::rule)
          .containsExactly(Rule.WINDOW);
    }
  }

  private interface Change {
    Placed of(Placed placed);
  }

  private static Schedule with(String task, Change change) {
    Map<TaskId, Placed> tasks = new HashMap<>(RIGHT.tasks());
    tasks.computeIfPresent(new TaskId(task), (_, placed) -> change.of(placed));
    return new Schedule(tasks, RIGHT.findings());
  }

  private static List<Rule> check(Schedule schedule) {
    return Validator.check(PLAN, Interruptions.NONE, MONDAY, schedule).stream()
        .map(Violation::rule)
        .toList();
  }

  private static int hours(String said) {
    int number = Integer.parseInt(said.replaceAll("[dh]", ""));
    return said.endsWith("d") ? 24 * number : number;
  }

  private static Placed moved(Placed it, int start, int finish) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : it.pieces()) {
      pieces.add(
          new Piece(
              piece.person(),
              piece.share(),
              piece.from().plusHours(start),
              piece.to().plusHours(finish)));
    }
    return new Placed(
        it.start().plusHours(start),
        it.finish().plusHours(finish),
        it.because(),
        it.waitsFor(),
        it.person(),
        it.window(),
        pieces);
  }

  private static Placed pieces(Placed it, List<Piece> pieces) {
    return new Placed(
        it.start(), it.finish(), it.because(), it.waitsFor(), it.person(), it.window(), pieces);
  }

  private static Piece piece(Placed it) {
    return new Piece(new PersonId("ola"), 1, it.start(), it.finish());
  }

  private static Placed by(Placed it, String who, double share) {
    return pieces(it, List.of(new Piece(new PersonId(who), share, it.start(), it.finish())));
  }

  /// Cut at noon of the first day.
  private static Placed inTwo(Placed it) {
    Piece whole = it.pieces().getFirst();
    LocalDateTime noon = whole.from().toLocalDate().atTime(12, 0);
    List<Piece> two = new ArrayList<>();
    two.add(new Piece(whole.person(), whole.share(), whole.from(), noon));
    two.add(new Piece(whole.person(), whole.share(), noon.plusHours(1), whole.to()));
    two.addAll(it.pieces().subList(1, it.pieces().size()));
    return pieces(it, two);
  }
}
