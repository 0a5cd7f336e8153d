package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Changing.Changed;
import dev.linchpin.helpdesk.Changing.Refused;
import dev.linchpin.helpdesk.Changing.Same;
import dev.linchpin.helpdesk.Edit.Value;
import dev.linchpin.platform.Zone;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Changes that concern two tickets: one is merged into another, a message becomes one of its own.
/// Messages, work and touches know where they were written, so both can be taken back.
@Component
class TwoTickets {
  private final JdbcClient sql;
  private final Tickets tickets;
  private final TicketTable table;
  private final TicketParts parts;
  private final Edits edits;
  private final Histories histories;
  private final Steps steps;
  private final Touches touches;
  private final Zone zone;

  TwoTickets(
      JdbcClient sql,
      Tickets tickets,
      TicketTable table,
      TicketParts parts,
      Edits edits,
      Histories histories,
      Steps steps,
      Touches touches,
      Zone zone) {
    this.sql = sql;
    this.tickets = tickets;
    this.table = table;
    this.parts = parts;
    this.edits = edits;
    this.histories = histories;
    this.steps = steps;
    this.touches = touches;
    this.zone = zone;
  }

  static boolean concerns(List<HistoryRow> rows) {
    return rows.stream()
        .filter(row -> row.reverses() == null)
        .map(HistoryRow::field)
        .anyMatch(field ->
            field == TicketField.MERGED_INTO
                || field == TicketField.MERGED
                || field == TicketField.SPLIT);
  }

  Changing merge(Ticket shown, String keptNumber, By by) {
    Optional<Ticket> found = tickets.find(Ticket.numberIn(keptNumber));
    if (found.isEmpty() || found.get().id() == shown.id()) {
      return new Refused(shown, "Enter the number of another ticket, like 1002.");
    }
    Pair pair = lock(shown.id(), found.get().id());
    if (pair.gone().mergedInto() != null) {
      return new Same(pair.gone());
    }
    if (pair.kept().mergedInto() != null) {
      return new Refused(
          pair.gone(),
          "%s was merged into %2$s itself. Merge into %2$s."
              .formatted(pair.kept().number(), pair.kept().mergedInto()));
    }
    return merge(pair, by);
  }

  private record Pair(Ticket gone, Ticket kept) {}

  /// In the order of ids, so that two who merge crosswise do not wait for each other.
  private Pair lock(long gone, long kept) {
    table.lock(Math.min(gone, kept));
    table.lock(Math.max(gone, kept));
    return new Pair(table.get(gone), table.get(kept));
  }

  private Changing merge(Pair pair, By by) {
    Ticket gone = pair.gone();
    Ticket kept = pair.kept();
    List<Edit> there = new ArrayList<>();
    there.add(
        new Edit(
            TicketField.MERGED,
            Long.toString(gone.id()),
            Value.NOTHING,
            new Value(Long.toString(gone.id()), gone.ref())));
    for (String tag : parts.tags(gone)) {
      add(there, kept, new Change.Tag(tag), by);
    }
    for (PersonId person : parts.watchers(gone).keySet()) {
      add(there, kept, new Change.Watch(person), by);
    }
    move(gone.id(), kept.id());
    steps.write(kept, there, by, null);
    var into =
        new Edit(
            TicketField.MERGED_INTO,
            Value.NOTHING,
            new Value(Long.toString(kept.id()), kept.ref()));
    Edit closed = edits.state(gone, TicketState.CLOSED, by);
    int step =
        steps.write(
            gone, closed.changesNothing() ? List.of(into) : List.of(into, closed), by, null);
    recount(pair);
    return new Changed(table.get(gone.id()), step, kept.number());
  }

  private void add(List<Edit> all, Ticket ticket, Change change, By by) {
    if (edits.of(ticket, change, by) instanceof Edits.Wanted.Of wanted) {
      all.addAll(Edits.edits(wanted));
    }
  }

  private void move(long from, long to) {
    for (String what : List.of("message", "work", "timer")) {
      sql.sql("update helpdesk.%s set ticket = :to where ticket = :from".formatted(what))
          .param("from", from)
          .param("to", to)
          .update();
    }
    sql.sql("update helpdesk.touch set ticket = :to where ticket = :from and home is not null")
        .param("from", from)
        .param("to", to)
        .update();
  }

  /// What was written on a ticket, or on one that was merged into it.
  private void moveHome(long from, long home) {
    for (String what : List.of("message", "work", "touch")) {
      sql.sql(
              """
              with recursive here as (
                select cast(:home as bigint) as id
                union select ticket.id
                  from helpdesk.ticket join here on ticket.merged_into = here.id)
              update helpdesk.%s set ticket = :home
               where ticket = :from and home in (select id from here)\
              """
                  .formatted(what))
          .param("from", from)
          .param("home", home)
          .update();
    }
  }

  private void recount(Pair pair) {
    touches.recount(table.get(pair.gone().id()));
    touches.recount(table.get(pair.kept().id()));
  }

  Changing split(Ticket ticket, Change.Split change, By by) {
    Optional<Timestamp> written =
        sql.sql("select at from helpdesk.message where id = :id and ticket = :ticket")
            .param("id", change.message())
            .param("ticket", ticket.id())
            .query(Timestamp.class)
            .optional();
    String title = change.title().strip();
    if (written.isEmpty() || title.isEmpty() || title.length() > NewTicket.TITLE_MAX) {
      return new Refused(ticket, "Enter the title of the new ticket.");
    }
    LocalDateTime opened =
        LocalDateTime.ofInstant(written.get().toInstant(), zone.id()).withNano(0);
    Ticket made = table.lock(table.add(table.newNumber(), title, opened));
    steps.write(made, same(ticket, made, by), by, null);
    sql.sql("update helpdesk.message set ticket = :to where id = :id")
        .param("to", made.id())
        .param("id", change.message())
        .update();
    var edit =
        new Edit(
            TicketField.SPLIT,
            change.message().toString(),
            Value.NOTHING,
            new Value(Long.toString(made.id()), made.ref()));
    int step = steps.write(ticket, List.of(edit), by, null);
    return new Changed(table.get(ticket.id()), step, made.number());
  }

  /// Caller, service, queue and priority of the ticket it came from.
  private List<Edit> same(Ticket from, Ticket made, By by) {
    var all = new ArrayList<Edit>();
    all.add(new Edit(TicketField.TITLE, Value.NOTHING, Value.of(made.title())));
    add(all, made, new Change.CalledBy(from.caller()), by);
    add(all, made, new Change.About(from.service()), by);
    if (from.queue() != null) {
      add(all, made, new Change.Move(from.queue()), by);
    }
    Grade impact = from.impact();
    Grade urgency = from.urgency();
    if (impact != null && urgency != null) {
      add(all, made, new Change.Prioritise(impact, urgency), by);
    }
    return all;
  }

  Changing undo(Ticket shown, int step, List<HistoryRow> rows, By by) {
    if (histories.isReversed(shown, step)) {
      return new Same(shown);
    }
    HistoryRow row = rows.stream().filter(one -> concerns(List.of(one))).findFirst().orElseThrow();
    long other = Long.parseLong(row.becomesValue().key());
    return switch (row.field()) {
      case MERGED_INTO -> part(shown.id(), other, by, false);
      case MERGED -> part(other, shown.id(), by, true);
      default -> join(shown, other, step, row, by);
    };
  }

  /// Takes a merge back.
  private Changing part(long goneId, long keptId, By by, boolean keptIsShown) {
    Pair pair = lock(goneId, keptId);
    Ticket gone = pair.gone();
    Ticket kept = pair.kept();
    Ticket shown = keptIsShown ? kept : gone;
    if (!table.mergedInto(gone).equals(Optional.of(keptId))) {
      return new Same(shown);
    }
    if (kept.mergedInto() != null) {
      return new Refused(
          shown,
          "%s was merged into %s meanwhile. Take that back first."
              .formatted(kept.number(), kept.mergedInto()));
    }
    moveHome(keptId, goneId);
    int ofKept = back(kept, TicketField.MERGED, Long.toString(goneId), by);
    int ofGone = back(gone, TicketField.MERGED_INTO, "", by);
    recount(pair);
    return new Changed(
        table.get(shown.id()), keptIsShown ? ofKept : ofGone, (keptIsShown ? gone : kept).number());
  }

  /// Turns the last step around that holds this field.
  private int back(Ticket ticket, TicketField field, String element, By by) {
    int step =
        histories.of(ticket).stream()
            .filter(row -> row.field() == field && row.element().equals(element))
            .filter(row -> row.reverses() == null)
            .findFirst()
            .orElseThrow()
            .step();
    List<Edit> edits =
        histories.step(ticket, step).stream().map(row -> row.edit().reversed()).toList();
    return steps.write(ticket, edits, by, step);
  }

  /// Takes a split back: the ticket it made is merged into the one it came from.
  private Changing join(Ticket shown, long made, int step, HistoryRow row, By by) {
    Ticket part = table.get(made);
    Changing merged = merge(part, shown.number(), by);
    if (!(merged instanceof Changed)) {
      return merged;
    }
    Ticket ticket = table.lock(shown.id());
    int back = steps.write(ticket, List.of(row.edit().reversed()), by, step);
    return new Changed(table.get(shown.id()), back, part.number());
  }
}
