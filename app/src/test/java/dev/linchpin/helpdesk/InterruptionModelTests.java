package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.helpdesk.InterruptionModel.Taken;
import dev.linchpin.helpdesk.InterruptionModel.Unmatched;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class InterruptionModelTests {
  private static final WorkCalendar OFFICE = office();

  @Test
  void loggedHoursAreLaidBeforeTheEndOfTheWork() {
    InterruptionModel model =
        model(
            """
            number,opened,resolved,assigned to,time spent
            1,2026-11-02 08:00,2026-11-02 10:30,Åsa,90
            2,2026-11-09 09:00,2026-11-09 16:00,Åsa,1h
            3,2026-11-13 15:00,2026-11-13 15:10,Åsa,30m
            """);

    assertThat(model.weeks()).isEqualTo(2);
    WeekProfile week = model.people().getFirst().profile();
    assertThat(week.at(DayOfWeek.MONDAY, 9)).isEqualTo(30.0); // 60 minutes in one of two weeks
    assertThat(week.at(DayOfWeek.MONDAY, 10)).isEqualTo(15.0);
    assertThat(week.at(DayOfWeek.MONDAY, 15)).isEqualTo(30.0);
    assertThat(week.total()).isEqualTo(Duration.ofMinutes(90)); // 180 over two weeks
    assertThat(model.summary()).contains("1.5 hours a week").contains("as logged");
    assertThat(model.arrivalsPerWeek()).isEqualTo(1.5);
  }

  @Test
  void whereNothingIsLoggedTouchesCountButNeverMoreThanTheTimeInHands() {
    InterruptionModel model =
        model(
            """
            number,state,timestamp,assigned to
            1,New,2026-11-02 08:00,Åsa
            1,Active,2026-11-02 11:00,Åsa
            1,Closed,2026-11-02 14:00,Åsa
            2,New,2026-11-06 09:00,Åsa
            2,Closed,2026-11-06 09:04,Åsa
            """);

    // three touches of ten minutes; then four minutes from open to close
    assertThat(model.people().getFirst().perWeek()).isEqualTo(Duration.ofMinutes(34));
    assertThat(model.notes()).anyMatch(note -> note.contains("Each touch counts as 10 minutes"));
  }

  @Test
  void aTimerThatClosesATicketIsNoWork() {
    InterruptionModel model =
        model(
            """
            number,state,timestamp,resolved at,assigned to
            1,New,2026-11-02 08:00,2026-11-02 09:00,Åsa
            1,Resolved,2026-11-02 09:00,2026-11-02 09:00,Åsa
            1,Closed,2026-11-07 09:00,2026-11-02 09:00,Åsa
            2,New,2026-11-08 10:00,?,?
            """);

    assertThat(model.people().getFirst().perWeek()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void anHourOfAPersonHoldsOneHourOfWork() {
    var text = new StringBuilder("number,state,timestamp,assigned to\n");
    for (int i = 0; i < 30; i++) {
      text.append(i).append(",New,2026-11-02 08:%02d,Åsa\n".formatted(i));
    }
    text.append("99,New,2026-11-08 08:00,Bo\n");

    InterruptionModel model = model(text.toString());

    assertThat(model.people().getFirst().profile().at(DayOfWeek.MONDAY, 8)).isEqualTo(60.0);
  }

  @Test
  void theHourThatSummerTimeRepeatsIsOneHour() { // 2026-10-25, 02:00 to 03:00 comes twice
    InterruptionModel model =
        model(
            """
            number,opened,resolved,assigned to,time spent
            1,2026-10-19 08:00,2026-10-19 09:00,Åsa,60
            2,2026-10-25 02:00,2026-10-25 03:00,Åsa,60
            """);

    assertThat(model.weeks()).isEqualTo(1);
    assertThat(model.everybody().minutes()).hasSize(168);
    assertThat(model.everybody().at(DayOfWeek.SUNDAY, 2)).isEqualTo(60.0);
    assertThat(model.everybody().total()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void weeksSeenInPartAreNotCounted() {
    InterruptionModel model =
        model(
            """
            number,opened,resolved,assigned to,time spent
            1,2026-11-05 08:00,2026-11-05 12:00,Åsa,4h
            2,2026-11-09 08:00,2026-11-09 10:00,Åsa,2h
            3,2026-11-17 08:00,2026-11-17 12:00,Åsa,4h
            """);

    assertThat(model.from()).isEqualTo("2026-11-09");
    assertThat(model.to()).isEqualTo("2026-11-15");
    assertThat(model.everybody().total()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void firstWeeksWithABacklogAreLeftOutAndThisIsSaid() {
    var text = new StringBuilder("number,opened,resolved,assigned to,time spent\n");
    LocalDate monday = LocalDate.parse("2026-06-01");
    for (int week = 0; week < 12; week++) {
      int hours = week < 3 ? 7 : 2 + week % 2;
      for (int day = 0; day < 5; day++) {
        LocalDate on = monday.plusDays(7L * week + day);
        text.append("%d,%s 08:00,%s 16:00,Åsa,%dh\n".formatted(week * 5 + day, on, on, hours));
      }
    }

    InterruptionModel model = model(text.toString());

    assertThat(model.weeks()).isEqualTo(9);
    assertThat(model.notes())
        .contains("The first 3 weeks look different (35 hours a week, then 13) and were left out.");
  }

  @Test
  void aPersonWithTwoSpellingsLosesTheHoursOfBoth() {
    Taken taken =
        model(
                """
                number,opened,resolved,assigned to,time spent
                1,2026-11-02 08:00,2026-11-02 09:00,"Larsson, Åsa",60
                2,2026-11-06 10:00,2026-11-06 11:00,asa.larsson@example.org,60
                """)
            .forPeople(List.of(person("p1", "Åsa Larsson")), List.of(OFFICE), Unmatched.NONE);

    List<Duration> days = days(taken, "p1");
    assertThat(days.get(0)).isEqualTo(Duration.ofHours(1));
    assertThat(days.get(4)).isEqualTo(Duration.ofHours(1));
    assertThat(taken.findings()).isEmpty();
  }

  @Test
  void hoursOutsideOfAPersonsWorkingHoursTakeNothingFromProjects() {
    Taken taken =
        model(
                """
                number,state,timestamp,assigned to
                1,New,2026-11-02 07:55,Åsa
                2,New,2026-11-02 22:10,Åsa
                3,New,2026-11-08 10:00,Åsa
                4,New,2026-11-03 08:20,Åsa
                """)
            .forPeople(List.of(person("p1", "Åsa")), List.of(OFFICE), Unmatched.NONE);

    List<Duration> days = days(taken, "p1");
    assertThat(days)
        .containsExactly(
            Duration.ZERO,
            Duration.ofMinutes(10),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO);
  }

  @Test
  void whoIsNotInTheTicketsLosesTheAverageOnlyWhenAskedForAndItIsSaid() {
    InterruptionModel model =
        model(
            """
            number,opened,resolved,assigned to,time spent
            1,2026-11-02 08:00,2026-11-02 10:00,Åsa,2h
            2,2026-11-06 08:00,2026-11-06 12:00,Bo,4h
            """);
    List<Person> plan = List.of(person("p1", "Åsa"), person("p9", "Cecilia"));

    Taken without = model.forPeople(plan, List.of(OFFICE), Unmatched.NONE);
    Taken with = model.forPeople(plan, List.of(OFFICE), Unmatched.AVERAGE);

    assertThat(without.interruptions().loads()).containsOnlyKeys(new PersonId("p1"));
    assertThat(without.findings())
        .extracting(Finding::message)
        .contains("\"Cecilia\" is not in the tickets. Tickets take no time from them.");
    assertThat(week(with, "p9")).isEqualTo(Duration.ofHours(3));
    assertThat(with.findings())
        .extracting(Finding::message)
        .contains(
            "\"Cecilia\" is not in the tickets. Each is assumed to lose what one of 2 regular"
                + " people loses: 3 hours a week.");
  }

  @Test
  void fewWeeksSayHowLittleIsKnown() {
    InterruptionModel model =
        model(
            """
            number,opened,resolved,assigned to,time spent
            1,2026-11-02 08:00,2026-11-02 10:00,Åsa,2h
            2,2026-11-06 08:00,2026-11-06 12:00,Bo,4h
            """);

    assertThat(model.summary())
        .startsWith(
            "Tickets took 6 hours a week as logged, seen over 1 week; the level may be off by ");
    assertThat(model.levelCv()).isBetween(0.4, 0.8);
  }

  @Test
  void weeksWithoutASingleTicketAreMissingNotQuiet() {
    InterruptionModel model = model(weeks(20, week -> week == 8 || week == 9 ? 0 : 10));

    assertThat(model.weeks()).isEqualTo(18);
    assertThat(model.everybody().total()).isEqualTo(Duration.ofHours(10));
    assertThat(model.notes())
        .contains("Not one ticket came in 2 weeks. Such weeks count as missing, not as quiet.");
  }

  @Test
  void anExplodingCountIsSaidFirstAndMakesTheLevelLessSure() {
    InterruptionModel calm = model(weeks(16, _ -> 10));
    InterruptionModel wild = model(weeks(16, week -> week < 14 ? 10 : week < 15 ? 30 : 90));

    assertThat(calm.notes()).isEmpty();
    assertThat(wild.notes().getFirst())
        .isEqualTo(
            "More tickets come than usual since 7 September 2026: 60 a week, before that 10."
                + " Nobody knows yet where this ends, so dates are less sure.");
    assertThat(wild.levelCv()).isGreaterThan(2 * calm.levelCv());
  }

  @Test
  void aSurgeOfTheLastWeekIsExpectedToFade() {
    Taken taken =
        model(weeks(16, week -> week < 15 ? 10 : 22))
            .forPeople(List.of(person("p1", "Åsa")), List.of(OFFICE), Unmatched.NONE);

    List<Interruptions.Phase> phases =
        Objects.requireNonNull(taken.interruptions().loads().get(new PersonId("p1"))).phases();
    assertThat(phases.getFirst().from()).isEqualTo("2026-09-21");
    assertThat(phases.getFirst().factor()).isGreaterThan(1.1);
    assertThat(phases.getLast().factor()).isLessThan(1.05);
  }

  /// A ticket of one hour each, all of Åsa's, from Monday 2026-06-01 on.
  private static String weeks(int count, IntUnaryOperator tickets) {
    var text = new StringBuilder("number,opened,resolved,assigned to,time spent\n");
    LocalDate monday = LocalDate.parse("2026-06-01");
    for (int week = 0; week < count; week++) {
      for (int i = 0; i < tickets.applyAsInt(week); i++) {
        LocalDate on = monday.plusWeeks(week).plusDays(i % 5);
        int hour = 8 + i / 5 % 8;
        text.append("%d-%d,%s %02d:00,%s %02d:59,Åsa,1h\n".formatted(week, i, on, hour, on, hour));
      }
    }
    return text.toString();
  }

  private static List<Duration> days(Taken taken, String person) {
    return Objects.requireNonNull(taken.interruptions().loads().get(new PersonId(person)))
        .byWeekday();
  }

  private static Duration week(Taken taken, String person) {
    return days(taken, person).stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static InterruptionModel model(String text) {
    return InterruptionModel.of(TicketText.read(text), Assumptions.USUAL);
  }

  private static Person person(String id, String name) {
    return Person.of(new PersonId(id), name, OFFICE.id());
  }

  private static WorkCalendar office() {
    var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= 5) {
        week.put(day, List.of(new Shift(480, 1_020)));
      }
    }
    return new WorkCalendar(new CalendarId("office"), week, Map.of());
  }
}
