package dev.linchpin.answers.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.Ask;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.console.Shift;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.DateWords;
import dev.linchpin.web.shell.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// When will it be done, who is the go-to?
@Controller
class AskPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final Access access;
  private final AnswerBook book;
  private final Ask ask;
  private final Shift shift;

  AskPage(Access access, AnswerBook book, Ask ask, Shift shift) {
    this.access = access;
    this.book = book;
    this.ask = ask;
    this.shift = shift;
  }

  @GetMapping("/ask")
  Page show(
      Who who,
      @RequestParam(defaultValue = "") String q,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean typing) {
    access.require(who, Permission.ASK);
    AskedAt asked = book.asked(who);
    String words = q.strip();
    return Page.of(
        "answers/web/ask.jte",
        words.isEmpty() ? "Ask" : words + ": when, who?",
        null,
        words.isEmpty() ? start(who, asked) : found(words, who, asked, typing));
  }

  private AskView start(Who who, AskedAt asked) {
    List<CardView> recent = cards(ask.recent(who, asked), asked);
    List<AskView.Often> hot = ask.hot(who, asked).stream().map(one -> often(one, asked)).toList();
    List<CardView> shown =
        Stream.concat(recent.stream(), hot.stream().map(AskView.Often::card)).toList();
    return new AskView(
        "",
        "Ask for a project, a milestone, a service, a ticket or a person.",
        "",
        List.of(),
        recent,
        shift.planned(who, asked).stream().map(one -> line(one, asked)).toList(),
        shift.owed(who).stream().map(one -> line(one, asked)).toList(),
        hot,
        others(cards(ask.inTrouble(who, asked), asked), shown));
  }

  private static List<CardView> others(List<CardView> cards, List<CardView> shown) {
    return cards.stream().filter(card -> !shown.contains(card)).toList();
  }

  private static AskView.Line line(Shift.Planned one, AskedAt asked) {
    String day = new DateWords(asked.today()).weekday(one.at().toLocalDate());
    String when = one.isDay() ? day : day + ", " + TIME.format(one.at());
    return new AskView.Line(one.title(), when + ": " + one.about() + ".", one.address());
  }

  private static AskView.Line line(Shift.Owed one, AskedAt asked) {
    Instant due = one.due();
    String caller = one.caller().isEmpty() ? "The caller" : one.caller();
    return new AskView.Line(
        one.title(),
        caller + " waits for a first answer" + (due == null ? "." : by(due, asked)),
        "/t/" + one.ticket());
  }

  private static String by(Instant due, AskedAt asked) {
    LocalDateTime at = LocalDateTime.ofInstant(due, asked.zone());
    LocalDate day = at.toLocalDate();
    String when =
        day.equals(asked.today())
            ? TIME.format(at)
            : new DateWords(asked.today()).brief(day) + ", " + TIME.format(at);
    return due.isBefore(asked.instant()) ? ", due since " + when + "." : " by " + when + ".";
  }

  private static AskView.Often often(Ask.Often one, AskedAt asked) {
    return new AskView.Often(
        CardView.of(one.answer(), asked), "asked %d times within a day".formatted(one.times()));
  }

  /// @param typing whether the words are not whole yet; then nothing is remembered as asked
  private AskView found(String words, Who who, AskedAt asked, boolean typing) {
    Ask.Found found = ask.find(words, who, asked);
    if (!typing) {
      found.answers().stream()
          .findFirst()
          .flatMap(answer -> Ref.parse(answer.ref()))
          .ifPresent(ref -> ask.opened(who, ref, asked));
    }
    int count = found.answers().size();
    String headline =
        switch (count) {
          case 0 -> "Nothing found for '" + words + "'.";
          case 1 -> "1 answer";
          default -> count + " answers, the closest first";
        };
    return AskView.found(
        words,
        headline,
        Objects.requireNonNullElse(found.didYouMean(), ""),
        cards(found.answers(), asked));
  }

  private static List<CardView> cards(List<Answer> answers, AskedAt asked) {
    return answers.stream().map(answer -> CardView.of(answer, asked)).toList();
  }
}
