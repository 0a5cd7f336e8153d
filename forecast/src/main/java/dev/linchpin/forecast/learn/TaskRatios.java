package dev.linchpin.forecast.learn;

import dev.linchpin.forecast.History;
import dev.linchpin.forecast.score.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * Every finished task speaks for a new one as loudly as it is like it: by the size of the estimate
 * (a bell curve over its logarithm), by age (half as loud 10,000 tasks later), and by kind and
 * person as far as that helped so far (Likeness). Where fewer than a handful of tasks are near in
 * size, a curve four times as wide takes over; where there is little history at all, what is built
 * in does, with the weight of 40 tasks.
 *
 * Six size classes with the most recent 300 tasks each, which are the same idea with steps, lost by
 * 3 % of CRPS on 4,067 tasks (docs/calibration.md, with what else was tried). Many past tasks took
 * exactly what was estimated; so the ratios are kept as they are and never smoothed.
 */
/// How estimates of single tasks turn out: actual over estimate.
public final class TaskRatios {
  private static final int RECENT = 20_000;
  private static final double HALF_LIFE = 10_000;
  private static final double NEAR = 0.4;
  private static final double WIDE = 4 * NEAR;

  /// What a task far from any size still counts.
  private static final double FAR = 1e-9;

  private static final double HANDFUL = 5;
  private static final double PRIOR_WEIGHT = 40;
  private static final double MOST = 100;

  /// Estimates are told apart to the fourth part of a doubling.
  private static final double SIZES_PER_LOG = 4 / StrictMath.log(2);

  /// Equally likely ratios that a class is kept as.
  private static final int POINTS = 256;

  /// A finished task that says something.
  private record Past(double logHours, double ratio, double recency, int kind, int person) {}

  /// Tasks that are forecast alike.
  private record Like(int size, int kind, int person) {}

  private static final int UNKNOWN = -1;

  private final Likeness likeness;
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Map<String, Integer> persons = new HashMap<>();
  private final List<Past> pasts = new ArrayList<>();
  private final Map<Like, Sample> known = new HashMap<>();
  private final Map<Integer, double[]> near = new HashMap<>();
  private final Map<Integer, double[]> wide = new HashMap<>();

  private TaskRatios(History history, Likeness likeness) {
    this.likeness = likeness;
    for (History.Finished task : history.tasks().reversed()) {
      if (says(task) && pasts.size() < RECENT) {
        double recency = StrictMath.pow(0.5, pasts.size() / HALF_LIFE);
        int kind = kinds.computeIfAbsent(task.kind(), _ -> kinds.size());
        int person = persons.computeIfAbsent(person(task), _ -> persons.size());
        double logHours = StrictMath.log(hours(task));
        pasts.add(new Past(logHours, ratio(task), recency, kind, person));
      }
    }
    pasts.sort(Comparator.comparingDouble(Past::ratio));
  }

  /// Learns from tasks that were finished before the forecast is made, oldest first. Tasks
  /// estimated at nothing, or done in none, say nothing and are passed over.
  public static TaskRatios of(History history) {
    return new TaskRatios(history, Likeness.chosen(history));
  }

  /// The same with a given weight of kind and person.
  public static TaskRatios of(History history, Likeness likeness) {
    return new TaskRatios(history, likeness);
  }

  /// What to expect of a task.
  ///
  /// @param hours its estimate
  /// @param kind what sort of work it is; empty: not known
  /// @param person who does it; empty: not known, or several people
  public RatioClass of(double hours, String kind, String person) {
    RatioClass builtIn = RatioClass.builtIn(hours);
    if (pasts.isEmpty() || hours <= 0) {
      return builtIn;
    }
    Like like =
        new Like(
            (int) Math.rint(StrictMath.log(hours) * SIZES_PER_LOG),
            number(kinds, kind, likeness.kind()),
            number(persons, person, likeness.person()));
    Sample ratios = known.computeIfAbsent(like, this::ratios);
    return new RatioClass(ratios, pasts.size() / (pasts.size() + PRIOR_WEIGHT), builtIn.logSd());
  }

  private static int number(Map<String, Integer> numbers, String name, double louder) {
    return louder > 1 && !name.isEmpty() ? numbers.getOrDefault(name, UNKNOWN) : UNKNOWN;
  }

  private Sample ratios(Like like) {
    double[] near = loudness(like, this.near.computeIfAbsent(like.size(), at -> curve(at, NEAR)));
    double[] wide = loudness(like, this.wide.computeIfAbsent(like.size(), at -> curve(at, WIDE)));
    double alike = 1 / Arrays.stream(near).map(weight -> weight * weight).sum();
    double share = alike / (alike + HANDFUL);
    double[] points = new double[POINTS];
    double upTo = 0;
    int point = 0;
    for (int i = 0; i < pasts.size(); i++) {
      upTo += share * near[i] + (1 - share) * wide[i];
      while (point < POINTS && (point + 0.5) / POINTS <= upTo) {
        points[point++] = pasts.get(i).ratio();
      }
    }
    Arrays.fill(points, point, POINTS, pasts.getLast().ratio());
    return Sample.of(points);
  }

  /// How loudly each past task speaks for one of that size.
  private double[] curve(int size, double width) {
    double middle = size / SIZES_PER_LOG;
    return pasts.stream()
        .mapToDouble(past -> {
          double away = (past.logHours() - middle) / width;
          return past.recency() * (StrictMath.exp(-away * away / 2) + FAR);
        })
        .toArray();
  }

  /// The same with kind and person, together 1.
  private double[] loudness(Like like, double[] curve) {
    double[] loudness = new double[curve.length];
    double sum = 0;
    for (int i = 0; i < curve.length; i++) {
      Past past = pasts.get(i);
      double kind = past.kind() == like.kind() ? likeness.kind() : 1;
      double person = past.person() == like.person() ? likeness.person() : 1;
      loudness[i] = curve[i] * kind * person;
      sum += loudness[i];
    }
    for (int i = 0; i < curve.length; i++) {
      loudness[i] /= sum;
    }
    return loudness;
  }

  static boolean says(History.Finished task) {
    return task.estimated().toSeconds() > 0 && task.actual().toSeconds() > 0;
  }

  static double hours(History.Finished task) {
    return task.estimated().toSeconds() / 3600.0;
  }

  static double ratio(History.Finished task) {
    double ratio = (double) task.actual().toSeconds() / task.estimated().toSeconds();
    return Math.clamp(ratio, 1 / MOST, MOST);
  }

  static String person(History.Finished task) {
    return task.person() == null ? "" : task.person().value();
  }
}
