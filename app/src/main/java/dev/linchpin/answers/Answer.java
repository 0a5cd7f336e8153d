package dev.linchpin.answers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.SaidDate;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The one answer object: page, API, and later mail and chat show these fields and no other.
///
/// Dates are days in the organisation's zone. They are there only where a date may be told.
///
/// @param sentence the answer; in JSON the plain text
/// @param earliest met in 1 of 10 runs
/// @param likely met in 5 of 10 runs
/// @param by the last day that the sentence's by-date includes; always a working day, except a
///   fixed date
/// @param chance 0 to 0.9 in steps of 0.1, that it is done on `by` or before
/// @param goTo null when nobody is: a gap
/// @param say what an agent can read out: safe for outsiders, at most three sentences
/// @param howSure how good dates like this one were
/// @param changed against what the one who asks told last, else against last week
/// @param checkedAt when forecast and plan were both looked at last
/// @param nextUpdateBy the day on which whoever asked hears from us again
/// @param forecast id of the kept forecast it comes from
/// @param byWords `by` as it is said, "the week that ends on 16 April"; empty when there is none
@JsonPropertyOrder({
  "ref",
  "title",
  "state",
  "sentence",
  "earliest",
  "likely",
  "by",
  "chance",
  "goTo",
  "standIn",
  "say",
  "howSure",
  "changed",
  "checkedAt",
  "nextUpdateBy",
  "forecast"
})
public record Answer(
    String ref,
    String title,
    AnswerState state,
    Sentence sentence,
    @Nullable LocalDate earliest,
    @Nullable LocalDate likely,
    @Nullable LocalDate by,
    @Nullable Double chance,
    @Nullable Contact goTo,
    @Nullable Contact standIn,
    String say,
    @Nullable String howSure,
    @Nullable String changed,
    @Nullable Instant checkedAt,
    @Nullable LocalDate nextUpdateBy,
    @Nullable String forecast,
    @JsonIgnore String byWords) {

  /// What is answered when these are the facts.
  public static Answer of(AnswerFacts facts, AskedAt asked) {
    AnswerState state = facts.state(asked);
    NamedDate named = NamedDate.of(facts, state, asked);
    SaidDate said = named == null ? null : named.said();
    LocalDate by = said == null ? null : said.day();
    LocalDate next = NextUpdate.by(facts, said, asked);
    Earlier earlier = facts.earlier();
    boolean isOver =
        switch (state) {
          case WORK_DONE, DONE, CANCELLED -> true;
          default -> false;
        };
    return new Answer(
        facts.ref().toString(),
        facts.title(),
        state,
        Sentences.of(facts, state, named, asked),
        named == null ? null : named.earliest(),
        named == null ? null : named.likely(),
        by,
        named == null ? null : named.chance().share(),
        facts.goTo(),
        facts.standIn(),
        SayTexts.of(facts, state, said, next, asked),
        by == null ? null : howSure(facts),
        earlier == null || isOver ? null : changed(earlier, by, facts, asked),
        facts.checkedAt(),
        next,
        facts.forecast(),
        said == null ? "" : said.words());
  }

  /// The cause belongs to a week: it says nothing about what somebody was told before that.
  private static String changed(
      Earlier earlier, @Nullable LocalDate by, AnswerFacts facts, AskedAt asked) {
    LocalDate exact = exactBy(facts);
    String change = earlier.change(by, exact, asked);
    boolean moved = exact != null && !exact.equals(earlier.by());
    return earlier instanceof Earlier.LastWeek && moved && !facts.because().isEmpty()
        ? change + " " + facts.because()
        : change;
  }

  private static @Nullable LocalDate exactBy(AnswerFacts facts) {
    return facts.situation() instanceof Situation.Running(_, Dates dates, _) && dates != null
        ? dates.by().toLocalDate()
        : null;
  }

  private static String howSure(AnswerFacts facts) {
    return facts.situation() instanceof Situation.Queued(_, Situation.LikeJobs like, _)
        ? "This comes from our last " + like.count() + " finished jobs like this."
        : (facts.trackRecord().words() + " " + facts.rests()).strip();
  }
}
