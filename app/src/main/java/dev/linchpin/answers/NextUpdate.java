package dev.linchpin.answers;

import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.SaidDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When whoever asked hears from us again: the sooner the date, the sooner the next word; a day
/// that somebody named goes first.
final class NextUpdate {
  static final int SOON_WORKDAYS = 1;
  static final int DAY_WORKDAYS = 2;
  static final int WEEK_WORKDAYS = 5;
  static final int FAR_WORKDAYS = 10;

  private NextUpdate() {}

  /// Null when there is nothing more to say.
  ///
  /// @param said the date that is told; null when none can be named
  static @Nullable LocalDate by(AnswerFacts facts, @Nullable SaidDate said, AskedAt asked) {
    return switch (facts.situation()) {
      case Situation.Done _, Situation.Cancelled _, Situation.WhoIsIt _ -> null;
      case Situation.OnHold held -> named(held.reviewOn(), FAR_WORKDAYS, asked);
      case Situation.NotPlanned later -> named(later.nextPlanning(), FAR_WORKDAYS, asked);
      case Situation.Waiting _ -> asked.workdaysAhead(DAY_WORKDAYS);
      case Situation.Queued _, Situation.WorkDone _ -> asked.workdaysAhead(SOON_WORKDAYS);
      case Situation.Running running ->
          said == null
              ? named(running.knownBy(), DAY_WORKDAYS, asked)
              : asked.workdaysAhead(workdays(said.precision()));
    };
  }

  private static LocalDate named(@Nullable LocalDate day, int workdays, AskedAt asked) {
    return day != null && day.isAfter(asked.today())
        ? asked.workdayFrom(day)
        : asked.workdaysAhead(workdays);
  }

  private static int workdays(SaidDate.Precision precision) {
    return switch (precision) {
      case HALF_DAY -> SOON_WORKDAYS;
      case DAY -> DAY_WORKDAYS;
      case WEEK -> WEEK_WORKDAYS;
      case HALF_MONTH, QUARTER -> FAR_WORKDAYS;
    };
  }
}
