package dev.linchpin.forecast;

import dev.linchpin.forecast.internal.Simulation;
import java.time.LocalDateTime;

/// Says when things will be done, and how sure that is.
public final class Forecaster {
  private Forecaster() {}

  /// Everything a forecast depends on.
  ///
  /// @param asOf now, in the plan's zone: nothing that is not done yet happens before it
  /// @param runs how often the plan is simulated, 1 to 100,000
  public record Question(
      Plan plan,
      Interruptions interruptions,
      History history,
      LocalDateTime asOf,
      int runs,
      Seed seed) {
    public Question {
      Checks.require(1 <= runs && runs <= 100_000, "1 to 100,000 runs, not %d.", runs);
    }

    /// The same question about another plan.
    public Question with(Plan other) {
      return new Question(other, interruptions, history, asOf, runs, seed);
    }

    /// The same question with other interruptions.
    public Question with(Interruptions other) {
      return new Question(plan, other, history, asOf, runs, seed);
    }

    /// The same question, answered with more or fewer runs.
    public Question withRuns(int other) {
      return new Question(plan, interruptions, history, asOf, other, seed);
    }
  }

  /// Simulates the plan. Same question, same outcome, on any machine and any number of threads.
  public static Outcome forecast(Question question) {
    return Simulation.forecast(question, Runtime.getRuntime().availableProcessors());
  }
}
