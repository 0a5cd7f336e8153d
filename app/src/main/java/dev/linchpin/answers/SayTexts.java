package dev.linchpin.answers;

import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.DateWords;
import dev.linchpin.planning.SaidDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an agent can read to a caller, word for word: no names, no causes, no titles, at most three
/// short sentences.
final class SayTexts {
  private final AskedAt asked;
  private final DateWords words;

  private SayTexts(AskedAt asked) {
    this.asked = asked;
    this.words = new DateWords(asked.today());
  }

  /// @param said the date that may be told; null when none may
  static String of(
      AnswerFacts facts,
      AnswerState state,
      @Nullable SaidDate said,
      @Nullable LocalDate nextUpdate,
      AskedAt asked) {
    var texts = new SayTexts(asked);
    String text =
        switch (facts.situation()) {
          case Situation.Running running -> texts.running(running.fixed(), state, said);
          case Situation.Queued queued -> queued(queued, said);
          case Situation.Waiting _ ->
              "We wait for something that we need for this. We cannot name a date yet.";
          case Situation.OnHold _ -> "This is on hold for now. We cannot name a date yet.";
          case Situation.NotPlanned _ -> "We know that you need this. It has no date yet.";
          case Situation.WorkDone _ ->
              "The work for this is done. We look at it once more before we call it finished.";
          case Situation.Done done ->
              "This was done on %s. Tell us if something does not work."
                  .formatted(texts.words.day(done.on()));
          case Situation.Cancelled _ -> "This will not be done. Tell us if you still need it.";
          case Situation.WhoIsIt _ ->
              "We know who looks after this. We will pass your question on today.";
        };
    return nextUpdate == null ? text : text + texts.hearAgain(nextUpdate);
  }

  private String running(
      Situation.@Nullable FixedDate fixed, AnswerState state, @Nullable SaidDate said) {
    if (said == null) {
      return switch (state) {
        case TOO_LITTLE_KNOWN -> "We do not know enough to name a date yet.";
        default -> "We are checking the date for this. We cannot name it yet.";
      };
    }
    if (fixed == null) {
      return "We expect this to be done %s. There is a small chance that it takes longer."
          .formatted(said.withPreposition());
    }
    return switch (state) {
      case OVERDUE ->
          "We did not keep the date of %s. We now expect this %s."
              .formatted(words.day(fixed.day()), said.withPreposition());
      case FIXED_DATE_SAFE ->
          "This is planned for %s. We expect to keep this date."
              .formatted(words.weekday(fixed.day()));
      default ->
          "This is planned for %s, but we may not keep that date. It is safer to count on %s."
              .formatted(words.day(fixed.day()), said.words());
    };
  }

  private static String queued(Situation.Queued queued, @Nullable SaidDate said) {
    Situation.LikeJobs like = queued.like();
    if (like == null || said == null) {
      return "We have your request and work on it. We cannot name a date yet.";
    }
    String within =
        switch (like.workdays()) {
          case 0 -> "on the same day";
          case 1 -> "in 1 working day";
          default -> "in " + like.workdays() + " working days";
        };
    return "Most jobs like this are done " + within + ". Yours may take longer.";
  }

  private String hearAgain(LocalDate day) {
    boolean isToday = day.equals(asked.today());
    return " You will hear from us again "
        + (isToday ? "today." : "on " + words.weekday(day) + ".");
  }
}
