package dev.linchpin.bench;

import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.score.Sample;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;

/// Forecasts projects whose truth is drawn from the very model, by other code: `--projects 200
/// --runs 1024 --first 1`. Then the truth has to lie anywhere in the forecast with equal chance
/// (PIT, tested after Kolmogorov), and four of five times in the middle 80 %.
public final class SyntheticBench {
  private SyntheticBench() {}

  public static void main(String[] all) {
    Arguments asked = Arguments.of(all);
    int projects = (int) asked.number("projects", 200);
    int runs = (int) asked.number("runs", 1_024);
    long first = asked.number("first", 1);
    double[] pit = new double[projects];
    int inside = 0;
    int kept = 0;
    for (int i = 0; i < projects; i++) {
      TrueProject project = TrueProject.of(first + i);
      Sample forecast = forecast(project, runs, first + i);
      double truth = hours(TrueRun.end(project, -first - i));
      pit[i] = forecast.pit(truth, new SplittableRandom(i).nextDouble());
      inside += pit[i] >= 0.1 && pit[i] <= 0.9 ? 1 : 0;
      kept += pit[i] <= 0.8 ? 1 : 0;
    }
    Arrays.sort(pit);
    double distance = distance(pit);
    System.out.println(
        String.format(
            Locale.ROOT,
            "set=synthetic n=%d runs=%d ks=%.3f p=%.3f cov80=%.1f p80=%.1f",
            projects,
            runs,
            distance,
            chance(distance, projects),
            100.0 * inside / projects,
            100.0 * kept / projects));
  }

  private static Sample forecast(TrueProject project, int runs, long seed) {
    var question =
        new Forecaster.Question(
            project.plan(),
            project.interruptions(),
            History.NONE,
            PeoplePlan.START,
            runs,
            new Seed(seed));
    Spread end =
        Objects.requireNonNull(
            Forecaster.forecast(question).forecast().projects().get(TrueProject.ID));
    return Sample.of(end.dots(end.runs()).stream().mapToDouble(SyntheticBench::hours).toArray());
  }

  private static double hours(LocalDateTime at) {
    return Duration.between(PeoplePlan.START, at).toMinutes() / 60.0;
  }

  /// The largest distance of ascending values from the uniform distribution.
  static double distance(double[] sorted) {
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      double above = (i + 1.0) / sorted.length - sorted[i];
      double below = sorted[i] - (double) i / sorted.length;
      distance = Math.max(distance, Math.max(above, below));
    }
    return distance;
  }

  /// The chance of that distance or a larger one if all is well: Kolmogorov's limit, with Stephens'
  /// correction for few values (JASA 69, 1974).
  static double chance(double distance, int count) {
    double root = Math.sqrt(count);
    double x = distance * (root + 0.12 + 0.11 / root);
    double sum = 0;
    for (int k = 1; k <= 100; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
    }
    return Math.clamp(sum, 0, 1);
  }
}
