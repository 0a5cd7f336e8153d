package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Attachments;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Changing;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.SpentTime;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.Works;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// Says something on a ticket, and hands out what was attached.
@Controller
class TicketTalk {
  private final Access access;
  private final Tickets tickets;
  private final TicketDesk desk;
  private final Messages messages;
  private final Attachments attachments;
  private final Works works;
  private final ChangeReader reader;
  private final Hands hands;
  private final TicketPage page;

  TicketTalk(
      Access access,
      Tickets tickets,
      TicketDesk desk,
      Messages messages,
      Attachments attachments,
      Works works,
      ChangeReader reader,
      Hands hands,
      TicketPage page) {
    this.access = access;
    this.tickets = tickets;
    this.desk = desk;
    this.messages = messages;
    this.attachments = attachments;
    this.works = works;
    this.reader = reader;
    this.hands = hands;
    this.page = page;
  }

  @PostMapping("/t/{number}/messages")
  View say(
      Who who,
      @PathVariable String number,
      ReplyForm form,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    var problems = new Problems();
    Optional<NewMessage> message = read(form, files == null ? List.of() : files, problems);
    Optional<Duration> spent = spent(who, form, problems);
    checkThen(form, problems);
    if (problems.any() || message.isEmpty()) {
      return page.show(who, ticket, TicketPage.Typed.of(form), problems).withProblems();
    }
    By by = hands.by(who);
    ChangeForm then =
        ChangeForm.of(
            form.thenOrNothing(), "", form.textOrNothing(), ChangeForm.text(form.version()));
    messages.add(ticket, message.get(), by);
    PersonId person = by.person();
    if (spent.isPresent() && person != null) {
      works.book(ticket, person, spent.get(), "", by);
    }
    return then(who, ticket, then, by, request);
  }

  /// The message is kept whatever becomes of the change.
  private View then(Who who, Ticket ticket, ChangeForm then, By by, HttpServletRequest request) {
    String address = TicketListView.address(ticket.number());
    if (then.whatOrNothing().isEmpty()) {
      return Going.to(address, "Saved.", request);
    }
    Change change = reader.read(who, then);
    return switch (desk.change(ticket, then.seen(), change, by)) {
      case Changing.Changed done ->
          Going.to(address, "Saved.", TicketChanges.undo(done.ticket(), done.step()), request);
      case Changing.Same _ -> Going.to(address, "Saved.", request);
      case Changing.Refused no ->
          Going.to(address, "What you wrote is saved. " + no.why(), request);
      case Changing.Conflict clash -> ClashView.page(clash, then);
    };
  }

  private static Optional<NewMessage> read(
      ReplyForm form, List<MultipartFile> files, Problems problems) {
    List<NewMessage.File> sent = SentFiles.read(files, problems);
    if (problems.any()) {
      return Optional.empty();
    }
    try {
      Message.Kind kind =
          switch (form.kindOrAnswer()) {
            case "NOTE" -> Message.Kind.NOTE;
            case "FROM_CALLER" -> Message.Kind.FROM_CALLER;
            default -> Message.Kind.ANSWER;
          };
      return Optional.of(NewMessage.of(kind, form.textOrNothing()).with(sent));
    } catch (IllegalArgumentException no) {
      problems.add("text", Objects.requireNonNull(no.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Duration> spent(Who who, ReplyForm form, Problems problems) {
    if (form.spentOrNothing().isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> spent = SpentTime.read(form.spentOrNothing());
    if (spent.isEmpty()) {
      problems.add("spent", SpentTime.HOW);
    } else if (hands.id(who).isEmpty()) {
      problems.add("spent", TicketWork.NOBODY);
    }
    return spent;
  }

  /// What was done is told to the caller, so it is never taken from a note.
  private static void checkThen(ReplyForm form, Problems problems) {
    if (form.thenOrNothing().equals("resolve") && !form.kindOrAnswer().equals("ANSWER")) {
      problems.add("then", "To resolve it, answer the caller, or say below what was done.");
    } else if (!List.of("", "wait-for-caller", "wait-for-vendor", "resolve")
        .contains(form.thenOrNothing())) {
      problems.add("then", "Choose what happens next.");
    }
  }

  /// A file as it came, to be saved and never shown by the browser.
  @GetMapping("/files/{id}")
  ResponseEntity<byte[]> file(Who who, @PathVariable String id) {
    Attachments.File file =
        Typed.id(id)
            .flatMap(attachments::find)
            .orElseThrow(() -> new NotThere("There is no file named " + id + "."));
    access.load(who, tickets, file.ticket(), Right.READ);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-store")
        .body(file.content());
  }
}
