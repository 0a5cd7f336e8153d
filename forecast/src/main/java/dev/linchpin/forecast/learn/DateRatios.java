package dev.linchpin.forecast.learn;

import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.score.Normal;
import dev.linchpin.forecast.score.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/*
 * A team's date stays wrong by the same ratio until the end: in 81 commercial projects the true
 * remaining time was 1.74 to 2.0 times the claimed one (median) at every stage (T. Little, IEEE
 * Software 23, 2006). So the ratio is learned, in five classes of claimed progress, each finished
 * project with the same weight however often it reported.
 *
 * A few projects leave gaps between their ratios, and an 80 % point that jumps from one project to
 * the next. So each ratio stands for those near it: a normal kernel on the logarithms, as wide as
 * B. W. Silverman's rule says (Density Estimation, 1986, eq. 3.31 with 0.9 sd n^-0.2).
 *
 * Built in, with the weight of five projects: lognormal with median 1.4, between teams that plan
 * tightly (1.0) and those (1.8), log-sd 0.5. The median is our judgement.
 */
/// How dates that teams give for their own projects turn out.
public final class DateRatios {
  private static final double[] EDGES = {0.2, 0.4, 0.6, 0.8};
  private static final double BUILT_IN_MEDIAN = 1.4;
  private static final double BUILT_IN_LOG_SD = 0.5;
  private static final double BUILT_IN_PROJECTS = 5;
  private static final int POINTS = 100;
  private static final int KERNEL_POINTS = 9;

  /// A claim of less than a week is read as a week: that is how often teams report.
  private static final double LEAST_DAYS = 7;

  /// Who ends on the day of the claim took the day.
  private static final double LEAST_TOOK = 1;

  /// What a team says about its own date.
  ///
  /// @param passed days since the project began
  /// @param remaining days it will still take, says the team
  public record Claim(ProjectId project, double passed, double remaining) {
    private double days() {
      return Math.max(LEAST_DAYS, remaining);
    }

    private int stage() {
      double progress = passed / (passed + days());
      int stage = 0;
      while (stage < EDGES.length && progress >= EDGES[stage]) {
        stage++;
      }
      return stage;
    }
  }

  /// A claim of a finished project and how many days it did take from then.
  public record Ended(Claim claim, double took) {}

  private final List<Map<ProjectId, List<Double>>> stages = new ArrayList<>();

  private DateRatios() {
    for (int stage = 0; stage <= EDGES.length; stage++) {
      stages.add(new LinkedHashMap<>());
    }
  }

  /// Learns from finished projects, in any order.
  public static DateRatios of(List<Ended> history) {
    DateRatios learned = new DateRatios();
    for (Ended ended : history) {
      learned
          .stages
          .get(ended.claim().stage())
          .computeIfAbsent(ended.claim().project(), _ -> new ArrayList<>())
          .add(Math.max(LEAST_TOOK, ended.took()) / ended.claim().days());
    }
    return learned;
  }

  /// Days the project will still take.
  public Sample remaining(Claim claim) {
    Map<ProjectId, List<Double>> projects = stages.get(claim.stage());
    Sample builtIn =
        Sample.ofQuantiles(
            POINTS, p -> BUILT_IN_MEDIAN * StrictMath.exp(BUILT_IN_LOG_SD * Normal.quantile(p)));
    if (projects.isEmpty()) {
      return builtIn.times(claim.days());
    }
    double share = projects.size() / (projects.size() + BUILT_IN_PROJECTS);
    return known(projects).mixed(share, builtIn).times(claim.days());
  }

  private static Sample known(Map<ProjectId, List<Double>> projects) {
    List<Double> ratios = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (List<Double> own : projects.values()) {
      for (double ratio : own) {
        ratios.add(ratio);
        weights.add(1.0 / own.size());
      }
    }
    double width = width(ratios, weights, projects.size());
    double[] values = new double[ratios.size() * KERNEL_POINTS];
    double[] shares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double z = Normal.quantile((i % KERNEL_POINTS + 0.5) / KERNEL_POINTS);
      values[i] = ratios.get(i / KERNEL_POINTS) * StrictMath.exp(width * z);
      shares[i] = weights.get(i / KERNEL_POINTS);
    }
    return Sample.weighted(values, shares);
  }

  private static double width(List<Double> ratios, List<Double> weights, int projects) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < ratios.size(); i++) {
      double log = StrictMath.log(ratios.get(i));
      sum += weights.get(i) * log;
      squares += weights.get(i) * log * log;
    }
    double mean = sum / projects;
    double variance = Math.max(0, squares / projects - mean * mean);
    return 0.9 * StrictMath.sqrt(variance) * StrictMath.pow(projects, -0.2);
  }
}
