package dev.linchpin.answers.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.Ask;
import dev.linchpin.answers.Ref;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.web.shell.Page;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// When will it be done, who is the go-to?
@Controller
class AskPage {
  private final Access access;
  private final AnswerBook book;
  private final Ask ask;

  AskPage(Access access, AnswerBook book, Ask ask) {
    this.access = access;
    this.book = book;
    this.ask = ask;
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
    return new AskView(
        "",
        "Ask for a project, a milestone, a service, a ticket or a person.",
        "",
        List.of(),
        recent,
        cards(ask.hot(who, asked), asked));
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
    return new AskView(
        words,
        headline,
        Objects.requireNonNullElse(found.didYouMean(), ""),
        cards(found.answers(), asked),
        List.of(),
        List.of());
  }

  private static List<CardView> cards(List<Answer> answers, AskedAt asked) {
    return answers.stream().map(answer -> CardView.of(answer, asked)).toList();
  }
}
