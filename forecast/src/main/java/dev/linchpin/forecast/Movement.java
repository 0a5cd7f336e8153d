package dev.linchpin.forecast;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.internal.Causes;
import dev.linchpin.forecast.internal.EndRuns;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why a date moved from one forecast to the next: one step per cause, in the order of [Cause].
///
/// The causes are applied one after the other, each by asking again with the same luck. So the
/// steps add up to the whole exactly. Another order would share the whole out differently where two
/// causes depend on each other, which is why the order is fixed and published.
///
/// @param of what the dates are of: a project, a task or a milestone
public record Movement(Promise.Of of, Dates before, Dates after, List<Step> steps) {
  public Movement {
    steps = List.copyOf(steps);
    long likely = steps.stream().mapToLong(Step::likelyDays).sum();
    long by = steps.stream().mapToLong(Step::byDays).sum();
    Checks.require(
        before.likely().plusDays(likely).equals(after.likely())
            && before.by().plusDays(by).equals(after.by()),
        "The steps lead from %s by %d and %d days, not to %s.",
        before,
        likely,
        by,
        after);
  }

  /// What can move a date, in the order in which it is looked at.
  public enum Cause {
    /// What happened since: time that passed, work that began, went on or ended, in any project.
    ACTUALS,
    /// What there is to do in the own project: tasks, links and fixed dates.
    SCOPE,
    /// What the own tasks are thought to take, and what history says about estimates.
    ESTIMATES,
    /// Who does it: people, their leave and calendars, who is on which own task.
    PEOPLE,
    /// What tickets take from people.
    INTERRUPTIONS,
    /// Change windows and freezes.
    WINDOWS,
    /// Other projects: their priority, and what they want to do.
    OTHER_PROJECTS,
    /// What may go wrong, and how projects grow.
    RISKS,
    /// How it is computed: version of the model, seed, number of runs.
    MODEL
  }

  /// The likely date and the by-date.
  public record Dates(LocalDate likely, LocalDate by) {
    static Dates of(Spread finish) {
      return new Dates(finish.likely(), finish.by());
    }
  }

  /// What one cause did.
  ///
  /// @param changed something about it differs between the two forecasts
  /// @param likelyDays calendar days by which it moved the likely date; positive is later
  /// @param byDays calendar days by which it moved the by-date
  public record Step(Cause cause, boolean changed, long likelyDays, long byDays) {}

  /// Explains how a date moved; empty if one of the two forecasts does not have it.
  ///
  /// All runs but the last step's are those of the question before, of as many runs as it has. A
  /// mixture that cannot be placed (links of both plans in a circle) leaves its days to the next
  /// cause.
  public static Optional<Movement> between(Question before, Question after, Promise.Of of) {
    return told(withWhatMoves(before), withWhatMoves(after), of);
  }

  private static Optional<Movement> told(Question before, Question after, Promise.Of of) {
    Optional<Dates> from = dates(before, of);
    Optional<Dates> to = before.equals(after) ? from : dates(after, of);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    Question last = before;
    Dates dates = from.get();
    for (Cause cause : Cause.values()) {
      Question next = Causes.apply(cause, last, after, of);
      boolean changed = !next.equals(last);
      Dates moved = next.equals(after) ? to.get() : changed ? dates(next, of).orElse(dates) : dates;
      steps.add(step(cause, changed, dates, moved));
      last = next;
      dates = moved;
    }
    return Optional.of(new Movement(of, from.get(), to.get(), steps));
  }

  /// The same movement, begun where an older version of the model said; the difference is the
  /// model's.
  public Movement startingAt(Dates told) {
    List<Step> all = new ArrayList<>();
    for (Step it : steps) {
      if (it.cause() == Cause.MODEL) {
        Step older = step(Cause.MODEL, true, told, before);
        all.add(
            new Step(
                Cause.MODEL,
                it.changed() || !told.equals(before),
                it.likelyDays() + older.likelyDays(),
                it.byDays() + older.byDays()));
      } else {
        all.add(it);
      }
    }
    return new Movement(of, told, after, all);
  }

  /// What was promised and what it costs moves nothing.
  private static Question withWhatMoves(Question question) {
    return question.with(question.plan().withPromises(List.of()).withCosts(List.of(), List.of()));
  }

  private static Step step(Cause cause, boolean changed, Dates from, Dates to) {
    return new Step(
        cause,
        changed,
        ChronoUnit.DAYS.between(from.likely(), to.likely()),
        ChronoUnit.DAYS.between(from.by(), to.by()));
  }

  private static Optional<Dates> dates(Question question, Promise.Of of) {
    return EndRuns.play(question, of).map(EndRuns::finish).map(Dates::of);
  }
}
