package dev.linchpin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.internal.Simulation;
import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Runs that are played as they are needed, or elsewhere.
final class RefiningTests {
  private static final ProjectId NET = new ProjectId("NET");

  private static final String PLAN =
      """
      start    2027-01-11
      project  NET
      design   5d by jon
      build    10d by eva after design
      test     8d by jon after build
      paper    20d by ola
      rate     jon 100
      risk     late 30% delays test 1w
      """;

  private static Question ask(String plan, int runs) {
    return new Question(
        PlanText.read(plan), Interruptions.NONE, History.NONE, Plans.MONDAY, runs, new Seed(3));
  }

  private static String text(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    Forecast it = outcome.forecast();
    lines.add("runs " + it.runs());
    it.tasks()
        .forEach((id, task) ->
            lines.add(
                id
                    + " "
                    + task.likelyStart()
                    + " "
                    + task.critical()
                    + task.finish().dots(it.runs())));
    it.projects().forEach((id, end) -> lines.add(id + " " + end.dots(it.runs())));
    it.costs().forEach((id, cost) -> lines.add(id + " " + cost.at(0.1) + " " + cost.at(0.8)));
    it.criticalPeople().forEach((id, who) -> lines.add(id + " " + new TreeMap<>(asText(who))));
    outcome.findings().forEach(finding -> lines.add(finding.message()));
    lines.sort(null);
    return String.join("\n", lines);
  }

  private static Map<String, Double> asText(Map<PersonId, Double> shares) {
    Map<String, Double> text = new HashMap<>();
    shares.forEach((id, share) -> text.put(id.value(), share));
    return text;
  }

  @Test
  void threeNodesGiveOneAnswer() {
    Question question = ask(PLAN, 1_000);
    List<Batch> batches =
        List.of(
            Forecaster.play(question, 700, 1_000),
            Forecaster.play(question, 0, 300),
            Forecaster.play(question, 300, 700));
    List<Batch> sent = batches.stream().map(it -> Batch.of(it.bytes())).toList();
    assertThat(text(Forecaster.merge(question, sent)))
        .isEqualTo(text(Forecaster.forecast(question)));
  }

  @Test
  void anyPlanMergesToTheSameAnswer() {
    for (int seed = 0; seed < 12; seed++) {
      Question question =
          new Question(
              new RandomPlans(seed).odd(),
              Interruptions.NONE,
              History.NONE,
              Plans.MONDAY,
              90,
              new Seed(3));
      List<Batch> batches = new ArrayList<>();
      for (int from = 0; from < 90; from += 30) {
        batches.add(Forecaster.play(question, from, from + 30));
      }
      assertThat(text(Forecaster.merge(question, batches)))
          .isEqualTo(text(Simulation.forecast(question, 1)));
    }
  }

  @Test
  void runsThatAreMissingOrThereTwiceAreRefused() {
    Question question = ask(PLAN, 100);
    Batch first = Forecaster.play(question, 0, 60);
    Batch second = Forecaster.play(question, 60, 100);
    assertThatThrownBy(() -> Forecaster.merge(question, List.of(first)))
        .hasMessage("60 of 100 runs are there.");
    assertThatThrownBy(() -> Forecaster.merge(question, List.of(second)))
        .hasMessage("Run 0 is missing, or there twice.");
    assertThatThrownBy(() -> Forecaster.merge(question, List.of(first, first, second)))
        .hasMessage("Run 0 is missing, or there twice.".replace("0", "60"));
    assertThatThrownBy(() -> Forecaster.play(question, 60, 101)).hasMessageContaining("not among");
    assertThatThrownBy(() -> Batch.of(new byte[3])).hasMessageContaining("no batch");
  }

  @Test
  void somethingIsShownAfter256RunsAndThenAsTheyDouble() {
    List<Integer> shown = new ArrayList<>();
    Outcome outcome =
        Forecaster.untilStable(
            ask(PLAN, 3_000),
            sofar -> {
              shown.add(sofar.runs());
              return true;
            });
    assertThat(shown).startsWith(256, 512);
    assertThat(outcome.forecast().runs()).isGreaterThanOrEqualTo(1_024);
  }

  @Test
  void fewerRunsAreTheFirstOfTheSame() {
    Outcome stopped = Forecaster.untilStable(ask(PLAN, 3_000), sofar -> sofar.runs() < 512);
    assertThat(stopped.forecast().runs()).isEqualTo(512);
    Forecast asked = Forecaster.forecast(ask(PLAN, 512)).forecast();
    assertThat(Plans.get(stopped.forecast().projects(), NET).dots(512))
        .isEqualTo(Plans.get(asked.projects(), NET).dots(512));
  }

  @Test
  void whatHardlyVariesIsStableSoonAndWhatVariesMuchIsNot() {
    String calm = "start 2027-01-11\na elapsed 30d/30d/30d\n";
    String wild = "start 2027-01-11\na 100d by jon\n";
    assertThat(Forecaster.untilStable(ask(calm, 20_000), _ -> true).forecast().runs())
        .isEqualTo(1_024);
    assertThat(Forecaster.untilStable(ask(wild, 20_000), _ -> true).forecast().runs())
        .isBetween(1_025, 20_000);
  }

  @Test
  void oneEndIsFoundTheQuickWay() {
    Question question = ask(PLAN, 4_000);
    Spread quick = Forecaster.finish(question, new Promise.Of.AProject(NET)).orElseThrow();
    Spread slow =
        Plans.get(Forecaster.forecast(question.withRuns(quick.runs())).forecast().projects(), NET);
    assertThat(quick.dots(100)).isEqualTo(slow.dots(100));
    assertThat(Forecaster.finish(question, new Promise.Of.AProject(new ProjectId("no")))).isEmpty();
  }

  @Test
  void whoeverDecidesTheEndIsCritical() {
    Forecast forecast =
        Forecaster.forecast(
                ask(
                    "start 2027-01-11\nlong 80d by jon\nshort 1d by eva after long\nx 1h by ola",
                    200))
            .forecast();
    assertThat(Plans.get(forecast.criticalPeople(), new ProjectId("plan")))
        .containsOnly(Map.entry(new PersonId("jon"), 1.0), Map.entry(new PersonId("eva"), 1.0));
  }

  @Test
  void theByDateRepeatsItselfWithOtherSeeds() {
    String plan =
        "start 2027-01-11\nproject NET\n"
            + IntStream.range(0, 24)
                .mapToObj(i ->
                    "t%d %dd by p%d%s\n"
                        .formatted(i, 2 + i % 5, i % 4, i < 4 ? "" : " after t" + (i - 3)))
                .collect(Collectors.joining());
    double[] by = new double[20];
    double sd = 0;
    for (int seed = 0; seed < by.length; seed++) {
      Question question =
          new Question(
              PlanText.read(plan),
              Interruptions.NONE,
              History.NONE,
              Plans.MONDAY,
              1_024,
              new Seed(seed));
      Spread end = Forecaster.finish(question, new Promise.Of.AProject(NET)).orElseThrow();
      by[seed] = hours(end.at(0.80));
      double[] dots = end.dots(1_024).stream().mapToDouble(RefiningTests::hours).toArray();
      sd += deviation(dots) / by.length;
    }
    assertThat(deviation(by)).isLessThan(0.06 * sd);
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(values).map(it -> (it - mean) * (it - mean)).average().orElseThrow());
  }

  private static double hours(LocalDateTime at) {
    return Duration.between(Plans.MONDAY, at).toMinutes() / 60.0;
  }

  @Test
  void theStressLineIsFarBeyondThePercentiles() {
    Question question = ask("start 2027-01-11\na 20d/20d/20d by jon", 500);
    Spread end =
        Plans.get(Forecaster.forecast(question).forecast().projects(), new ProjectId("plan"));
    Stress stress = Stress.of(Plans.MONDAY, end);
    assertThat(stress.ratio()).isBetween(2.9, 3.0);
    assertThat(stress.by()).isAfter(end.late());
  }
}
