package dev.linchpin.forecast.learn;

import dev.linchpin.forecast.History;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.ProjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Pasts whose truth is known, because they were made up.
final class Histories {
  private Histories() {}

  static History.Finished task(String project, double hours, double actual) {
    return new History.Finished(new ProjectId(project), seconds(hours), seconds(actual));
  }

  static History.Finished task(double hours, double actual, String kind, String person) {
    return new History.Finished(
        new ProjectId("old"), seconds(hours), seconds(actual), kind, new PersonId(person), null);
  }

  /// Tasks of 1 to 40 hours whose ratios are lognormal around the project's own factor.
  static List<History.Finished> project(
      String id, int tasks, double factor, double logSd, SplittableRandom random) {
    List<History.Finished> all = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      double hours = Math.exp(random.nextDouble(0, Math.log(40)));
      double luck = Math.exp(logSd * random.nextGaussian() - logSd * logSd / 2);
      all.add(task(id, hours, hours * factor * luck));
    }
    return all;
  }

  private static Duration seconds(double hours) {
    return Duration.ofSeconds(Math.round(hours * 3600));
  }
}
