package dev.linchpin.forecast.learn;

import dev.linchpin.forecast.History;
import dev.linchpin.forecast.ProjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/*
 * Tasks drawn one by one give a total that is far too sure of itself: on 27 real projects such an
 * 80 % range held 44 % of the time. What is missing is what all tasks of a project share. It is
 * measured as actual over expected work of whole finished projects, where expected is estimate ×
 * mean ratio of tasks of that size.
 *
 * At the start: the logarithms of the finished projects' factors around their centre. How far they
 * spread is the covariance of the factors of a project's odd and even tasks: the luck of single
 * tasks, which is drawn anew for the next project anyway, is not shared by the two. One odd project
 * must not widen the range of all others: a deviation counts for at most 2.5 usual spreads
 * (winsorised; P. J. Huber, Robust Statistics, 1981). Before there are any, centre 0 give or take
 * 0.2 (one organisation plans tighter than another) and spread 0.22 (27 CESAW projects; W. Nichols
 * et al., SEI 2018), which counts like 10 projects.
 *
 * In progress: how the done part turned out foretells the rest, but only partly. Each finished
 * project is cut at the share that is done of this one; the rest's factor is regressed on the done
 * part's, with a slope of 0.5 and a spread of 0.15 expected before. Bayesian linear regression with
 * known pseudo-cases (A. Gelman et al., Bayesian Data Analysis, chapter 14). A few done tasks are a
 * handful of luck: they weigh n / (n + 5), n the number of equal tasks that would say as much.
 */
/// What whole projects of this organisation had in common, and what that says about one that runs.
public final class ProjectFactors {
  private static final double SPREAD = 0.22;
  private static final double LEAST_VARIANCE = 0.05 * 0.05;
  private static final double DEVIATION_MOST = 2.5 * SPREAD;
  private static final double CENTRE_SPREAD = 0.2;
  private static final double CENTRE_CASES = SPREAD * SPREAD / (CENTRE_SPREAD * CENTRE_SPREAD);
  private static final double SPREAD_CASES = 10;
  private static final int TASKS_LEAST = 20;
  private static final double TASKS_HALF = 30;
  private static final double HANDFUL = 5;

  /// Expected and actual hours of one finished task.
  private record Pair(double expected, double actual) {}

  private final TaskRatios ratios;
  private final Map<ProjectId, List<Pair>> finished = new LinkedHashMap<>();
  private final Map<ProjectId, List<Pair>> begun = new LinkedHashMap<>();

  private ProjectFactors(TaskRatios ratios) {
    this.ratios = ratios;
  }

  /// Learns from finished tasks, oldest first.
  ///
  /// @param running projects that are not finished: their tasks only say something about themselves
  public static ProjectFactors of(History history, Set<ProjectId> running, TaskRatios ratios) {
    ProjectFactors learned = new ProjectFactors(ratios);
    for (History.Finished task : history.tasks()) {
      if (TaskRatios.says(task)) {
        double hours = TaskRatios.hours(task);
        Pair pair =
            new Pair(
                learned.expected(hours, task.kind(), TaskRatios.person(task)),
                hours * TaskRatios.ratio(task));
        (running.contains(task.project()) ? learned.begun : learned.finished)
            .computeIfAbsent(task.project(), _ -> new ArrayList<>())
            .add(pair);
      }
    }
    learned.finished.values().removeIf(pairs -> pairs.size() < TASKS_LEAST);
    return learned;
  }

  /// Hours a task is expected to take, on average, before its project is looked at.
  public double expected(double hours, String kind, String person) {
    return hours * ratios.of(hours, kind, person).mean();
  }

  /// How many finished projects this rests on.
  public int projects() {
    return finished.size();
  }

  /// The factor of a project that nothing of is done.
  public ProjectFactor atStart() {
    double weights = 0;
    double sum = 0;
    for (List<Pair> pairs : finished.values()) {
      weights += weight(pairs.size());
      sum += weight(pairs.size()) * logFactor(pairs);
    }
    double centre = sum / (weights + CENTRE_CASES);
    double squares = SPREAD_CASES * SPREAD * SPREAD;
    for (List<Pair> pairs : finished.values()) {
      double odd = deviation(everySecond(pairs, 1), centre);
      double even = deviation(everySecond(pairs, 0), centre);
      squares += weight(pairs.size()) * odd * even;
    }
    double variance = Math.max(LEAST_VARIANCE, squares / (weights + SPREAD_CASES));
    double predicted = variance * (1 + 1 / (weights + CENTRE_CASES));
    return new ProjectFactor(centre, StrictMath.sqrt(predicted));
  }

  /// The factor of what remains of a project.
  ///
  /// @param remaining hours expected of the tasks that are not done; see [#expected]
  public ProjectFactor ofRest(ProjectId project, double remaining) {
    List<Pair> done = begun.getOrDefault(project, List.of());
    ProjectFactor start = atStart();
    double expected = expected(done);
    if (done.isEmpty() || remaining <= 0) {
      return start;
    }
    ProjectFactor seen = regression(expected / (expected + remaining)).at(logFactor(done));
    double alike = expected * expected / done.stream().mapToDouble(ProjectFactors::square).sum();
    double share = alike / (alike + HANDFUL);
    double variance =
        (1 - share) * start.logSd() * start.logSd() + share * seen.logSd() * seen.logSd();
    return new ProjectFactor(
        (1 - share) * start.centre() + share * seen.centre(), StrictMath.sqrt(variance));
  }

  /// How the rest of finished projects followed from their beginning.
  private Regression regression(double share) {
    Regression regression = new Regression();
    for (List<Pair> pairs : finished.values()) {
      int cut = cut(pairs, share);
      List<Pair> done = pairs.subList(0, cut);
      List<Pair> rest = pairs.subList(cut, pairs.size());
      if (!rest.isEmpty()) {
        double weight = weight(Math.min(done.size(), rest.size()));
        regression.add(logFactor(done), logFactor(rest), weight);
      }
    }
    return regression;
  }

  /// How many of the first tasks make up that share of the expected work, 1 or more.
  private static int cut(List<Pair> pairs, double share) {
    double wanted = share * expected(pairs);
    double sum = 0;
    int cut = 0;
    while (cut < pairs.size() && (cut == 0 || sum < wanted)) {
      sum += pairs.get(cut++).expected();
    }
    return cut;
  }

  private static List<Pair> everySecond(List<Pair> pairs, int from) {
    return IntStream.range(0, pairs.size())
        .filter(i -> i % 2 == from)
        .mapToObj(pairs::get)
        .toList();
  }

  private static double weight(int tasks) {
    return tasks / (tasks + TASKS_HALF);
  }

  private static double deviation(List<Pair> pairs, double centre) {
    return Math.clamp(logFactor(pairs) - centre, -DEVIATION_MOST, DEVIATION_MOST);
  }

  private static double logFactor(List<Pair> pairs) {
    return StrictMath.log(pairs.stream().mapToDouble(Pair::actual).sum() / expected(pairs));
  }

  private static double expected(List<Pair> pairs) {
    return pairs.stream().mapToDouble(Pair::expected).sum();
  }

  private static double square(Pair pair) {
    return pair.expected() * pair.expected();
  }
}
