package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Movement.Cause;
import dev.linchpin.forecast.Movement.Step;
import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// People who are away unplanned.
final class AbsenceTests {
  private static final Interruptions NONE = Interruptions.NONE;
  private static final String CERTAIN =
      """
      calendar always Mon-Sun 00:00-24:00
      person jon on always ABSENT
      person eva on always
      project P from 2027-01-11 on always
      """;

  /// Minutes from now until a task whose work is told ends, in each run.
  private static double[] waits(String absent, String tasks, Interruptions interruptions) {
    String plan = CERTAIN.replace("ABSENT", absent) + tasks;
    Outcome outcome =
        Forecaster.forecast(
            new Question(
                PlanText.read(plan),
                interruptions,
                History.NONE,
                LocalDateTime.of(2027, 1, 11, 0, 0),
                4_096,
                new Seed(3)));
    Spread end = get(outcome.forecast().tasks(), new TaskId("b")).finish();
    return end.dots(end.runs()).stream()
        .mapToDouble(it -> Duration.between(LocalDateTime.of(2027, 1, 11, 0, 0), it).toMinutes())
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /// A delivery of 400 days, then a minute of jon: he is away with the chance that his absences
  /// have of all days, and otherwise nothing waits.
  @Test
  void somebodyIsAwayAsOftenAsIsSaid() {
    double[] waits =
        waits("absent 3 a year 20d", "a elapsed 400d/400d/400d\nb 1m/1m/1m by jon after a", NONE);
    double away = Arrays.stream(waits).filter(it -> it > 400 * 1_440 + 30).count();
    double expected = new Absence(3, Duration.ofDays(20)).share();
    assertThat(away / waits.length).isCloseTo(expected, within(0.015));
  }

  /// 200 days of work last as much longer as there are absences, on average.
  @Test
  void workOfSomebodyWhoIsAwayLastsLonger() {
    double[] factor = waits("", "b 200d/200d/200d by eva", NONE);
    double[] waits = waits("absent 2 a year 10d", "b 200d/200d/200d by jon", NONE);
    double more = mean(waits) / mean(waits("", "b 200d/200d/200d by jon", NONE)) - 1;
    assertThat(more).isCloseTo(20 / 365.25, within(0.005));
    assertThat(factor).isEqualTo(waits("absent usual", "b 200d/200d/200d by eva", NONE));
  }

  @Test
  void whoeverTheTicketsLeaveNothingIsAwayAllTheSame() {
    var load = new Interruptions.Load(Collections.nCopies(7, Duration.ofHours(6)), 0, 0, 0);
    Interruptions tickets = new Interruptions(Map.of(new PersonId("jon"), load), 0);
    double with = mean(waits("absent 2 a year 10d", "b 100d/100d/100d by jon", tickets));
    double without = mean(waits("", "b 100d/100d/100d by jon", tickets));
    assertThat(with / without - 1).isCloseTo(20 / 365.25, within(0.006));
  }

  /// A pool of ten always lacks a part of its people, so its work is late by that part.
  @Test
  void aPoolAlwaysLacksAPart() {
    double late = mean(waits("capacity 10 absent 2 a year 10d", "b 99d/99d/99d by jon", NONE));
    double usual = mean(waits("capacity 10", "b 99d/99d/99d by jon", NONE));
    assertThat(late / usual - 1).isCloseTo(20 / 365.25, within(0.001));
  }

  @Test
  void somebodyElseTakesWorkThatAnybodyMayDo() {
    String two =
        """
        start   2027-01-11
        person  jon knows linux 3 absent 30 a year 8d
        person  eva knows linux 3
        wait    elapsed 30d/30d/30d
        """;
    String tasks = "b 1d/1d/1d %s after wait";
    double mine = lateness(two + tasks.formatted("by jon"));
    double anybody = lateness(two + tasks.formatted("needs linux"));
    double eva = lateness(two + tasks.formatted("by eva"));
    assertThat(mine - eva).isGreaterThan(2);
    assertThat(anybody - eva).isBetween(0.0, 0.4);
  }

  private static double lateness(String plan) {
    Spread end =
        get(
                Forecaster.forecast(
                        new Question(
                            PlanText.read(plan),
                            NONE,
                            History.NONE,
                            Plans.MONDAY,
                            2_000,
                            new Seed(3)))
                    .forecast()
                    .tasks(),
                new TaskId("b"))
            .finish();
    LocalDate usual = LocalDate.of(2027, 2, 10);
    return end.dots(end.runs()).stream()
        .mapToDouble(it -> Duration.between(usual.atTime(17, 0), it).toHours() / 24.0)
        .average()
        .orElseThrow();
  }

  @Test
  void nobodyIsAwayWhereThePlanSaysNone() {
    String plan = "start 2027-01-11\nb 20d by jon";
    assertThat(PlanText.read(plan).people()).allMatch(it -> it.absence().equals(Absence.NONE));
    assertThat(waits("absent 0 a year 0d", "b 20d by jon", NONE))
        .isEqualTo(waits("", "b 20d by jon", NONE));
  }

  @Test
  void absenceIsAMatterOfPeopleWhenADateMoves() {
    String plan = "start 2027-01-11\nperson jon\nb 200d/200d/200d by jon";
    Movement movement =
        Movement.between(
                ask(plan),
                ask(plan.replace("person jon", "person jon absent 4 a year 14d")),
                new Promise.Of.ATask(new TaskId("b")))
            .orElseThrow();
    assertThat(movement.steps())
        .filteredOn(Step::changed)
        .extracting(Step::cause)
        .containsExactly(Cause.PEOPLE);
    assertThat(movement.after().likely()).isAfter(movement.before().likely());
  }

  private static Question ask(String plan) {
    return new Question(PlanText.read(plan), NONE, History.NONE, Plans.MONDAY, 500, new Seed(3));
  }

  @Test
  void absencesAreLearnedAndPulledToWhatIsUsual() {
    assertThat(Absence.learned(List.of(), 0)).isEqualTo(Absence.USUAL);
    LocalDate day = LocalDate.of(2026, 1, 5);
    List<DayRange> many =
        IntStream.range(0, 400)
            .mapToObj(i -> new DayRange(day.plusDays(i), day.plusDays(i + 3)))
            .toList();
    Absence learned = Absence.learned(many, 100);
    assertThat(learned.timesAYear()).isCloseTo(412 / 110.0, within(1e-9));
    assertThat(learned.days()).isCloseTo((400 * 4 + 120) / 412.0, within(1e-3));
    assertThat(Absence.learned(List.of(), 90).timesAYear()).isCloseTo(0.12, within(1e-9));
  }

  @Test
  void whatIsUsualIsTwelveDaysAYear() {
    assertThat(Absence.USUAL.timesAYear() * Absence.USUAL.days()).isEqualTo(12);
    assertThat(Absence.USUAL.share()).isBetween(0.02, 0.04);
  }

  @Test
  void absencesFitIntoTheYear() {
    assertThatThrownBy(() -> new Absence(-1, Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Absence(30, Duration.ofDays(20)))
        .hasMessageContaining("fits into the year");
    assertThatThrownBy(() -> new Absence(Double.NaN, Duration.ofDays(20)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void absenceIsReadAndWritten() {
    String text =
        """
        start   2027-01-11
        person  jon absent usual
        person  eva knows linux 3 away 2027-02-01..2027-02-05 absent 0.5 a year 36h
        a       1d by jon, eva\
        """;
    Plan plan = PlanText.read(text);
    assertThat(plan.people().getFirst().absence()).isEqualTo(Absence.USUAL);
    assertThat(plan.people().getLast().absence()).isEqualTo(new Absence(0.5, Duration.ofHours(36)));
    assertThat(PlanText.read(PlanText.write(plan))).isEqualTo(plan);
    assertThatThrownBy(() -> PlanText.read("start 2027-01-11\nperson jon absent 3"))
        .hasMessageContaining("how often and how long");
  }
}
