package dev.linchpin.forecast.learn;

import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.score.Normal;
import dev.linchpin.forecast.score.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * Earned schedule and earned value extrapolate the performance so far in full (SPI(t), CPI) or not
 * at all (PF = 1). In full is the worst early on: little is done, so little is known. Here the rest
 * takes its plan × exp(drift + trust · earned · log(performance)): what was seen so far weighs more
 * the more is earned. Drift and trust are those that would have forecast the finished projects
 * best: smallest mean error in percent of their true total, each project counting once. Ranges come
 * from how far the finished projects then were off at about the same stage; their middle is the
 * fitted one, because a middle of its own for each stage learned noise.
 *
 * Fewer than five finished projects teach nothing: drift 0, trust 0.5, and lognormal with a log-sd
 * of 0.4. Earned schedule: W. Lipke, The Measurable News, 2003; forms compared by J. Batselier and
 * M. Vanhoucke, J. Constr. Eng. Manage. 141, 2015.
 */
/// How the rest of a project follows from its beginning, in days or in money.
public final class Pace {
  private static final int PROJECTS_LEAST = 5;
  private static final double[] DRIFTS = steps(-0.1, 0.4, 0.05);
  private static final double[] TRUSTS = steps(0, 1, 0.125);
  private static final double USUAL_TRUST = 0.5;
  private static final double USUAL_LOG_SD = 0.4;
  private static final double STAGE = 0.15;
  private static final double MOST = 5;

  /// A plan that says nothing is left, while something is, says a hundredth.
  private static final double LEAST_REST = 0.01;

  private static final int POINTS = 100;

  /// Where a project stands.
  ///
  /// @param earned share of its budget that is earned, above 0, below 1
  /// @param past days or money it took so far
  /// @param plannedPast what that much was planned to take
  /// @param plannedRest what the rest is planned to take
  public record Status(
      ProjectId project, double earned, double past, double plannedPast, double plannedRest) {
    private double performance() {
      return StrictMath.log(Math.clamp(past / plannedPast, 1 / MOST, MOST));
    }

    private double rest(double drift, double trust) {
      double least = LEAST_REST * (plannedPast + plannedRest);
      return Math.max(least, plannedRest) * StrictMath.exp(drift + trust * earned * performance());
    }
  }

  /// A status of a finished project and what the rest did take.
  public record Ended(Status status, double rest) {}

  private final List<Ended> history;
  private final Map<ProjectId, Integer> reports = new HashMap<>();
  private double drift;
  private double trust = USUAL_TRUST;

  private Pace(List<Ended> history) {
    this.history = List.copyOf(history);
    history.forEach(ended -> reports.merge(ended.status().project(), 1, Integer::sum));
  }

  /// Learns from finished projects, in any order.
  public static Pace of(List<Ended> history) {
    Pace pace = new Pace(history);
    if (pace.reports.size() >= PROJECTS_LEAST) {
      pace.fit();
    }
    return pace;
  }

  /// How much longer the rest takes than planned when all went as planned so far, as a logarithm.
  public double drift() {
    return drift;
  }

  /// How far the performance so far is believed, times the share that is earned.
  public double trust() {
    return trust;
  }

  /// What the whole project takes.
  public Sample total(Status status) {
    double rest = status.rest(drift, trust);
    if (reports.size() < PROJECTS_LEAST) {
      return Sample.ofQuantiles(POINTS, p -> StrictMath.exp(USUAL_LOG_SD * Normal.quantile(p)))
          .times(rest)
          .plus(status.past());
    }
    double[] misses = new double[history.size()];
    double[] weights = new double[history.size()];
    for (int i = 0; i < misses.length; i++) {
      Ended ended = history.get(i);
      double away = (ended.status().earned() - status.earned()) / STAGE;
      misses[i] = Math.max(0, ended.rest()) / ended.status().rest(drift, trust);
      weights[i] = StrictMath.exp(-away * away / 2) / reports(ended);
    }
    Sample around = Sample.weighted(misses, weights);
    return around.times(rest / Math.max(1 / MOST, around.median())).plus(status.past());
  }

  private void fit() {
    double least = Double.MAX_VALUE;
    for (double tryDrift : DRIFTS) {
      for (double tryTrust : TRUSTS) {
        double error = 0;
        for (Ended ended : history) {
          double miss = ended.status().rest(tryDrift, tryTrust) - ended.rest();
          error += Math.abs(miss) / (ended.status().past() + ended.rest()) / reports(ended);
        }
        if (error < least) {
          least = error;
          drift = tryDrift;
          trust = tryTrust;
        }
      }
    }
  }

  private int reports(Ended ended) {
    return reports.getOrDefault(ended.status().project(), 1);
  }

  private static double[] steps(double from, double to, double step) {
    List<Double> steps = new ArrayList<>();
    for (int i = 0; from + i * step <= to + step / 2; i++) {
      steps.add(from + i * step);
    }
    return steps.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
