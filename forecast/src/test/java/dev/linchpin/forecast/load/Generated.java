package dev.linchpin.forecast.load;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Weeks of tickets whose level is known: Poisson counts around a lognormal AR(1) with mean one.
final class Generated {
  static final LocalDate MONDAY = LocalDate.parse("2024-01-01");

  private static final double[] COURSE = {0.21, 0.21, 0.19, 0.19, 0.17, 0.02, 0.01};

  private Generated() {}

  static double[] weeks(
      SplittableRandom random, int count, double mean, double cv, double persistence) {
    double logSd = Math.sqrt(Math.log1p(cv * cv));
    double[] weeks = new double[count];
    double z = normal(random);
    for (int i = 0; i < count; i++) {
      z = i == 0 ? z : persistence * z + Math.sqrt(1 - persistence * persistence) * normal(random);
      weeks[i] = poisson(random, mean * Math.exp(logSd * z - logSd * logSd / 2));
    }
    return weeks;
  }

  /// The same weeks by the day: most on working days, a Monday a little more than a Friday.
  static double[] days(SplittableRandom random, double[] weeks) {
    double[] days = new double[weeks.length * COURSE.length];
    for (int week = 0; week < weeks.length; week++) {
      for (int ticket = 0; ticket < weeks[week]; ticket++) {
        double at = random.nextDouble();
        int day = 0;
        for (; day < COURSE.length - 1 && at >= COURSE[day]; day++) {
          at -= COURSE[day];
        }
        days[week * COURSE.length + day]++;
      }
    }
    return days;
  }

  static Series daily(double... days) {
    return Series.of(MONDAY, Series.Step.DAY, days);
  }

  static Series series(double... weeks) {
    return Series.of(MONDAY, Series.Step.WEEK, weeks);
  }

  static double uniform(SplittableRandom random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  static double normal(RandomGenerator random) {
    return random.nextGaussian();
  }

  static int poisson(SplittableRandom random, double mean) {
    int count = 0;
    double left = mean - Math.log(1 / (1 - random.nextDouble()));
    while (left > 0) {
      count++;
      left += Math.log1p(-random.nextDouble());
    }
    return count;
  }
}
