package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.load.Ahead;
import dev.linchpin.forecast.load.Series;
import dev.linchpin.forecast.score.Sample;
import dev.linchpin.forecast.score.Scored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;

/*
 * Split: forward in time. At every step from `from` on each method is given the steps before it,
 * nothing else, and says what the next ones bring. The errors are scaled by what "as one week ago"
 * missed in the same past (MASE); of totals in percent. Whole numbers are inside an 80 % range where their randomised
 * PIT is: an honest range of counts holds the truth more often than 8 times in 10 if its ends
 * count as inside.
 */
/// Marks forecasts of a series as it goes on.
///
/// @param at the word of the lines: how far ahead
/// @param from the first step that is forecast
/// @param ahead how many steps ahead are marked, each for itself
record Rolling(String target, String at, Series all, int from, int ahead) {

  /// What is asked at one moment: the past, and which step ahead.
  private record Asked(Series past, int steps) {}

  /// Each step ahead.
  void mark(Map<String, Ahead> methods, Report report, List<String> baselines) {
    List<Asked> questions = new ArrayList<>();
    for (int length = from; length + ahead <= all.length(); length++) {
      for (int steps = 1; steps <= ahead; steps++) {
        questions.add(new Asked(all.past(length), steps));
      }
    }
    mark(
        questions,
        methods,
        (past, steps) -> all.at(past.length() - 1 + steps),
        true,
        report,
        baselines);
  }

  /// The next steps together.
  void markTotal(Map<String, Ahead> methods, Report report, List<String> baselines) {
    List<Asked> questions = new ArrayList<>();
    for (int length = from; length + ahead <= all.length(); length++) {
      questions.add(new Asked(all.past(length), ahead));
    }
    mark(
        questions, methods, (past, steps) -> total(past.length(), steps), false, report, baselines);
  }

  private void mark(
      List<Asked> questions,
      Map<String, Ahead> methods,
      ToDoubleBiFunction<Series, Integer> truth,
      boolean scaled,
      Report report,
      List<String> baselines) {
    Map<String, List<Scored>> marks = new LinkedHashMap<>();
    var random = new SplittableRandom(1);
    for (Asked asked : questions) {
      double actual = truth.applyAsDouble(asked.past(), asked.steps());
      double u = random.nextDouble();
      double naive = scaled ? naiveMiss(asked.past()) : 0;
      methods.forEach((name, method) ->
          marks
              .computeIfAbsent(name, _ -> new ArrayList<>())
              .add(
                  marked(
                      method.ahead(asked.past(), asked.steps()).orElseThrow(), actual, u, naive)));
    }
    marks.forEach((method, marked) -> report.line(target, at, method, marked));
    List<Scored> ours = marks.getOrDefault(Report.OURS, List.of());
    report.honesty(target, at, ours);
    for (String baseline : baselines) {
      report.change(
          target + " crps", baseline, ours, marks.getOrDefault(baseline, List.of()), Scored::crps);
    }
  }

  private static Scored marked(Sample forecast, double actual, double u, double naiveMiss) {
    Scored ends = Scored.of(forecast, actual, u);
    boolean inside = 0.1 <= ends.pit() && ends.pit() <= 0.9;
    return new Scored(ends.crps(), Double.NaN, Double.NaN, inside, ends.pit() <= 0.8, ends.pit())
        .against(Math.abs(forecast.median() - actual), naiveMiss);
  }

  /// The mean distance of a step from the one a week before, over the past.
  private static double naiveMiss(Series past) {
    int cycle = past.step() == Series.Step.DAY ? 7 : 1;
    double sum = 0;
    for (int i = cycle; i < past.length(); i++) {
      sum += Math.abs(past.at(i) - past.at(i - cycle));
    }
    return sum / Math.max(1, past.length() - cycle);
  }

  private double total(int first, int steps) {
    double sum = 0;
    for (int i = first; i < first + steps; i++) {
      sum += all.at(i);
    }
    return sum;
  }
}
