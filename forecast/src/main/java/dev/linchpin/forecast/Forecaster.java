package dev.linchpin.forecast;

import dev.linchpin.forecast.internal.EndRuns;
import dev.linchpin.forecast.internal.Simulation;
import dev.linchpin.forecast.learn.Recalibration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says when things will be done, and how sure that is.
public final class Forecaster {
  private Forecaster() {}

  /// Everything a forecast depends on.
  ///
  /// @param asOf now, in the plan's zone: nothing that is not done yet happens before it
  /// @param runs how often the plan is simulated, 1 to 100,000
  /// @param correction of all dates, by what became of earlier forecasts
  public record Question(
      Plan plan,
      Interruptions interruptions,
      History history,
      LocalDateTime asOf,
      int runs,
      Seed seed,
      Recalibration correction) {
    public Question {
      Checks.require(1 <= runs && runs <= 100_000, "1 to 100,000 runs, not %d.", runs);
    }

    /// A question whose dates are not corrected.
    public Question(
        Plan plan,
        Interruptions interruptions,
        History history,
        LocalDateTime asOf,
        int runs,
        Seed seed) {
      this(plan, interruptions, history, asOf, runs, seed, Recalibration.NONE);
    }

    /// The same question with all dates corrected in another way.
    public Question with(Recalibration other) {
      return new Question(plan, interruptions, history, asOf, runs, seed, other);
    }

    /// The same question about another plan.
    public Question with(Plan other) {
      return new Question(other, interruptions, history, asOf, runs, seed, correction);
    }

    /// The same question with other interruptions.
    public Question with(Interruptions other) {
      return new Question(plan, other, history, asOf, runs, seed, correction);
    }

    /// The same question with another history.
    public Question with(History other) {
      return new Question(plan, interruptions, other, asOf, runs, seed, correction);
    }

    /// The same question at another moment.
    public Question asOf(LocalDateTime other) {
      return new Question(plan, interruptions, history, other, runs, seed, correction);
    }

    /// The question as far as some part of its plan is concerned: the same runs give the same
    /// dates.
    ///
    /// @param part one of the plan's [Plan#parts], or several, as a plan
    public Question about(Plan part) {
      Set<PersonId> people = part.people().stream().map(Person::id).collect(Collectors.toSet());
      Map<PersonId, Interruptions.Load> loads = new HashMap<>(interruptions.loads());
      loads.keySet().retainAll(people);
      List<ProjectId> running =
          Stream.concat(history.running().stream(), plan.projects().stream().map(Project::id))
              .distinct()
              .sorted(Comparator.comparing(ProjectId::value))
              .toList();
      return new Question(
          part,
          new Interruptions(loads, interruptions.common()),
          new History(history.tasks(), running),
          asOf,
          runs,
          seed,
          correction);
    }

    /// The same question, answered with more or fewer runs.
    public Question withRuns(int other) {
      return new Question(plan, interruptions, history, asOf, other, seed, correction);
    }
  }

  /// Simulates the plan. Same question, same outcome, on any machine and any number of threads.
  public static Outcome forecast(Question question) {
    return Simulation.forecast(question, workers());
  }

  /// Simulates the plan until more runs would hardly move the dates of projects any more, or until
  /// the question's runs are played. Shows what it has after 256 runs and each time it has twice as
  /// many; the same runs as [#forecast] plays, only fewer.
  ///
  /// @param goOn told the forecast so far; false ends it with that
  public static Outcome untilStable(Question question, Predicate<Forecast> goOn) {
    return Simulation.untilStable(question, workers(), goOn);
  }

  /// When one thing ends, the quick way: only what competes with it is simulated, and only until
  /// more runs would hardly move its date. Empty if it is not in the plan or cannot be placed.
  public static Optional<Spread> finish(Question question, Promise.Of of) {
    return EndRuns.untilStable(question, of).map(EndRuns::finish);
  }

  /// Plays some of the runs of a question, for [#merge].
  ///
  /// @param from the first run, from 0 on
  /// @param to the run after the last, up to the question's runs
  public static Batch play(Question question, int from, int to) {
    Checks.require(
        0 <= from && from < to && to <= question.runs(),
        "Runs %d to %d are not among %d.",
        from,
        to,
        question.runs());
    return Simulation.play(question, workers(), from, to);
  }

  /// Answers a question from batches that hold each of its runs once, wherever they were played:
  /// the same answer as [#forecast] gives.
  public static Outcome merge(Question question, List<Batch> batches) {
    int next = 0;
    List<Batch> inOrder = batches.stream().sorted(Comparator.comparing(Batch::from)).toList();
    for (Batch batch : inOrder) {
      Checks.require(batch.from() == next, "Run %d is missing, or there twice.", next);
      next = batch.to();
    }
    Checks.require(next == question.runs(), "%d of %d runs are there.", next, question.runs());
    return Simulation.merge(question, inOrder);
  }

  private static int workers() {
    return Runtime.getRuntime().availableProcessors();
  }
}
