package dev.linchpin.answers.web;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.Ask;
import dev.linchpin.answers.Promise;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.Telling;
import dev.linchpin.answers.Telling.Told;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.web.shell.ApiProblems;
import dev.linchpin.web.shell.Problems;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers and promises for programs: the same objects as on the pages.
@RestController
@RequestMapping("/api/v1")
class AnswersApi {
  private static final URI ABOUT_FIELDS = URI.create("/help/answers");

  private final Access access;
  private final AnswerBook book;
  private final Ask ask;
  private final Telling telling;

  AnswersApi(Access access, AnswerBook book, Ask ask, Telling telling) {
    this.access = access;
    this.book = book;
    this.ask = ask;
    this.telling = telling;
  }

  /// What both ways to ask give.
  record Answers(List<Answer> answers) {}

  /// Whom somebody told which date; ISO date, channel like "in-person".
  record NewPromise(
      @Nullable String ref,
      @Nullable String toldTo,
      @Nullable String mail,
      @Nullable String channel,
      @Nullable String by) {}

  /// A promise as it is kept.
  @JsonPropertyOrder({"id", "ref", "toldTo", "channel", "by"})
  record KeptPromise(
      UUID id,
      String ref,
      String toldTo,
      String channel,
      LocalDate by,
      String words,
      @Nullable Double chance,
      @Nullable String forecast,
      String state,
      Instant toldAt,
      String toldBy,
      String zone) {
    static KeptPromise of(Promise promise) {
      return new KeptPromise(
          promise.id(),
          promise.ref().toString(),
          promise.toldTo().words(),
          promise.channel().code(),
          promise.by(),
          promise.words(),
          promise.chance() == null ? null : promise.chance().share(),
          promise.forecast(),
          promise.state().code(),
          promise.toldAt(),
          promise.toldBy(),
          promise.zone().getId());
    }
  }

  @GetMapping("/answers")
  Answers find(Who who, @RequestParam(defaultValue = "") String q) {
    access.require(who, Permission.ASK);
    return new Answers(ask.find(q, who, book.asked(who)).answers());
  }

  @GetMapping("/answers/{ref}")
  Answers one(Who who, @PathVariable String ref) {
    access.require(who, Permission.ASK);
    AskedAt asked = book.asked(who);
    return new Answers(List.of(book.answer(who, AnswerPages.ref(ref), asked)));
  }

  @PostMapping("/promises")
  ResponseEntity<?> promise(
      Who who,
      @RequestBody(required = false) @Nullable NewPromise body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    access.require(who, Permission.PROMISE);
    NewPromise sent = body == null ? new NewPromise(null, null, null, null, null) : body;
    var problems = new Problems();
    if (TellForm.text(sent.ref()).isEmpty()) {
      problems.add("ref", "Enter the ref of a project, milestone or ticket, like NET-12.");
    }
    Optional<Told> told =
        new TellForm(sent.toldTo(), sent.mail(), sent.channel(), sent.by())
            .read(book.asked(who).today(), problems);
    if (told.isEmpty() || problems.any()) {
      return ResponseEntity.of(ApiProblems.of(problems, ABOUT_FIELDS)).build();
    }
    Ref ref = AnswerPages.ref(TellForm.text(sent.ref()));
    String once = key == null || key.isBlank() ? null : ApiProblems.key(key);
    KeptPromise kept = KeptPromise.of(telling.promise(who, ref, told.get(), once));
    return ResponseEntity.created(URI.create("/api/v1/promises/" + kept.id())).body(kept);
  }

  @GetMapping("/promises/{id}")
  KeptPromise promise(Who who, @PathVariable String id) {
    return KeptPromise.of(telling.promise(who, AnswerPages.uuid(id)));
  }
}
