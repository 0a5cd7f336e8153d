package dev.linchpin.forecast.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.RandomPlans;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Piece;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.Scheduler;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.text.PlanText;
import dev.linchpin.forecast.validate.Violation.Rule;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  /// The checks take nothing for wrong that is right: plans of every kind, placed and improved.
  @Test
  void rightSchedulesOfManyPlansAreAccepted() {
    for (int seed = 0; seed < 25; seed++) {
      Plan plan = seed % 2 == 0 ? new RandomPlans(seed).sound() : new RandomPlans(seed).odd();
      Interruptions taken = seed % 3 == 0 ? oneHourADay(plan) : Interruptions.NONE;
      assertThat(Validator.check(plan, taken, MONDAY, Scheduler.schedule(plan, taken, MONDAY)))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  private static Interruptions oneHourADay(Plan plan) {
    Interruptions.Load load =
        new Interruptions.Load(Collections.nCopies(7, Duration.ofMinutes(50)), 0, 0, 0);
    return new Interruptions(
        plan.people().stream().collect(Collectors.toMap(Person::id, _ -> load)), 0);
  }

  private static final String TIMES =
      """
      calendar odd Mon-Fri 08:00-12:00 13:00-17:00, Sat 10:00-11:00
      day      2027-01-12 18:00-24:00
      holiday  2027-01-14
      person   jon on odd
      person   two on odd capacity 2
      person   eva on odd
      window   prod Tue 18:00..Tue 23:00, 2027-01-18T08:00..2027-01-18T12:00
      freeze   Close 2027-01-19..2027-01-20
      project  P from 2027-01-11T09:30 on odd
      """;

  /// A task placed by hand, and what is wrong with it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4h             | 11T09:30..11T14:30 |                                    | ",
        "4h             | 11T09:00..11T14:00 |                                    | NOT_BEFORE",
        "4h             | 11T09:30..11T14:29 |                                    | WORK",
        "0d             | 11T12:30..11T12:30 |                                    | WORKING_TIME",
        "0d             | 11T13:00..11T13:00 |                                    | ",
        "0d             | 14T08:00..14T08:00 |                                    | WORKING_TIME",
        "elapsed 1d     | 11T10:00..12T10:00 |                                    | ",
        "elapsed 1d     | 11T10:00..12T09:59 |                                    | WORK",
        "4h             | 11T10:00..11T15:00 | jon 11T10:00..11T15:00             | PEOPLE",
        "4h by jon      | 11T10:00..11T15:00 | jon 11T10:00..11T15:00             | ",
        "4h by jon      | 11T10:00..11T15:00 | jon 11T10:00..11T14:00             | WORK",
        "4h by jon      | 11T10:00..11T15:00 | jon 11T11:00..11T16:00             | ONE_GO WORK",
        "4h by jon      | 11T10:00..11T15:00 | jon 11T09:00..11T14:00             | WORK",
        "4h by two 200% | 11T10:00..11T15:00 | two 11T10:00..11T15:00 200         | ",
        "4h by two 200% | 11T10:00..11T15:00 | two 11T10:00..11T15:00             | PEOPLE",
        "effort 8h by jon, eva | 11T10:00..11T15:00 | jon 11T10:00..11T15:00, eva"
            + " 11T10:00..11T15:00 | ",
        "effort 8h by jon | 11T10:00..11T15:00 | jon 11T10:00..11T15:00           | WORK",
        "effort 8h by jon 50% | 11T10:00..15T11:00 | jon 11T10:00..15T11:00 50    | WORK",
        "6h by jon      | 12T18:00..12T23:59 | jon 12T18:00..13T00:00             | ",
        "2h by jon      | 11T17:00..12T20:00 | jon 11T17:00..12T20:00             | WORKING_TIME",
        "2h by jon      | 12T20:00..12T22:00 | jon 12T20:00..12T22:00             | ",
        "8h by jon      | 13T10:00..15T10:00 | jon 13T10:00..15T10:00             | ",
        "1h by jon      | 16T10:00..16T11:00 | jon 16T10:00..16T11:00             | ",
        "2h by jon within prod | 12T19:00..12T21:00 | jon 12T19:00..12T21:00      | ",
        "2h by jon within prod | 13T08:00..13T10:00 | jon 13T08:00..13T10:00      | WINDOW",
        "2h by jon within prod | 18T10:00..18T12:00 | jon 18T10:00..18T12:00      | ",
        "2h by jon within prod | 18T11:00..18T14:00 | jon 18T11:00..18T14:00      | WINDOW",
        "2h within prod | 12T22:00..12T23:00 |                                    | WORK",
        "0d within prod | 18T13:00..18T13:00 |                                    | WINDOW",
        "2h within prod splittable | 12T22:00..18T09:00 |                         | ",
        "2h within prod splittable | 12T22:00..18T08:59 |                         | WORK",
        "elapsed 6h within prod splittable | 12T18:00..18T09:00 |                 | ",
        "elapsed 6h within prod splittable | 12T18:00..18T08:30 |                 | WORK",
        "4h by jon splittable | 11T10:00..12T20:00 | jon 11T10:00..11T12:00, jon 12T18:00..12T20:00"
            + " | ",
        "4h by jon splittable | 11T10:00..12T20:00 | jon 11T10:00..11T12:00, jon 12T18:00..12T21:00"
            + " | WORK WORK",
        "4h by jon start on 2027-01-13 | 13T08:00..13T12:00 | jon 13T08:00..13T12:00 | ",
        "4h by jon start on 2027-01-13 | 15T08:00..15T12:00 | jon 15T08:00..15T12:00 | NOT_BEFORE",
        "4h by jon start on 2027-01-13 | 12T18:00..12T22:00 | jon 12T18:00..12T22:00 | NOT_BEFORE",
        "4h by jon not before 2027-01-13 | 12T18:00..12T22:00 | jon 12T18:00..12T22:00 |"
            + " NOT_BEFORE",
        "4h by jon finish on 2027-01-13T10:00 | 12T18:00..12T22:00 | jon 12T18:00..12T22:00 |"
            + " NOT_BEFORE",
        "4h by jon finish not before 2027-01-13T08:00 | 12T20:00..12T23:59 | jon 12T20:00..13T00:00"
            + " | ",
        "4h by jon started 2027-01-08T08:00 left 2h | 08T08:00..11T11:30 | jon 11T09:30..11T11:30 |"
            + " ",
        "4h by jon started 2027-01-08T08:00 left 2h | 08T09:00..11T11:30 | jon 11T09:30..11T11:30 |"
            + " PAST",
        "4h by jon done 2027-01-08T08:00..2027-01-08T12:00 | 08T08:00..08T12:00 | | ",
        "4h by jon done 2027-01-08T08:00..2027-01-08T12:00 | 08T09:00..08T12:00 | | PAST",
      })
  void timesAreCheckedToTheMinute(
      String task, String placed, @Nullable String pieces, @Nullable String rules) {
    Schedule schedule = new Schedule(Map.of(new TaskId("a"), placed(placed, pieces)), List.of());
    assertThat(
            Validator.check(
                PlanText.read(TIMES + "a " + task + "\n"), Interruptions.NONE, MONDAY, schedule))
        .extracting(it -> it.rule().name())
        .containsExactly(rules == null ? new String[0] : rules.split(" "));
  }

  private static Placed placed(String times, @Nullable String pieces) {
    String[] ends = times.split("\\.\\.");
    List<Piece> all = new ArrayList<>();
    for (String piece : pieces == null ? new String[0] : pieces.split(", ")) {
      String[] words = piece.split("[ .]+");
      double share = words.length > 3 ? Double.parseDouble(words[3]) / 100 : 1;
      all.add(new Piece(new PersonId(words[0]), share, january(words[1]), january(words[2])));
    }
    return new Placed(
        january(ends[0]), january(ends[1]), Schedule.Because.PROJECT_START, null, null, null, all);
  }

  private static LocalDateTime january(String at) {
    return LocalDateTime.parse("2027-01-" + at);
  }

  @ParameterizedTest
  @CsvSource({
    "b 2h after a +1h, 11T12:00, LINK",
    "b 2h after a +1h, 11T14:00, ",
    "b 2h after a +1h elapsed, 11T12:00, LINK",
    "b 2h after a +3h elapsed, 11T14:00, LINK",
    "b 2h after a -1h, 11T11:00, ",
    "b 2h after a -1h, 11T10:00, LINK",
    "b 2h after a start-start +1h, 11T11:00, ",
    "b 2h after a start-start +1h, 11T10:00, LINK",
    "b 2h after a finish-finish, 11T10:00, ",
    "b 2h after a finish-finish +2h, 11T11:00, LINK",
    "b 2h after a start-finish +4h, 11T10:00, LINK",
    "b 2h after a start-finish +2h, 11T10:00, ",
    "b 2h after a -2d, 11T09:30, ",
    "b 2h after a, 11T13:00, ",
    "b 2h after a, 11T11:59, LINK",
  })
  void linksAreCheckedToTheMinute(String task, String start, @Nullable String rule) {
    Placed first = placed("11T10:00..11T12:00", null);
    LocalDateTime from = january(start);
    LocalDateTime to = from.plusHours(from.getHour() == 11 ? 3 : from.getMinute() == 30 ? 3 : 2);
    Placed second =
        new Placed(from, to, Schedule.Because.PROJECT_START, null, null, null, List.of());
    assertThat(
            Validator.check(
                PlanText.read(TIMES + "a 2h\n" + task + "\n"),
                Interruptions.NONE,
                MONDAY,
                new Schedule(Map.of(new TaskId("a"), first, new TaskId("b"), second), List.of())))
        .extracting(it -> it.rule().name())
        .filteredOn(it -> it.equals("LINK"))
        .containsExactly(rule == null ? new String[0] : new String[] {rule});
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
