package dev.linchpin.helpdesk;

import dev.linchpin.helpdesk.Edit.Value;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Opens tickets: a number, its fields as the first step of the history, its first message.
@Component
class TicketOpening {
  private final TicketTable table;
  private final Edits edits;
  private final Steps steps;
  private final Queues queues;
  private final Messages messages;
  private final Audit audit;
  private final Zone zone;

  TicketOpening(
      TicketTable table,
      Edits edits,
      Steps steps,
      Queues queues,
      Messages messages,
      Audit audit,
      Zone zone) {
    this.table = table;
    this.edits = edits;
    this.steps = steps;
    this.queues = queues;
    this.messages = messages;
    this.audit = audit;
    this.zone = zone;
  }

  Ticket open(NewTicket asked, By by) {
    LocalDateTime opened = LocalDateTime.ofInstant(by.at(), zone.id()).withNano(0);
    long id = table.add(table.newNumber(), asked.title().strip(), opened);
    Ticket ticket = table.lock(id);
    steps.write(ticket, first(ticket, asked, by), by, null);
    audit.add(by.name(), "opened a ticket", ticket.ref(), asked.title().strip());
    if (!asked.text().isBlank()) {
      messages.add(
          table.get(id),
          NewMessage.of(Message.Kind.FROM_CALLER, asked.text()).by(asked.channel()),
          by);
    }
    return table.get(id);
  }

  private List<Edit> first(Ticket ticket, NewTicket asked, By by) {
    var all = new ArrayList<Edit>();
    all.add(new Edit(TicketField.TITLE, Value.NOTHING, Value.of(asked.title().strip())));
    add(all, ticket, new Change.Classify(asked.kind()), by);
    add(all, ticket, new Change.Prioritise(asked.impact(), asked.urgency()), by);
    add(all, ticket, new Change.CalledBy(asked.caller()), by);
    add(all, ticket, new Change.About(asked.service()), by);
    Optional.ofNullable(asked.queue())
        .or(() -> queues.taking(asked.service()).map(Queue::id))
        .ifPresent(queue -> add(all, ticket, new Change.Move(queue), by));
    if (asked.assignee() != null) {
      add(all, ticket, new Change.Assign(asked.assignee()), by);
    }
    return all;
  }

  /// What cannot be, like a service that is gone, is left open for whoever works on it.
  private void add(List<Edit> all, Ticket ticket, Change change, By by) {
    if (edits.of(ticket, change, by) instanceof Edits.Wanted.Of wanted) {
      all.addAll(Edits.edits(wanted));
    }
  }
}
