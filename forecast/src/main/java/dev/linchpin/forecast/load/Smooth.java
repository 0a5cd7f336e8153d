package dev.linchpin.forecast.load;

import java.util.Arrays;

/*
 * A level that forgets, times the part of the week. The level is a ratio of two sums that fade at
 * the same speed, what came over what a week's course expected, so an empty Sunday is no news and
 * a gap changes nothing. The first four weeks start it with the weight of one week.
 *
 * Spread: variance over mean of its own errors in the last year, leaning on 2 like ten steps.
 */
/// Simple exponential smoothing for counts with a course over the week.
final class Smooth {
  private static final int YEAR_IN_WEEKS = 52;
  private static final int START_WEEKS = 4;
  private static final double USUAL_SPREAD = 2;
  private static final double SPREAD_LEAN = 10;
  private static final double SPREAD_MIN = 1.05;
  private static final double COURSE_LEAN = 0.5;

  /// Below this part of an even step a forecast says nothing about the spread.
  private static final double PART_MIN = 0.1;

  private final Series past;
  private final double[] course;

  /// The level before each step, and after the last one.
  private final double[] level;

  private Smooth(Series past, double[] course, double[] level) {
    this.past = past;
    this.course = course;
    this.level = level;
  }

  /// @param rate share of the level that one step renews, 0 to 1
  static Smooth of(Series past, double rate) {
    double[] course = course(past);
    int cycle = course.length;
    double[] level = new double[past.length() + 1];
    double came = past.past(Math.min(past.length(), START_WEEKS * cycle)).mean() * cycle;
    double expected = cycle;
    level[0] = came / expected;
    for (int i = 0; i < past.length(); i++) {
      if (past.isSeen(i)) {
        came = (1 - rate) * came + past.at(i);
        expected = (1 - rate) * expected + course[i % cycle];
      }
      level[i + 1] = came / expected;
    }
    return new Smooth(past, course, level);
  }

  /// The mean of one step ahead; 1 is the next one.
  double ahead(int steps) {
    return level[past.length()] * course[(past.length() - 1 + steps) % course.length];
  }

  /// The mean of the next steps together.
  double total(int steps) {
    return level[past.length()] * parts(past.length(), steps);
  }

  /// Variance over mean of so many steps together.
  double spread(int steps) {
    int warm = START_WEEKS * course.length;
    int from = Math.max(warm + 1, past.length() - YEAR_IN_WEEKS * course.length);
    double errors = SPREAD_LEAN * USUAL_SPREAD;
    double count = SPREAD_LEAN;
    for (int i = from; i + steps <= past.length(); i++) {
      double parts = parts(i, steps);
      double sum = sum(i, steps);
      double mean = Math.max(0.01, level[i] * parts);
      if (!Double.isNaN(sum) && parts > PART_MIN * steps) {
        errors += (sum - mean) * (sum - mean) / mean;
        count++;
      }
    }
    return Math.max(SPREAD_MIN, errors / count);
  }

  private double parts(int from, int steps) {
    double parts = 0;
    for (int i = from; i < from + steps; i++) {
      parts += course[i % course.length];
    }
    return parts;
  }

  private double sum(int from, int steps) {
    double sum = 0;
    for (int i = from; i < from + steps; i++) {
      sum += past.at(i);
    }
    return sum;
  }

  /// Each place of the week as part of an even step, over the last year.
  private static double[] course(Series past) {
    int cycle = past.step().cycle();
    double[] sum = new double[cycle];
    double[] count = new double[cycle];
    for (int i = Math.max(0, past.length() - YEAR_IN_WEEKS * cycle); i < past.length(); i++) {
      if (past.isSeen(i)) {
        sum[i % cycle] += past.at(i);
        count[i % cycle]++;
      }
    }
    double mean = Arrays.stream(sum).sum() / Math.max(1, Arrays.stream(count).sum());
    double[] course = new double[cycle];
    for (int i = 0; i < cycle; i++) {
      course[i] = mean == 0 ? 1 : (sum[i] / mean + COURSE_LEAN) / (count[i] + COURSE_LEAN);
    }
    return course;
  }
}
