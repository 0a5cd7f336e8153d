package dev.linchpin.forecast.learn;

import dev.linchpin.forecast.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/*
 * Actual over estimate of this organisation's tasks, by size of the estimate, then by kind of work.
 * Each class keeps its most recent 300 and weighs n / (n + 40) against the next wider one: kind
 * within size, size, all tasks, and at last what is built in. Of all ways tried on 4,054 real tasks
 * ratios by size gave the best forecasts (docs/calibration.md).
 */
/// How estimates of single tasks turn out.
public final class TaskRatios {
  /// Estimates of up to 1, 2, 4, 8, 20 hours, and more, are classes of their own.
  private static final double[] EDGES_HOURS = {1, 2, 4, 8, 20};

  private static final int RECENT = 300;
  private static final double PRIOR_WEIGHT = 40;
  private static final double MOST = 100;
  private static final String ALL = "all";

  /// What is known of each class, wider ones mixed in.
  private final Map<String, RatioClass> classes = new HashMap<>();

  private TaskRatios() {}

  /// Tasks estimated at nothing, or done in none, say nothing and are passed over.
  ///
  /// @param history finished before the forecast is made, oldest first
  public static TaskRatios of(History history) {
    Map<String, List<Double>> latest = new HashMap<>();
    Set<List<String>> chains = new LinkedHashSet<>();
    for (History.Finished task : history.tasks().reversed()) {
      double hours = task.estimated().toSeconds() / 3600.0;
      double actual = task.actual().toSeconds() / 3600.0;
      if (hours > 0 && actual > 0) {
        double ratio = Math.clamp(actual / hours, 1 / MOST, MOST);
        List<String> chain = chain(hours, task.kind());
        chains.add(chain);
        for (String name : chain) {
          List<Double> ratios = latest.computeIfAbsent(name, _ -> new ArrayList<>());
          if (ratios.size() < RECENT) {
            ratios.add(ratio);
          }
        }
      }
    }
    TaskRatios learned = new TaskRatios();
    chains.forEach(chain -> learned.learn(chain, latest));
    return learned;
  }

  private void learn(List<String> chain, Map<String, List<Double>> latest) {
    RatioClass wider = RatioClass.builtIn(1);
    for (String name : chain) {
      RatioClass around = wider;
      List<Double> own = latest.getOrDefault(name, List.of());
      wider =
          classes.computeIfAbsent(
              name, _ -> around.refined(own, own.size() / (own.size() + PRIOR_WEIGHT)));
    }
  }

  /// What to expect of a task.
  ///
  /// @param hours its estimate
  /// @param kind what sort of work it is; empty: not known
  public RatioClass of(double hours, String kind) {
    RatioClass expected = RatioClass.builtIn(hours);
    for (String name : chain(hours, kind)) {
      RatioClass learned = classes.get(name);
      if (learned != null) {
        expected = new RatioClass(learned.known(), learned.weight(), expected.logSd());
      }
    }
    return expected;
  }

  /// The classes of a task, from the widest to the narrowest.
  private static List<String> chain(double hours, String kind) {
    int size = 0;
    while (size < EDGES_HOURS.length && hours > EDGES_HOURS[size]) {
      size++;
    }
    String bySize = "size " + size;
    return kind.isEmpty() ? List.of(ALL, bySize) : List.of(ALL, bySize, bySize + " " + kind);
  }
}
