package dev.linchpin.answers;

import dev.linchpin.planning.AskedAt;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// All that is known about one thing when somebody asks.
///
/// @param doubt what speaks against the plan; null when nothing does
/// @param goTo null when there is none: a gap
/// @param earlier the date to compare with; null when there is none
/// @param because what moved the date most since last week, as a sentence; empty when not known
/// @param checkedAt when forecast and plan were both looked at last; null when they never were
/// @param forecast id of the kept forecast; null when there is none
/// @param rests what else has to be known about the date, as a sentence; empty when nothing has
public record AnswerFacts(
    Ref ref,
    String title,
    Situation situation,
    @Nullable String doubt,
    @Nullable Contact goTo,
    @Nullable Contact standIn,
    TrackRecord trackRecord,
    @Nullable Earlier earlier,
    String because,
    @Nullable Instant checkedAt,
    @Nullable String forecast,
    String rests) {

  /// About whose date nothing else has to be known.
  public AnswerFacts(
      Ref ref,
      String title,
      Situation situation,
      @Nullable String doubt,
      @Nullable Contact goTo,
      @Nullable Contact standIn,
      TrackRecord trackRecord,
      @Nullable Earlier earlier,
      String because,
      @Nullable Instant checkedAt,
      @Nullable String forecast) {
    this(
        ref,
        title,
        situation,
        doubt,
        goTo,
        standIn,
        trackRecord,
        earlier,
        because,
        checkedAt,
        forecast,
        "");
  }

  /// The state of the answer: the first rule that holds.
  AnswerState state(AskedAt asked) {
    return switch (situation) {
      case Situation.Waiting _ -> AnswerState.BLOCKED;
      case Situation.OnHold _ -> AnswerState.ON_HOLD;
      case Situation.NotPlanned _ -> AnswerState.NOT_PLANNED;
      case Situation.WorkDone _ -> AnswerState.WORK_DONE;
      case Situation.Done _ -> AnswerState.DONE;
      case Situation.Cancelled _ -> AnswerState.CANCELLED;
      case Situation.WhoIsIt _ -> AnswerState.GO_TO;
      case Situation.Queued queued -> state(queued);
      case Situation.Running running -> state(running, asked);
    };
  }

  private AnswerState state(Situation.Queued queued) {
    if (doubt != null) {
      return AnswerState.DISPUTED;
    }
    Situation.LikeJobs like = queued.like();
    return like == null || like.count() < Thresholds.FINISHED_MIN
        ? AnswerState.TOO_LITTLE_KNOWN
        : AnswerState.FORECAST;
  }

  private AnswerState state(Situation.Running running, AskedAt asked) {
    if (doubt != null) {
      return AnswerState.DISPUTED;
    }
    Dates dates = running.dates();
    if (dates == null) {
      return AnswerState.TOO_LITTLE_KNOWN;
    }
    if (isStale(asked)) {
      return AnswerState.STALE;
    }
    Situation.FixedDate fixed = running.fixed();
    return fixed == null ? AnswerState.FORECAST : state(fixed.day(), dates, asked.today());
  }

  private static AnswerState state(LocalDate fixed, Dates dates, LocalDate today) {
    if (fixed.isBefore(today)) {
      return AnswerState.OVERDUE;
    }
    int tenths = dates.chanceBy(fixed).tenths();
    if (tenths >= Thresholds.SAFE_TENTHS_MIN) {
      return AnswerState.FIXED_DATE_SAFE;
    }
    return tenths < Thresholds.AT_RISK_TENTHS_BELOW
        ? AnswerState.FIXED_DATE_AT_RISK
        : AnswerState.FIXED_DATE;
  }

  private boolean isStale(AskedAt asked) {
    return checkedAt == null || checkedAt.plus(Thresholds.STALE_AFTER).isBefore(asked.instant());
  }
}
