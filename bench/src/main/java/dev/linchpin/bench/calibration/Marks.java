package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.score.Sample;
import dev.linchpin.forecast.score.ScoreCard;
import dev.linchpin.forecast.score.Scored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Marks of several methods on the same cases, by moment. Forecasts of one project lie on one score
/// card, and each card counts once, however often the project reported.
final class Marks {
  private final Report report;
  private final String target;
  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<String, Map<String, Map<String, List<Scored>>>> byMoment =
      new LinkedHashMap<>();

  Marks(Report report, String target) {
    this.report = report;
    this.target = target;
  }

  /// Marks the only forecast of a project at that moment, with CRPS per unit of the truth.
  void add(String at, String method, String project, Sample forecast, double actual) {
    add(at, method, project, Scored.of(forecast, actual, random.nextDouble()).per(actual));
  }

  void add(String at, String method, String project, Scored scored) {
    byMoment
        .computeIfAbsent(at, _ -> new LinkedHashMap<>())
        .computeIfAbsent(method, _ -> new LinkedHashMap<>())
        .computeIfAbsent(project, _ -> new ArrayList<>())
        .add(scored);
  }

  /// The lines of one moment, and how far our figures are known.
  void print(String at) {
    for (String method : byMoment.getOrDefault(at, Map.of()).keySet()) {
      report.lineOfCards(target, at, method, cards(at, method));
    }
    report.honestyOfCards(target, at, cards(at, Report.OURS));
  }

  /// How much lower our CRPS and our percentage errors are than a baseline's.
  void compare(String at, String baseline) {
    compare(at, "crps", baseline, ScoreCard::crps);
    compare(at, "mape", baseline, ScoreCard::mape);
  }

  private void compare(String at, String name, String baseline, ToDoubleFunction<ScoreCard> mark) {
    List<ScoreCard> ours = cards(at, Report.OURS);
    List<ScoreCard> theirs = cards(at, baseline);
    if (!ours.isEmpty() && ours.size() == theirs.size()) {
      int[] alone = IntStream.range(0, ours.size()).toArray();
      report.change(target + " " + at + " " + name, baseline, ours, theirs, mark, alone);
    }
  }

  private List<ScoreCard> cards(String at, String method) {
    return byMoment.getOrDefault(at, Map.of()).getOrDefault(method, Map.of()).values().stream()
        .map(ScoreCard::new)
        .toList();
  }
}
