package dev.linchpin.helpdesk.portal;

import dev.linchpin.helpdesk.Attachments;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.Pace;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.web.When;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// A ticket as its caller may see it.
@Component
class RequestFacts {
  private final Messages messages;
  private final Attachments attachments;
  private final Tickets tickets;
  private final Zone zone;

  RequestFacts(Messages messages, Attachments attachments, Tickets tickets, Zone zone) {
    this.messages = messages;
    this.attachments = attachments;
    this.tickets = tickets;
    this.zone = zone;
  }

  /// @param address of the request
  /// @param back where all requests of an account are; empty for whoever has none
  RequestView view(Ticket ticket, String address, String back, String text, Problems problems) {
    LocalDateTime now = zone.now();
    Ticket worked = messages.last(ticket);
    boolean waits = worked.state().isOpen();
    return new RequestView(
        ticket.number(),
        ticket.name(),
        state(ticket),
        waits ? tickets.likeThis(worked.number()).map(Pace::words).orElse("") : "",
        messages.forCaller(ticket).stream().map(one -> said(one, address, now)).toList(),
        address,
        back,
        UUID.randomUUID().toString(),
        text,
        problems);
  }

  RequestView.Row row(Ticket ticket, String address) {
    return new RequestView.Row(
        address,
        ticket.name(),
        ticket.number(),
        state(ticket),
        When.of(ticket.opened(), zone.now()));
  }

  private RequestView.Said said(Message message, String address, LocalDateTime now) {
    LocalDateTime at = LocalDateTime.ofInstant(message.at(), zone.id());
    return new RequestView.Said(
        message.kind() == Message.Kind.ANSWER ? "answer" : "caller",
        message.who(),
        When.moment(at, now),
        message.text(),
        message.attachments().stream()
            .map(file -> new RequestView.File(address + "/files/" + file.id(), file.name()))
            .toList());
  }

  boolean isOpen(Ticket ticket) {
    return messages.last(ticket).state().isOpen();
  }

  private String state(Ticket ticket) {
    if (ticket.mergedInto() == null) {
      return state(ticket, "We wait for your answer.");
    }
    return "Others asked for the same, so these requests go on together. "
        + state(messages.last(ticket), "We wait for an answer of somebody else who asked.");
  }

  private static String state(Ticket ticket, String waits) {
    return switch (ticket.state()) {
      case NEW -> "We have your request. Nobody has looked at it yet.";
      case OPEN -> "We work on it.";
      case WAITING_FOR_CALLER -> waits;
      case WAITING, WAITING_FOR_VENDOR -> "We wait for somebody else, and go on when we hear.";
      case RESOLVED, CLOSED ->
          ticket.outcome().isEmpty() ? "It is done." : "It is done: " + ticket.outcome();
    };
  }

  /// A file the caller may see: one that came with a message the caller sees.
  Optional<ResponseEntity<byte[]>> file(Ticket ticket, String id) {
    return Typed.id(id)
        .filter(wanted ->
            messages.forCaller(ticket).stream()
                .flatMap(message -> message.attachments().stream())
                .anyMatch(file -> file.id().equals(wanted)))
        .flatMap(attachments::find)
        .map(RequestFacts::download);
  }

  private static ResponseEntity<byte[]> download(Attachments.File file) {
    String disposition =
        ContentDisposition.attachment()
            .filename(file.name(), StandardCharsets.UTF_8)
            .build()
            .toString();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", disposition)
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-store")
        .body(file.content());
  }

  static void checkText(String text, List<NewMessage.File> files, Problems problems) {
    if (text.isBlank() && files.isEmpty()) {
      problems.add("text", "Enter what you want to say.");
    }
    if (text.length() > NewMessage.TEXT_MAX) {
      problems.add("text", "Keep it to %,d characters.".formatted(NewMessage.TEXT_MAX));
    }
  }
}
