package dev.linchpin.forecast;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Movement.Dates;
import dev.linchpin.forecast.internal.Candidates;
import dev.linchpin.forecast.internal.Changes;
import dev.linchpin.forecast.internal.EndRuns;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What would help: changes to a plan that make something end earlier, the best first.
///
/// The changes are made up from the plan: from the tasks that decide the end most often, the people
/// who do them, what takes their time and what the tasks wait for. Each is tried by asking again
/// with the same luck; the best are tried again with more runs. None of them is a promise that the
/// change is possible: that, people know.
///
/// @param now the dates without any of them
public record Levers(Promise.Of of, Dates now, List<Lever> levers) {
  /// Runs with which all are compared, and with which the best are measured.
  private static final int RUNS_FIRST = 256;

  private static final int RUNS_THEN = 2_048;

  public Levers {
    levers = List.copyOf(levers);
  }

  /// One change and what it brings.
  ///
  /// @param sentence what to do, in words
  /// @param then the dates with it
  /// @param byDays calendar days by which the by-date comes earlier, at least 0
  /// @param likelyDays calendar days by which the likely date comes earlier; negative is later
  public record Lever(Change change, String sentence, Dates then, long byDays, long likelyDays) {}

  /// Something that could be changed.
  public sealed interface Change {
    /// One more person on a task whose hours are shared out.
    record AddPerson(TaskId task, PersonId person) implements Change {}

    /// Somebody else does it.
    record HandOver(TaskId task, PersonId from, PersonId to) implements Change {}

    /// One more person who knows a topic.
    record Teach(PersonId person, TopicId topic, int level) implements Change {}

    /// Half of what tickets take from some people.
    record HalfTheTickets(List<PersonId> people) implements Change {
      public HalfTheTickets {
        people = List.copyOf(people);
      }
    }

    /// It is not done at all.
    record Drop(TaskId task) implements Change {}

    /// No date of its own holds it back.
    record StartWhenReady(TaskId task) implements Change {}

    /// The project begins now.
    record StartNow(ProjectId project) implements Change {}

    /// A freeze lies at another time.
    record MoveFreeze(WindowId window, String freeze) implements Change {}

    /// A risk cannot happen any more.
    record Avoid(RiskId risk) implements Change {}

    /// A project goes before another one that was more important.
    record GoBefore(ProjectId project, ProjectId other) implements Change {}
  }

  /// Looks for levers; empty if what is asked about is not in the plan or cannot be placed.
  ///
  /// @param most how many to return at most
  public static Optional<Levers> find(Question question, Promise.Of of, int most) {
    Checks.require(1 <= most && most <= 100, "1 to 100 levers, not %d.", most);
    Question quick = question.withRuns(Math.min(question.runs(), RUNS_FIRST));
    return EndRuns.play(quick, of).map(base -> find(question, of, most, quick, base));
  }

  /// A change with which more of something can be placed.
  ///
  /// @param sentence what to do, in words
  /// @param then the dates with it
  /// @param left how many tasks still cannot be placed
  public record Remedy(Change change, String sentence, Dates then, long left) {}

  /// Changes for what cannot be done with these people, because tickets take all their hours: those
  /// that leave the fewest tasks out first, then the earliest. Empty where all can be placed, or
  /// nothing of that kind helps.
  ///
  /// @param most how many to return at most
  public static List<Remedy> remedies(Question question, Promise.Of of, int most) {
    Checks.require(1 <= most && most <= 100, "1 to 100 levers, not %d.", most);
    long left = leftOut(question, of);
    if (left == 0) {
      return List.of();
    }
    Question quick = question.withRuns(Math.min(question.runs(), RUNS_FIRST));
    return Candidates.toPlace(quick, of).stream()
        .map(it -> remedy(quick, of, it))
        .flatMap(Optional::stream)
        .filter(it -> it.left() < left)
        .sorted(Comparator.comparing(Remedy::left).thenComparing((Remedy it) -> it.then().by()))
        .limit(most)
        .toList();
  }

  private static Optional<Remedy> remedy(Question question, Promise.Of of, Change change) {
    Question changed = Changes.with(question, change);
    return EndRuns.play(changed, of)
        .map(it ->
            new Remedy(
                change,
                Changes.sentence(question.plan(), change),
                Dates.of(it.finish()),
                leftOut(changed, of)));
  }

  /// How many tasks of a project, or whether a task, cannot be placed.
  private static long leftOut(Question question, Promise.Of of) {
    Schedule schedule =
        Scheduler.schedule(question.plan(), question.interruptions(), question.asOf());
    return question.plan().projects().stream()
        .flatMap(project ->
            project.tasks().stream()
                .map(Task::id)
                .filter(it ->
                    switch (of) {
                      case Promise.Of.AProject asked -> asked.id().equals(project.id());
                      case Promise.Of.ATask asked -> asked.id().equals(it);
                    }))
        .filter(it -> !schedule.tasks().containsKey(it))
        .count();
  }

  /// The question with a change made.
  public static Question with(Question question, Change change) {
    return Changes.with(question, change);
  }

  private static Levers find(
      Question question, Promise.Of of, int most, Question quick, EndRuns base) {
    List<Change> promising =
        Candidates.of(quick, of, base.critical()).stream()
            .map(it -> tried(quick, of, it, base.finish()))
            .flatMap(Optional::stream)
            .filter(it -> it.gain().isPositive())
            .sorted(Comparator.comparing(Tried::gain).reversed())
            .limit(most)
            .map(Tried::change)
            .toList();
    Question full = question.withRuns(Math.min(question.runs(), RUNS_THEN));
    Spread now = EndRuns.play(full, of).orElse(base).finish();
    List<Tried> best = new ArrayList<>();
    promising.forEach(it -> tried(full, of, it, now).ifPresent(best::add));
    return new Levers(
        of,
        Dates.of(now),
        best.stream()
            .filter(it -> it.gain().isPositive())
            .sorted(Comparator.comparing(Tried::gain).reversed())
            .map(it -> lever(question.plan(), it, Dates.of(now)))
            .filter(it -> it.byDays() > 0)
            .toList());
  }

  /// @param gain by which the by-date, to the minute, comes earlier
  private record Tried(Change change, Spread then, Duration gain) {}

  private static Optional<Tried> tried(
      Question question, Promise.Of of, Change change, Spread now) {
    LocalDateTime by = now.at(0.80);
    return EndRuns.play(Changes.with(question, change), of)
        .map(EndRuns::finish)
        .map(then -> new Tried(change, then, Duration.between(then.at(0.80), by)));
  }

  private static Lever lever(Plan plan, Tried tried, Dates now) {
    Dates then = Dates.of(tried.then());
    return new Lever(
        tried.change(),
        Changes.sentence(plan, tried.change()),
        then,
        ChronoUnit.DAYS.between(then.by(), now.by()),
        ChronoUnit.DAYS.between(then.likely(), now.likely()));
  }
}
