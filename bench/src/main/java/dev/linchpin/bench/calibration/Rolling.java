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

/*
 * Split: forward in time. At every step from `from` on each method is given the steps before it,
 * nothing else, and says what the next ones bring. The errors are scaled by what "as one week ago"
 * missed in the same past (MASE); those of totals are in percent. Whole numbers are inside an 80 %
 * range where their randomised PIT is: an honest range of counts holds the truth more often than 8
 * times in 10 if its ends count as inside. Forecasts of neighbouring steps are no independent
 * cases, so a change's range is drawn from whole quarters.
 */
/// Marks forecasts of a series as it goes on.
///
/// @param at the word of the lines: how far ahead
/// @param from the first step that is forecast
/// @param ahead how many steps ahead are marked
record Rolling(String target, String at, Series all, int from, int ahead) {
  private static final int QUARTER = 13;

  /// What is asked at one moment: the past, and which step ahead.
  private record Asked(Series past, int steps) {}

  /// Each step ahead, for itself.
  void mark(Map<String, Ahead> methods, Report report, List<String> baselines) {
    List<Asked> questions = new ArrayList<>();
    for (int length = from; length + ahead <= all.length(); length++) {
      for (int steps = 1; steps <= ahead; steps++) {
        questions.add(new Asked(all.past(length), steps));
      }
    }
    print(marks(questions, methods, false), groups(questions), report, baselines);
  }

  /// The next steps together.
  void markTotal(Map<String, Ahead> methods, Report report, List<String> baselines) {
    List<Asked> questions = new ArrayList<>();
    for (int length = from; length + ahead <= all.length(); length++) {
      questions.add(new Asked(all.past(length), ahead));
    }
    print(marks(questions, methods, true), groups(questions), report, baselines);
  }

  private Map<String, List<Scored>> marks(
      List<Asked> questions, Map<String, Ahead> methods, boolean together) {
    Map<String, List<Scored>> marks = new LinkedHashMap<>();
    var random = new SplittableRandom(1);
    for (Asked asked : questions) {
      Series past = asked.past();
      double actual = together ? total(past.length()) : all.at(past.length() - 1 + asked.steps());
      double naive = together ? Double.NaN : naiveMiss(past);
      double u = random.nextDouble();
      methods.forEach((name, method) -> {
        Sample forecast = method.ahead(past, asked.steps()).orElseThrow();
        marks.computeIfAbsent(name, _ -> new ArrayList<>()).add(marked(forecast, actual, u, naive));
      });
    }
    return marks;
  }

  private void print(
      Map<String, List<Scored>> marks, int[] groups, Report report, List<String> baselines) {
    marks.forEach((method, marked) -> report.line(target, at, method, marked));
    List<Scored> ours = marks.getOrDefault(Report.OURS, List.of());
    if (ours.isEmpty()) {
      report.remark("%s %s: too few steps to look %d ahead", target, at, ahead);
      return;
    }
    report.honesty(target, at, ours);
    for (String baseline : baselines) {
      report.change(
          "%s %s crps".formatted(target, at),
          baseline,
          ours,
          marks.getOrDefault(baseline, List.of()),
          Scored::crps,
          groups);
    }
  }

  private int[] groups(List<Asked> questions) {
    int quarter = QUARTER * cycle();
    return questions.stream().mapToInt(one -> (one.past().length() - from) / quarter).toArray();
  }

  private static Scored marked(Sample forecast, double actual, double u, double naiveMiss) {
    Scored ends = Scored.of(forecast, actual, u);
    boolean inside = 0.1 <= ends.pit() && ends.pit() <= 0.9;
    boolean together = Double.isNaN(naiveMiss);
    double percent = together ? ends.percentError() : Double.NaN;
    return new Scored(ends.crps(), percent, Double.NaN, inside, ends.pit() <= 0.8, ends.pit())
        .against(Math.abs(forecast.median() - actual), naiveMiss);
  }

  /// The mean distance of a step from the one a week before, over the past.
  private double naiveMiss(Series past) {
    double sum = 0;
    for (int i = cycle(); i < past.length(); i++) {
      sum += Math.abs(past.at(i) - past.at(i - cycle()));
    }
    return sum / Math.max(1, past.length() - cycle());
  }

  private int cycle() {
    return all.step() == Series.Step.DAY ? 7 : 1;
  }

  private double total(int first) {
    double sum = 0;
    for (int i = first; i < first + ahead; i++) {
      sum += all.at(i);
    }
    return sum;
  }
}
