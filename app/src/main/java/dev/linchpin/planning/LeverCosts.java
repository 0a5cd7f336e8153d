package dev.linchpin.planning;

import dev.linchpin.forecast.CostSpread;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.Levers;
import dev.linchpin.forecast.Levers.Change;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Rate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/*
 * The same question with and without the change, with the same luck: projects that a change leaves
 * alone cost the same to the cent in both, so the difference is the change. Tickets that somebody
 * else takes cost that somebody's hours; as nobody knows whose, at the rate of who had them.
 */
/// What changes cost, or save, over all projects that the question is about.
final class LeverCosts {
  private static final int RUNS = 256;
  private static final double DAYS_PER_WEEK = 7;
  private static final double MINUTES_PER_HOUR = 60;

  private final Question question;
  private final OptionalLong before;

  LeverCosts(Question question) {
    this.question = question.withRuns(Math.min(question.runs(), RUNS));
    this.before = likely(this.question);
  }

  /// Hundredths that it costs more, below 0 less; empty where nothing has a price.
  ///
  /// @param until the end of the work, up to which others take tickets
  OptionalLong of(Change change, LocalDate until) {
    if (before.isEmpty()) {
      return before;
    }
    long tickets =
        change instanceof Change.HalfTheTickets half
            ? half.people().stream().mapToLong(person -> tickets(person, until)).sum()
            : 0;
    long after = likely(Levers.with(question, change)).orElse(0);
    return OptionalLong.of(after - before.getAsLong() + tickets);
  }

  private static OptionalLong likely(Question question) {
    var costs = Forecaster.forecast(question).forecast().costs().values();
    return costs.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(costs.stream().mapToLong(CostSpread::likely).sum());
  }

  private long tickets(PersonId person, LocalDate until) {
    Load load = question.interruptions().loads().get(person);
    long perHour =
        question.plan().rates().stream()
            .filter(rate -> rate.person().equals(person))
            .mapToLong(Rate::perHour)
            .findFirst()
            .orElse(0);
    if (load == null) {
      return 0;
    }
    double week = load.byWeekday().stream().mapToLong(Duration::toMinutes).sum() / MINUTES_PER_HOUR;
    double weeks = ChronoUnit.DAYS.between(question.asOf().toLocalDate(), until) / DAYS_PER_WEEK;
    return Math.round(week / 2 * weeks * perHour);
  }
}
