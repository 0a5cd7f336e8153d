package dev.linchpin.answers.web;

import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerState;
import dev.linchpin.answers.Contact;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.Sentence;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.DateWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What `card.jte` shows, from top to bottom. Empty words are not shown.
///
/// @param address of the page with this card alone
/// @param heading the question it answers
/// @param kind of the state's pill
/// @param goTo null when nobody is named
/// @param standInLabel what stands before the stand-in's name
public record CardView(
    String ref,
    String title,
    String address,
    String heading,
    String kind,
    String state,
    List<Sentence.Part> sentence,
    @Nullable Contact goTo,
    @Nullable Contact standIn,
    String standInLabel,
    String say,
    String howSure,
    String changed,
    String checked) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  /// The card of one answer.
  public static CardView of(Answer answer, AskedAt asked) {
    boolean whoIsIt = answer.state() == AnswerState.GO_TO;
    return new CardView(
        answer.ref(),
        answer.title(),
        Ref.parse(answer.ref()).map(Ref::page).orElse("/ask"),
        whoIsIt ? "Who is the go-to?" : "When will it be done?",
        answer.state().pill(),
        answer.state().label(),
        answer.sentence().parts(),
        answer.goTo(),
        answer.standIn(),
        standInLabel(answer),
        answer.say(),
        Objects.requireNonNullElse(answer.howSure(), ""),
        Objects.requireNonNullElse(answer.changed(), ""),
        checked(answer.checkedAt(), answer.nextUpdateBy(), asked));
  }

  private static String standInLabel(Answer answer) {
    Contact goTo = answer.goTo();
    Contact standIn = answer.standIn();
    boolean askNow = goTo != null && !goTo.atWork() && standIn != null && standIn.atWork();
    return askNow ? "Ask now: " : "If away: ";
  }

  private static String checked(
      @Nullable Instant checkedAt, @Nullable LocalDate next, AskedAt asked) {
    String last = checkedAt == null ? "" : at(checkedAt, asked) + " (your time). ";
    String then =
        next == null ? "" : "Next update by " + new DateWords(asked.today()).weekday(next) + ".";
    return (last + then).strip();
  }

  private static String at(Instant instant, AskedAt asked) {
    ZonedDateTime then = instant.atZone(asked.viewer());
    LocalDate today = asked.instant().atZone(asked.viewer()).toLocalDate();
    String time = " at " + TIME.format(then);
    if (then.toLocalDate().equals(today)) {
      return "Today" + time;
    }
    if (then.toLocalDate().equals(today.minusDays(1))) {
      return "Yesterday" + time;
    }
    return "On " + new DateWords(today).day(then.toLocalDate()) + time;
  }
}
