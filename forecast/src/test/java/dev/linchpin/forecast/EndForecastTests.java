package dev.linchpin.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.text.PlanText;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One end while somebody edits the plan.
final class EndForecastTests {
  private static final ProjectId NET_ID = new ProjectId("NET");
  private static final Promise.Of NET = new Promise.Of.AProject(NET_ID);

  /// Two projects of three people each that share nobody.
  private static String plan(String first, String other) {
    return "start 2027-01-11\nproject NET\n"
        + tasks("n", first)
        + "project WEB\n"
        + tasks("w", other);
  }

  private static String tasks(String name, String length) {
    return IntStream.range(0, 24)
        .mapToObj(i ->
            "%s%d %s by %s-p%d%s\n"
                .formatted(
                    name,
                    i,
                    i == 4 ? length : 3 + i % 4 + "d",
                    name,
                    i % 3,
                    i < 3 ? "" : " after " + name + (i - 3)))
        .collect(Collectors.joining());
  }

  private static Question ask(String plan) {
    return new Question(
        PlanText.read(plan), Interruptions.NONE, History.NONE, Plans.MONDAY, 4_000, new Seed(3));
  }

  private static EndForecast first() {
    return EndForecast.of(ask(plan("4d", "4d")), NET).orElseThrow();
  }

  @Test
  void anEditElsewhereCostsNoRun() {
    EndForecast before = first();
    EndForecast after = before.with(ask(plan("4d", "40d"))).orElseThrow();
    assertThat(after.finish().dots(100)).isEqualTo(before.finish().dots(100));
  }

  @Test
  void fewRunsAfterAnEditSayWhatAllWouldSay() {
    EndForecast after = first().with(ask(plan("36h", "4d"))).orElseThrow();
    Spread all = Forecaster.finish(ask(plan("36h", "4d")), NET).orElseThrow();
    assertThat(after.played()).isLessThan(after.finish().runs());
    for (double q : new double[] {0.5, 0.8, 0.95}) {
      assertThat(Duration.between(all.at(q), after.finish().at(q)).abs())
          .as("quantile %s", q)
          .isLessThanOrEqualTo(Duration.ofDays(3));
    }
  }

  @Test
  void anEditedDateIsThatOfAFullForecastOrTheWorkingDayBesideIt() {
    EndForecast before = first();
    for (int hours = 4; hours <= 80; hours += 4) {
      Question edited = ask(plan(hours + "h", "4d"));
      Spread few = before.with(edited).orElseThrow().finish();
      Forecast whole = Forecaster.forecast(edited.withRuns(few.runs())).forecast();
      Spread all = Objects.requireNonNull(whole.projects().get(NET_ID));
      assertThat(few.by())
          .as("4 days became %d hours", hours)
          .isBetween(workday(all.by(), -1), workday(all.by(), 1));
    }
  }

  private static LocalDate workday(LocalDate day, int step) {
    LocalDate at = day.plusDays(step);
    return at.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? workday(at, step) : at;
  }

  @Test
  void aQuestionOfFewRunsPlaysAllOfThemAgain() {
    Question few = ask(plan("4d", "4d")).withRuns(128);
    Question edited = ask(plan("9d", "4d")).withRuns(128);
    Spread after = EndForecast.of(few, NET).orElseThrow().with(edited).orElseThrow().finish();
    assertThat(after.dots(50))
        .isEqualTo(EndForecast.of(edited, NET).orElseThrow().finish().dots(50));
  }

  @Test
  void whatIsEditedBackIsAsItWas() {
    EndForecast before = first();
    EndForecast back =
        before.with(ask(plan("9d", "4d"))).orElseThrow().with(ask(plan("4d", "4d"))).orElseThrow();
    assertThat(back.finish().dots(100)).isEqualTo(before.finish().dots(100));
  }

  @Test
  void whatIsTakenOutOfThePlanHasNoEnd() {
    String other = plan("4d", "4d").replace("project NET", "project OLD");
    assertThat(first().with(ask(other))).isEmpty();
  }
}
