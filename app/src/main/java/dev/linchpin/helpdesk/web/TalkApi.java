package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.PageEnd;
import dev.linchpin.helpdesk.SpentTime;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.Works;
import dev.linchpin.web.shell.ApiProblems;
import dev.linchpin.web.shell.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// What was said and worked on a ticket, for programs.
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class TalkApi {
  private static final Map<String, Message.Kind> KINDS =
      Map.of(
          "", Message.Kind.NOTE,
          "note", Message.Kind.NOTE,
          "answer", Message.Kind.ANSWER,
          "from-caller", Message.Kind.FROM_CALLER);

  private final Access access;
  private final Tickets tickets;
  private final Messages messages;
  private final Works works;
  private final Hands hands;

  TalkApi(Access access, Tickets tickets, Messages messages, Works works, Hands hands) {
    this.access = access;
    this.tickets = tickets;
    this.messages = messages;
    this.works = works;
    this.hands = hands;
  }

  /// @param kind "from-caller", "answer" or "note"; nothing is a note
  record NewMessageBody(@Nullable String kind, @Nullable String text) {}

  /// @param time like "20m"
  record NewWorkBody(@Nullable String time, @Nullable String about) {}

  /// A page of them, the oldest first.
  @GetMapping("/messages")
  ResponseEntity<Map<String, List<?>>> messages(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = ApiAnswers.PAGE_USUAL) int limit) {
    Ticket ticket = access.load(who, tickets, number, Right.READ);
    int most = ApiAnswers.most(limit);
    return ApiAnswers.page(
        "messages",
        messages.of(ticket, PageEnd.parse(after), most + 1),
        most,
        TicketJson::said,
        address(number) + "/messages?",
        said -> new PageEnd(said.at(), said.id()).toString());
  }

  private static String address(String number) {
    return "/api/v1/tickets/" + number;
  }

  @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> say(
      Who who,
      @PathVariable String number,
      @RequestBody(required = false) @Nullable NewMessageBody body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    NewMessageBody sent = body == null ? new NewMessageBody("", "") : body;
    return add(who, number, sent, List.of(), key);
  }

  /// The same with files, as a form sends them.
  @PostMapping(path = "/messages", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<?> sayWithFiles(
      Who who,
      @PathVariable String number,
      NewMessageBody body,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return add(who, number, body, files == null ? List.of() : files, key);
  }

  private ResponseEntity<?> add(
      Who who,
      String number,
      NewMessageBody sent,
      List<MultipartFile> files,
      @Nullable String key) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    var problems = new Problems();
    List<NewMessage.File> read = SentFiles.read(files, problems);
    Optional<NewMessage> message = problems.any() ? Optional.empty() : read(sent, read, problems);
    if (message.isEmpty()) {
      return ApiAnswers.problem(problems);
    }
    UUID id = messages.add(ticket, message.get().once(once(who, key)), hands.by(who));
    return ResponseEntity.created(URI.create(address(number) + "/messages")).body(Map.of("id", id));
  }

  private static @Nullable String once(Who who, @Nullable String key) {
    return key == null || key.isBlank()
        ? null
        : "api %s %s".formatted(who.account(), ApiProblems.key(key));
  }

  private static Optional<NewMessage> read(
      NewMessageBody body, List<NewMessage.File> files, Problems problems) {
    Message.Kind kind = KINDS.get(ChangeForm.text(body.kind()));
    if (kind == null) {
      problems.add("kind", "Enter from-caller, answer or note.");
      return Optional.empty();
    }
    try {
      return Optional.of(NewMessage.of(kind, ChangeForm.text(body.text())).by("api").with(files));
    } catch (IllegalArgumentException no) {
      problems.add("text", Objects.requireNonNull(no.getMessage()));
      return Optional.empty();
    }
  }

  /// A page of it, the oldest first.
  @GetMapping("/work")
  ResponseEntity<Map<String, List<?>>> work(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = ApiAnswers.PAGE_USUAL) int limit) {
    Ticket ticket = access.load(who, tickets, number, Right.READ);
    int most = ApiAnswers.most(limit);
    return ApiAnswers.page(
        "work",
        works.of(ticket, PageEnd.parse(after), most + 1),
        most,
        TicketJson::worked,
        address(number) + "/work?",
        work -> new PageEnd(work.at(), work.id()).toString());
  }

  @PostMapping("/work")
  ResponseEntity<?> book(
      Who who,
      @PathVariable String number,
      @RequestBody(required = false) @Nullable NewWorkBody body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    NewWorkBody sent = body == null ? new NewWorkBody("", "") : body;
    Optional<PersonId> person = hands.id(who);
    Optional<Duration> time = SpentTime.read(ChangeForm.text(sent.time()));
    if (person.isEmpty() || time.isEmpty()) {
      return ApiAnswers.problem(
          person.isEmpty()
              ? new Problems().add("person", TicketWork.NOBODY)
              : new Problems().add("time", SpentTime.HOW));
    }
    UUID id =
        works.bookOnce(
            ticket,
            person.get(),
            time.get(),
            ChangeForm.text(sent.about()),
            hands.by(who),
            once(who, key));
    return ResponseEntity.created(URI.create(address(number) + "/work")).body(Map.of("id", id));
  }
}
