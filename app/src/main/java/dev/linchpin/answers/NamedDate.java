package dev.linchpin.answers;

import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.DateWords;
import dev.linchpin.planning.SaidDate;
import dev.linchpin.planning.SaidDate.Precision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The date that an answer stands for.
///
/// @param earliest null where only the by-date is known
/// @param likely null where only the by-date is known
/// @param chance that `said` holds
record NamedDate(
    @Nullable LocalDate earliest, @Nullable LocalDate likely, SaidDate said, Chance chance) {

  /// Null in the states in which nobody may promise a date.
  static @Nullable NamedDate of(AnswerFacts facts, AnswerState state, AskedAt asked) {
    return switch (state) {
      case FORECAST, FIXED_DATE_SAFE, FIXED_DATE, FIXED_DATE_AT_RISK, OVERDUE ->
          switch (facts.situation()) {
            case Situation.Running(Situation.FixedDate fixed, Dates dates, _)
                when fixed != null && dates != null && state == AnswerState.FIXED_DATE_SAFE ->
                fixed(fixed.day(), dates, asked);
            case Situation.Running(_, Dates dates, _) when dates != null -> open(dates, asked);
            case Situation.Queued(LocalDate opened, Situation.LikeJobs like, _) when like != null ->
                queued(opened, like, asked);
            default -> null;
          };
      default -> null;
    };
  }

  private static NamedDate open(Dates dates, AskedAt asked) {
    SaidDate said = SaidDate.by(dates.by(), asked);
    return of(dates, said, dates.chanceBy(said), asked);
  }

  private static NamedDate fixed(LocalDate day, Dates dates, AskedAt asked) {
    String words = new DateWords(asked.today()).day(day);
    var said = new SaidDate(day, false, Precision.of(day, asked), words);
    return of(dates, said, dates.chanceBy(day), asked);
  }

  private static NamedDate of(Dates dates, SaidDate said, Chance chance, AskedAt asked) {
    LocalDate from = SaidDate.firstDay(dates.earliest(), asked);
    LocalDate likely = asked.workdayFrom(latest(dates.likely().toLocalDate(), asked.today()));
    return new NamedDate(soonest(from, said.day()), soonest(likely, said.day()), said, chance);
  }

  private static @Nullable NamedDate queued(
      LocalDate opened, Situation.LikeJobs like, AskedAt asked) {
    LocalDate day = opened;
    for (int i = 0; i < like.workdays(); i++) {
      day = asked.workdayFrom(day.plusDays(1));
    }
    if (day.isBefore(asked.today())) {
      return null;
    }
    SaidDate said = SaidDate.by(asked.workdayFrom(day).atTime(23, 59), asked);
    return new NamedDate(null, null, said, Chance.of(Chance.BY_DATE_SHARE));
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate soonest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
