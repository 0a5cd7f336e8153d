package dev.linchpin.answers.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.AnswerFacts;
import dev.linchpin.answers.Ask;
import dev.linchpin.answers.Doubt;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.Telling;
import dev.linchpin.answers.Telling.Told;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.web.shell.ApiProblems;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Notice;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The answer card of one thing, "I told them", and "this looks wrong".
@Controller
class AnswerPages {
  private final Access access;
  private final AnswerBook book;
  private final Ask ask;
  private final Telling telling;
  private final AnswerPage page;

  AnswerPages(Access access, AnswerBook book, Ask ask, Telling telling, AnswerPage page) {
    this.access = access;
    this.book = book;
    this.ask = ask;
    this.telling = telling;
    this.page = page;
  }

  @GetMapping("/p/{ref}")
  View show(Who who, @PathVariable String ref) {
    return open(who, ref);
  }

  @GetMapping("/t/{number}/answer")
  View ticket(Who who, @PathVariable String number) {
    return open(who, "T-" + number);
  }

  @GetMapping("/s/{key}")
  View service(Who who, @PathVariable String key) {
    return open(who, "S-" + key);
  }

  @PostMapping("/p/{ref}/promises")
  View promise(
      Who who,
      @PathVariable String ref,
      TellForm form,
      @RequestParam(defaultValue = "") String once,
      HttpServletRequest request) {
    access.require(who, Permission.PROMISE);
    Ref about = ref(ref);
    AskedAt asked = book.asked(who);
    AnswerFacts facts = book.facts(who, about, asked);
    var problems = new Problems();
    Optional<Told> told = form.read(asked.today(), problems);
    if (told.isEmpty()) {
      return page.of(who, facts, asked, new AnswerPage.Typed(form, "", problems)).withProblems();
    }
    telling.promise(who, about, told.get(), key(once));
    Notice.of("Kept. This card now compares with the date you told.").keep(request);
    return Going.to(about.page());
  }

  @PostMapping("/p/{ref}/doubts")
  View doubt(
      Who who,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request) {
    access.require(who, Permission.ASK);
    Ref about = ref(ref);
    AskedAt asked = book.asked(who);
    AnswerFacts facts = book.facts(who, about, asked);
    Problems problems = problems(text);
    if (problems.any()) {
      return page.of(who, facts, asked, new AnswerPage.Typed(null, text, problems)).withProblems();
    }
    telling.doubt(who, about, text);
    Notice.of("Thank you. Until this is settled, the answer names no date.").keep(request);
    return Going.to(about.page());
  }

  @PostMapping("/doubts/{id}/settlement")
  View settle(
      Who who,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request) {
    access.require(who, Permission.ASK);
    String found = text.isBlank() ? "Settled without words." : cut(text.strip());
    Doubt doubt = telling.settle(who, uuid(id), found);
    Notice.of("Settled. The answer names its date again.").keep(request);
    return Going.to(doubt.ref().page());
  }

  private Page open(Who who, String text) {
    access.require(who, Permission.ASK);
    Ref about = ref(text);
    AskedAt asked = book.asked(who);
    AnswerFacts facts = book.facts(who, about, asked);
    ask.opened(who, about, asked);
    telling.read(who, Answer.of(facts, asked), asked);
    return page.of(who, facts, asked, AnswerPage.Typed.NOTHING);
  }

  private static Problems problems(String text) {
    var problems = new Problems();
    if (text.isBlank()) {
      problems.add("text", "Enter what looks wrong, like \"The switches have not arrived\".");
    } else if (text.strip().length() > Doubt.TEXT_MAX) {
      problems.add("text", "Keep it to %d characters.".formatted(Doubt.TEXT_MAX));
    }
    return problems;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), Doubt.TEXT_MAX));
  }

  private static @Nullable String key(String once) {
    return once.isBlank() ? null : ApiProblems.key(once);
  }

  static Ref ref(String text) {
    return Ref.parse(text)
        .orElseThrow(() -> new NotThere("There is nothing here named " + text + "."));
  }

  static UUID uuid(String text) {
    return Typed.id(text)
        .orElseThrow(() -> new NotThere("There is nothing here named " + text + "."));
  }
}
