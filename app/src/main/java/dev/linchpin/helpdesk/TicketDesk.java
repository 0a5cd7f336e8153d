package dev.linchpin.helpdesk;

import dev.linchpin.helpdesk.Changing.Changed;
import dev.linchpin.helpdesk.Changing.Clash;
import dev.linchpin.helpdesk.Changing.Conflict;
import dev.linchpin.helpdesk.Changing.Refused;
import dev.linchpin.helpdesk.Changing.Same;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/*
 * One way to change a ticket. A change becomes edits of single fields; each is a row of history.
 * Whoever changes says which version was seen:
 *
 *   nobody changed it since            it is done
 *   somebody changed other fields      it is done: both changes stand
 *   somebody changed the same field    nothing is done; the clash says what each of them wanted
 *
 * An undo is the same with the edits of one step turned around, so it meets the same rules. What
 * the same request did a moment before, like an answer that opened the ticket, is no clash. The row
 * of the ticket is locked first: changes of one ticket come one after the other.
 */
/// Opens, changes and merges tickets, whoever asks: page, API, mail. Each method is one transaction
/// and leaves a history. Rights are the caller's affair: load the ticket through `Access` first.
@Component
public class TicketDesk {
  private final TicketTable table;
  private final Edits edits;
  private final Histories histories;
  private final Steps steps;
  private final TwoTickets two;
  private final TicketOpening opening;

  TicketDesk(
      TicketTable table,
      Edits edits,
      Histories histories,
      Steps steps,
      TwoTickets two,
      TicketOpening opening) {
    this.table = table;
    this.edits = edits;
    this.histories = histories;
    this.steps = steps;
    this.two = two;
    this.opening = opening;
  }

  /// Opens a ticket, with what was said as its first message.
  @Transactional
  public Ticket open(NewTicket asked, By by) {
    return opening.open(asked, by);
  }

  /// Applies a change.
  ///
  /// @param seen the version whoever asks was shown
  @Transactional
  public Changing change(Ticket shown, int seen, Change change, By by) {
    if (change instanceof Change.MergeInto merge) {
      return two.merge(shown, merge.kept(), by);
    }
    Ticket ticket = table.lock(shown.id());
    if (change instanceof Change.Split split) {
      return two.split(ticket, split, by);
    }
    return switch (edits.of(ticket, change, by)) {
      case Edits.Wanted.No no -> new Refused(ticket, no.why());
      case Edits.Wanted.Of wanted -> apply(ticket, seen, wanted, by, null);
    };
  }

  /// Applies a change whatever was seen: for what acts on its own, and for whoever read the clash
  /// and decided.
  @Transactional
  public Changing change(Ticket shown, Change change, By by) {
    return change(shown, Integer.MAX_VALUE, change, by);
  }

  /// Applies several changes, or none, to exactly the version that was seen: for programs, which
  /// cannot merge. A conflict tells everything that changed since.
  @Transactional
  public Changing changeAll(Ticket shown, int seen, List<Change> changes, By by) {
    Ticket ticket = table.lock(shown.id());
    if (seen != ticket.version()) {
      return new Conflict(ticket, since(ticket, seen));
    }
    Changing last = new Same(ticket);
    for (Change change : changes) {
      Changing one = change(ticket, change, by);
      switch (one) {
        case Refused no -> {
          TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
          return no;
        }
        case Changed done -> last = done;
        case Same _, Conflict _ -> {}
      }
    }
    return last;
  }

  private List<Clash> since(Ticket ticket, int seen) {
    return histories.since(ticket, seen).stream()
        .map(row -> new Clash(row.field(), row.was(), row.becomes(), "", row.who(), row.at()))
        .toList();
  }

  /// Takes back one step, unless somebody changed the same afterwards.
  @Transactional
  public Changing undo(Ticket shown, int step, By by) {
    List<HistoryRow> rows = histories.step(shown, step);
    if (TwoTickets.concerns(rows)) {
      return two.undo(shown, step, rows, by);
    }
    Ticket ticket = table.lock(shown.id());
    if (rows.isEmpty()
        || rows.getFirst().reverses() != null
        || histories.isReversed(ticket, step)) {
      return new Same(ticket);
    }
    if (step == 1 && ticket.source().equals(Ticket.HERE)) {
      return new Refused(ticket, "A ticket that was opened stays. Resolve it, or merge it.");
    }
    List<Edit> back = rows.reversed().stream().map(row -> row.edit().reversed()).toList();
    return apply(ticket, step, new Edits.Wanted.Of(back, List.of()), by, step);
  }

  private Changing apply(
      Ticket ticket, int seen, Edits.Wanted.Of wanted, By by, @Nullable Integer reverses) {
    List<Clash> clashes = clashes(ticket, seen, wanted.asked(), by);
    if (!clashes.isEmpty()) {
      return new Conflict(ticket, clashes);
    }
    List<Edit> all = Edits.edits(wanted);
    if (all.isEmpty()) {
      return new Same(ticket);
    }
    int step = steps.write(ticket, all, by, reverses);
    return new Changed(table.get(ticket.id()), step, null);
  }

  private List<Clash> clashes(Ticket ticket, int seen, List<Edit> asked, By by) {
    if (seen >= ticket.version()) {
      return List.of();
    }
    List<HistoryRow> since =
        histories.since(ticket, seen).stream().filter(row -> !row.isOf(by)).toList();
    var clashes = new ArrayList<Clash>();
    for (Edit edit : asked) {
      List<HistoryRow> met = since.stream().filter(edit::meets).toList();
      if (!met.isEmpty() && !saysTheSame(edit, met.getLast())) {
        clashes.add(
            new Clash(
                edit.field(),
                met.getFirst().was(),
                met.getLast().becomes(),
                edit.becomes().said(),
                met.getLast().who(),
                met.getLast().at()));
      }
    }
    return clashes;
  }

  /// Two who resolve it differ in the minute, not in what they want.
  private static boolean saysTheSame(Edit edit, HistoryRow met) {
    return edit.field() == TicketField.STATE
        ? Objects.equals(edit.becomes().said(), met.becomes())
        : edit.becomes().equals(met.becomesValue());
  }
}
