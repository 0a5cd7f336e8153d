package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.codes;
import static dev.linchpin.forecast.Plans.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Levers.Change;
import dev.linchpin.forecast.Levers.Remedy;
import dev.linchpin.forecast.load.Level;
import dev.linchpin.forecast.load.Regime;
import dev.linchpin.forecast.load.Series;
import dev.linchpin.forecast.load.Watch;
import dev.linchpin.forecast.text.PlanText;
import dev.linchpin.forecast.text.PlanTextException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Questions whose plan is fine and whose rest is not: too little known, too much taken, absurd.
final class BadQuestionTests {
  private static final Promise.Of END = new Promise.Of.ATask(new TaskId("end"));
  private static final String PLAN = "start 2027-01-11\na 10d by jon\nend 0d after a";

  private static Question ask(String plan) {
    return new Question(
        PlanText.read(plan), Interruptions.NONE, History.NONE, Plans.MONDAY, 1_000, new Seed(7));
  }

  private static Spread end(Outcome outcome) {
    return get(outcome.forecast().tasks(), new TaskId("end")).finish();
  }

  private static double days(Spread end, double q) {
    return Duration.between(Plans.MONDAY, end.at(q)).toHours() / 24.0;
  }

  private static double width(Spread end) {
    return Math.log(days(end, 0.9) / days(end, 0.1));
  }

  /// Tasks of 8 hours that took so many times as long, give or take a third.
  private static History finished(int projects, double ratio) {
    List<History.Finished> tasks = new ArrayList<>();
    for (int i = 0; i < 30 * projects; i++) {
      double hours = 8 * ratio * (i % 3 == 0 ? 0.66 : i % 3 == 1 ? 1 : 1.5);
      tasks.add(
          new History.Finished(
              new ProjectId("old-" + i / 30),
              Duration.ofHours(8),
              Duration.ofMinutes(Math.round(60 * hours))));
    }
    return new History(tasks);
  }

  @Test
  void withoutHistoryTheForecastIsWideAndSaysSo() {
    Outcome outcome = Forecaster.forecast(ask(PLAN));
    assertThat(outcome.findings())
        .anySatisfy(it -> {
          assertThat(it.code()).isEqualTo(Finding.Code.LITTLE_KNOWN);
          assertThat(it.message()).startsWith("No finished tasks are known");
        });
    assertThat(days(end(outcome), 0.9)).isGreaterThan(3 * days(end(outcome), 0.1));
  }

  @Test
  void oneFinishedProjectSaysSomethingButNotEverything() {
    Spread none = end(Forecaster.forecast(ask(PLAN)));
    Spread one = end(Forecaster.forecast(ask(PLAN).with(finished(1, 2))));
    Spread many = end(Forecaster.forecast(ask(PLAN).with(finished(20, 2))));
    assertThat(days(one, 0.5)).isBetween(1.05 * days(none, 0.5), 0.95 * days(many, 0.5));
    assertThat(width(one)).isBetween(width(many), width(none));
  }

  @Test
  void estimatesOfZeroAreSaidAndTheRestIsForecast() {
    Outcome outcome =
        Forecaster.forecast(
            ask(
                "start 2027-01-11\n"
                    + "a 0h by jon\n"
                    + "b 2d by jon after a\n"
                    + "end 0d after b, c\n"
                    + "c 0h/0h/0h"));
    assertThat(outcome.forecast().tasks()).hasSize(4);
    assertThat(end(outcome).likely()).isBetween("2027-01-12", "2027-01-14");
  }

  @Test
  void whoeverTicketsLeaveNothingHasLevers() {
    Duration nine = Duration.ofHours(9);
    var all = new Interruptions.Load(Collections.nCopies(7, nine), 0.2, 0.4, 0.5);
    Question question =
        ask("start 2027-01-11\na 10d by jon\nb 1d by eva\nend 0d after a, b")
            .with(new Interruptions(Map.of(new PersonId("jon"), all), 0));
    Promise.Of work = new Promise.Of.ATask(new TaskId("a"));
    Outcome outcome = Forecaster.forecast(question);
    assertThat(codes(outcome.findings())).contains(Finding.Code.NO_WORKING_TIME);
    assertThat(Forecaster.finish(question, work)).isEmpty();

    List<Remedy> remedies = Levers.remedies(question, work, 5);
    assertThat(remedies)
        .extracting(Remedy::sentence)
        .containsExactlyInAnyOrder(
            "Take half of the tickets from jon.", "Let eva do \"a\" instead of jon.");
    assertThat(remedies)
        .allSatisfy(it -> {
          assertThat(it.left()).isZero();
          assertThat(Forecaster.finish(Levers.with(question, it.change()), work)).isPresent();
        });
    assertThat(Levers.remedies(question, new Promise.Of.ATask(new TaskId("b")), 5)).isEmpty();
  }

  @Test
  void ticketsThatNoHalvingHelpsLeaveOnlySomebodyElse() {
    var all = new Interruptions.Load(Collections.nCopies(7, Duration.ofHours(24)), 0, 0, 0);
    Question question =
        ask("start 2027-01-11\na 10d by jon\nend 1d by eva after a")
            .with(new Interruptions(Map.of(new PersonId("jon"), all), 0));
    assertThat(Levers.remedies(question, new Promise.Of.AProject(new ProjectId("plan")), 5))
        .extracting(Remedy::change)
        .containsExactly(
            new Change.HandOver(new TaskId("a"), new PersonId("jon"), new PersonId("eva")));
  }

  @Test
  void nearlyAllHoursGiveALateDate() {
    var most =
        new Interruptions.Load(Collections.nCopies(7, Duration.ofMinutes(475)), 0.3, 0.4, 0.5);
    Outcome outcome =
        Forecaster.forecast(
            ask(PLAN).with(new Interruptions(Map.of(new PersonId("jon"), most), 0)));
    assertThat(end(outcome).likely()).isAfter("2027-03-01");
  }

  @Test
  void absurdThreePointsAreCutToWhatPeopleMayMean() {
    for (String points : List.of("1m/10d/99999d", "0h/10d/10d", "10d/10d/10d", "1m/1m/200d")) {
      Outcome outcome =
          Forecaster.forecast(
              ask("start 2027-01-11\na %s by jon\nend 0d after a".formatted(points)));
      assertThat(days(end(outcome), 0.5)).as(points).isLessThan(30);
      assertThat(days(end(outcome), 0.95)).as(points).isLessThan(10_000);
    }
    assertThatThrownBy(() -> PlanText.read("start 2027-01-11\na 9d/5d/2d"))
        .isInstanceOf(PlanTextException.class)
        .hasMessageContaining("Three points go up");
    assertThatThrownBy(() -> PlanText.read("start 2027-01-11\na -1d"))
        .isInstanceOf(PlanTextException.class);
  }

  @Test
  void risksThatContradictEachOtherAreSaidAndTheDateIsThere() {
    Outcome outcome =
        Forecaster.forecast(
            ask(
                PLAN
                    + """

                    risk one 70% delays a 5d exclusive audit
                    risk two 60% delays a 5d exclusive audit
                    risk six 30% delays a 5d together audit
                    """));
    assertThat(codes(outcome.findings())).contains(Finding.Code.RISKS_CONTRADICT);
    assertThat(end(outcome).likely()).isAfter("2027-01-22");
  }

  @Test
  void weeksThatNobodySawAreNoWeeksWithoutTickets() {
    double[] weeks = new double[40];
    Arrays.setAll(weeks, i -> 20 + 4 * (i % 3));
    double[] gaps = weeks.clone();
    Arrays.fill(gaps, 10, 30, Double.NaN);
    LocalDate monday = LocalDate.of(2026, 1, 5);
    Level whole = Level.of(Series.of(monday, Series.Step.WEEK, weeks));
    Level seen = Level.of(Series.of(monday, Series.Step.WEEK, gaps));
    assertThat(seen.mean()).isCloseTo(whole.mean(), within(1.5));
    assertThat(seen.levelCv()).isGreaterThan(whole.levelCv());
    assertThat(seen.weeks()).isEqualTo(20);
  }

  @Test
  void aCountThatExplodesIsFlaggedAndTheDateStaysADate() {
    double[] weeks = new double[30];
    Arrays.setAll(weeks, i -> i < 27 ? 20 + i % 3 : 20 * Math.pow(8, i - 26));
    Series series = Series.of(LocalDate.of(2026, 1, 5), Series.Step.WEEK, weeks);
    assertThat(Watch.regime(series))
        .isInstanceOfSatisfying(Regime.Changed.class, it -> assertThat(it.isRise()).isTrue());
    Level level = Level.of(series);
    assertThat(level.mean()).isFinite();
    assertThat(level.levelCv()).isFinite();
    var load =
        new Interruptions.Load(
            Collections.nCopies(7, Duration.ofMinutes(90)),
            level.levelCv(),
            level.weeklyCv(),
            level.persistence());
    Outcome outcome =
        Forecaster.forecast(
            ask(PLAN).with(new Interruptions(Map.of(new PersonId("jon"), load), 0)));
    assertThat(end(outcome).earliest()).isAfter("2027-01-11");
  }

  /// Clocks of central Europe jump from 2 to 3 on 28 March 2027 and back on 31 October. Plans are
  /// in wall-clock time: a night is as long as it says, and an hour that is missing is an hour.
  @Test
  void nightsInWhichClocksChangeAreNightsLikeOthers() {
    for (LocalDate sunday : List.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 10, 31))) {
      LocalDateTime before = sunday.minusDays(2).atTime(12, 0);
      String text =
          """
          start  %s
          window night Sun 01:00..Sun 05:00 out of hours
          a      elapsed 24h not before %s
          cut    2h by jon within night after a
          end    0d after cut
          """
              .formatted(before.toLocalDate(), before);
      Schedule schedule =
          Scheduler.schedule(
              PlanText.read(text), Interruptions.NONE, sunday.atTime(2, 30).minusDays(2));
      assertThat(get(schedule.tasks(), new TaskId("a")).finish()).isEqualTo(before.plusDays(1));
      assertThat(get(schedule.tasks(), new TaskId("cut")).start()).isEqualTo(sunday.atTime(1, 0));
      assertThat(get(schedule.tasks(), new TaskId("cut")).finish()).isEqualTo(sunday.atTime(3, 0));
      Question question =
          new Question(
              PlanText.read(text),
              Interruptions.NONE,
              History.NONE,
              sunday.atTime(2, 30),
              200,
              new Seed(7));
      assertThat(Forecaster.finish(question, END)).isPresent();
    }
    List<LocalDate> tickets =
        List.of(LocalDate.of(2027, 3, 27), LocalDate.of(2027, 3, 28), LocalDate.of(2027, 3, 28));
    Series days = Series.counting(tickets, LocalDate.of(2027, 3, 22), LocalDate.of(2027, 4, 4));
    assertThat(days.weeks().seen()).containsExactly(3, 0);
  }
}
