package dev.linchpin.helpdesk.web;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.linchpin.helpdesk.Changing;
import dev.linchpin.helpdesk.HistoryRow;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Target;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketLink;
import dev.linchpin.helpdesk.TicketParts;
import dev.linchpin.helpdesk.Works;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tickets as programs get them.
final class TicketJson {
  private TicketJson() {}

  record Somebody(@Nullable String person, String name, String email, String phone) {}

  record InQueue(String id, String name) {}

  record Link(String kind, String ref) {}

  record Item(String name, boolean done) {}

  /// By when something is to be done.
  ///
  /// @param left minutes of counted time that are left while it is paused
  record Goal(@Nullable Instant due, @Nullable Instant met, boolean paused, long left) {}

  /// @param state like "waiting-for-caller"
  /// @param worked minutes of work
  @JsonPropertyOrder({"number", "title", "state"})
  record One(
      String number,
      String title,
      String state,
      String kind,
      String priority,
      @Nullable String impact,
      @Nullable String urgency,
      OffsetDateTime opened,
      @Nullable OffsetDateTime resolved,
      @Nullable OffsetDateTime closed,
      Somebody caller,
      @Nullable Somebody assignee,
      @Nullable InQueue queue,
      @Nullable String service,
      String outcome,
      @Nullable String mergedInto,
      @Nullable Goal answer,
      @Nullable Goal resolve,
      long worked,
      int version) {}

  /// A ticket with what it has many of.
  record Whole(One ticket, List<String> tags, List<Link> links, List<Item> checklist) {}

  static Whole whole(Ticket ticket, TicketParts parts, ZoneId zone) {
    return new Whole(
        of(ticket, zone),
        parts.tags(ticket),
        parts.links(ticket).stream().map(TicketJson::link).toList(),
        parts.items(ticket).entrySet().stream()
            .map(item -> new Item(item.getKey(), item.getValue()))
            .toList());
  }

  static One of(Ticket ticket, ZoneId zone) {
    var queue = ticket.queue();
    var impact = ticket.impact();
    var urgency = ticket.urgency();
    return new One(
        ticket.number(),
        ticket.name(),
        code(ticket.state()),
        code(ticket.kind()),
        ticket.priority(),
        impact == null ? null : impact.word(),
        urgency == null ? null : urgency.word(),
        ticket.opened().atZone(zone).toOffsetDateTime(),
        at(ticket.resolved(), zone),
        at(ticket.closed(), zone),
        new Somebody(
            id(ticket.caller().person()),
            ticket.caller().name(),
            ticket.caller().email(),
            ticket.caller().phone()),
        ticket.assignee().isEmpty()
            ? null
            : new Somebody(id(ticket.person()), ticket.assignee(), "", ""),
        queue == null ? null : new InQueue(queue.toString(), ticket.team()),
        ticket.serviceName().isEmpty() ? null : ticket.serviceName(),
        ticket.outcome(),
        ticket.mergedInto(),
        goal(ticket.targets().answer()),
        goal(ticket.targets().resolve()),
        ticket.handled().toMinutes(),
        ticket.version());
  }

  private static @Nullable Goal goal(@Nullable Target target) {
    return target == null
        ? null
        : new Goal(target.due(), target.met(), target.isPaused(), target.left().toMinutes());
  }

  private static Link link(TicketLink link) {
    return new Link(code(link.kind()), link.ref());
  }

  private static @Nullable String id(@Nullable Object id) {
    return id == null ? null : id.toString();
  }

  private static @Nullable OffsetDateTime at(@Nullable LocalDateTime at, ZoneId zone) {
    return at == null ? null : at.atZone(zone).toOffsetDateTime();
  }

  /// "waiting-for-caller"
  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  record Said(
      UUID id,
      Instant at,
      String kind,
      String channel,
      String who,
      String text,
      String delivery,
      List<File> files) {}

  record File(String address, String name, String type, int size) {}

  static Said said(Message message) {
    return new Said(
        message.id(),
        message.at(),
        code(message.kind()),
        message.channel(),
        message.who(),
        message.text(),
        code(message.delivery()),
        message.attachments().stream()
            .map(file -> new File("/files/" + file.id(), file.name(), file.type(), file.size()))
            .toList());
  }

  /// @param minutes it took
  record Worked(UUID id, String who, Instant at, long minutes, String about) {}

  static Worked worked(Works.Work work) {
    return new Worked(work.id(), work.who(), work.at(), work.time().toMinutes(), work.about());
  }

  record Step(
      int step,
      Instant at,
      String who,
      String field,
      String was,
      String becomes,
      @Nullable Integer reverses) {}

  static Step step(HistoryRow row) {
    return new Step(
        row.step(),
        row.at(),
        row.who(),
        row.field().code(),
        row.was(),
        row.becomes(),
        row.reverses());
  }

  /// What changed since a program looked.
  static List<Map<String, Object>> changes(Changing.Conflict conflict) {
    return conflict.clashes().stream()
        .map(clash ->
            Map.<String, Object>of(
                "field", clash.field().code(),
                "was", clash.before(),
                "becomes", clash.theirs(),
                "who", clash.by(),
                "at", clash.at()))
        .toList();
  }
}
