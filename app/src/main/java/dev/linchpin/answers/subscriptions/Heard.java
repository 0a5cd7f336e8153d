package dev.linchpin.answers.subscriptions;

import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerState;
import dev.linchpin.answers.Hearer;
import dev.linchpin.answers.Promise;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.SaidDate.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody heard by a subscription.
///
/// @param number 1 for the first
/// @param by null where no date was named
/// @param room working days by which `by` may be too late because it was rounded
/// @param words what may be said outside
/// @param promise once it was sent or read
public record Heard(
    UUID id,
    int number,
    Instant at,
    AnswerState state,
    @Nullable LocalDate by,
    int room,
    @Nullable Chance chance,
    String words,
    @Nullable String forecast,
    @Nullable UUID promise) {
  private static final int WEEK = 5;
  private static final int HALF_MONTH = 11;
  private static final int QUARTER = 66;

  /// A date that a subscriber was told otherwise: by telephone, on a ticket.
  record Told(UUID promise, LocalDate by, Instant at) {}

  /// The same, unless they were told another date since: then that is what they believe.
  Heard unless(@Nullable Told told, AskedAt asked) {
    if (told == null || told.promise().equals(promise) || !told.at().isAfter(at)) {
      return this;
    }
    var then = new AskedAt(told.at(), asked.zone(), asked.viewer(), asked.calendar());
    int exact = room(Precision.of(told.by(), then));
    return new Heard(
        id, number, at, AnswerState.FORECAST, told.by(), exact, null, words, forecast, promise);
  }

  /// What an answer says now.
  static Heard of(int number, Answer answer, AskedAt asked) {
    LocalDate by = answer.by();
    Double chance = answer.chance();
    return new Heard(
        UUID.randomUUID(),
        number,
        asked.instant().truncatedTo(ChronoUnit.MICROS),
        answer.state(),
        by,
        by == null ? 0 : room(Precision.of(by, asked)),
        chance == null ? null : Chance.of(chance),
        answer.say(),
        answer.forecast(),
        null);
  }

  private static int room(Precision precision) {
    return switch (precision) {
      case HALF_DAY, DAY -> 0;
      case WEEK -> WEEK;
      case HALF_MONTH -> HALF_MONTH;
      case QUARTER -> QUARTER;
    };
  }

  /// Whether there is nothing more to come.
  boolean isOver() {
    return state == AnswerState.DONE || state == AnswerState.CANCELLED;
  }

  /// Whether what is so now is news for whoever heard this last. A date that only came to be said
  /// more exactly, because it is nearer, is none.
  ///
  /// @param moreThan working days
  boolean isOldNews(Heard now, int moreThan, AskedAt asked) {
    if (isOver() || now.isOver()) {
      return state == now.state();
    }
    LocalDate before = by;
    LocalDate after = now.by();
    if (before == null || after == null) {
      return before == after;
    }
    if (before.isBefore(asked.today()) && !after.equals(before)) {
      return false; // they believe that it is done
    }
    return asked.workdaysBetween(before, after) <= moreThan
        && asked.workdaysBetween(after, before) <= Math.max(moreThan, room);
  }

  /// The promise that this makes; empty where no date was named.
  Optional<Promise> promise(Subscription to, Hearer hearer, Instant told, ZoneId zone) {
    LocalDate day = by;
    return day == null
        ? Optional.empty()
        : Optional.of(
            new Promise(
                UUID.randomUUID(),
                to.ref(),
                hearer,
                to.way().channel(),
                day,
                words,
                chance,
                forecast,
                state,
                told.truncatedTo(ChronoUnit.MICROS),
                "Linchpin",
                zone));
  }
}
