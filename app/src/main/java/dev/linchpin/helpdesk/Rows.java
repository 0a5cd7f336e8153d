package dev.linchpin.helpdesk;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All rows of one ticket, on their way to become the ticket. The latest row counts; what it does
/// not know comes from the row before.
final class Rows {
  private final String number;
  private final List<Row> rows = new ArrayList<>(4);
  private boolean sorted;

  Rows(String number) {
    this.number = number;
  }

  /// One row as read; empty texts are unknown.
  record Row(
      LocalDateTime at,
      LocalDateTime opened,
      @Nullable LocalDateTime resolved,
      @Nullable LocalDateTime closed,
      String title,
      String description,
      String state,
      String caller,
      String assignee,
      String team,
      String category,
      String service,
      String priority,
      @Nullable Duration spent) {}

  void add(Row row) {
    rows.add(row);
  }

  /// Whether the time column could be a running total: it never falls from row to row.
  boolean timeNeverFalls() {
    Duration before = Duration.ZERO;
    for (Row row : sorted()) {
      Duration spent = row.spent();
      if (spent != null && spent.compareTo(before) < 0) {
        return false;
      }
      before = spent == null ? before : spent;
    }
    return true;
  }

  /// @param log whether each row is a change of the ticket
  /// @param running whether the time column of a log is a running total
  TicketRecord fold(boolean log, boolean running) {
    List<Row> byTime = sorted();
    Row last = byTime.getLast();
    LocalDateTime opened =
        byTime.stream().map(Row::opened).min(Comparator.naturalOrder()).orElse(last.at());
    String state = latest(Row::state);
    LocalDateTime closed = last.closed() == null && log ? doneAt(true) : last.closed();
    LocalDateTime resolved = last.resolved() == null && log ? doneAt(false) : last.resolved();
    return new TicketRecord(
        number,
        latest(Row::title),
        latest(Row::description),
        state(state, resolved, closed),
        opened,
        resolved,
        closed,
        latest(Row::caller),
        latest(Row::assignee),
        latest(Row::team),
        latest(Row::category),
        latest(Row::service),
        latest(Row::priority),
        logged(log, running),
        log ? touches(running) : ends(last, opened, resolved == null ? closed : resolved));
  }

  private static TicketState state(
      String written, @Nullable LocalDateTime resolved, @Nullable LocalDateTime closed) {
    if (!written.isEmpty()) {
      return TicketState.of(written);
    }
    if (closed != null) {
      return TicketState.CLOSED;
    }
    return resolved != null ? TicketState.RESOLVED : TicketState.OPEN;
  }

  private List<Row> sorted() {
    if (!sorted) {
      rows.sort(Comparator.comparing(Row::at)); // stable: rows of one minute keep their order
      sorted = true;
    }
    return rows;
  }

  private String latest(Function<Row, String> field) {
    List<Row> byTime = sorted();
    for (int i = byTime.size() - 1; i >= 0; i--) {
      String text = field.apply(byTime.get(i));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /// When the ticket became done for the last time, by the states of its rows.
  private @Nullable LocalDateTime doneAt(boolean closedOnly) {
    LocalDateTime done = null;
    for (Row row : sorted()) {
      TicketState state = TicketState.of(row.state());
      boolean isDone = closedOnly ? state == TicketState.CLOSED : !state.isOpen();
      done = isDone ? (done == null ? row.at() : done) : null;
    }
    return done;
  }

  private @Nullable Duration logged(boolean log, boolean running) {
    if (!log) {
      return sorted().getLast().spent();
    }
    Duration sum = null;
    for (Row row : sorted()) {
      Duration spent = row.spent();
      if (spent != null) {
        sum = running || sum == null ? spent : sum.plus(spent);
      }
    }
    return sum;
  }

  private List<Touch> touches(boolean running) {
    var touches = new ArrayList<Touch>();
    Duration before = Duration.ZERO;
    for (Row row : sorted()) {
      Duration spent = row.spent();
      Duration step = spent != null && running ? spent.minus(before) : spent;
      before = spent == null ? before : spent;
      touches.add(new Touch(row.at(), row.assignee(), row.team(), step));
    }
    return touches;
  }

  /// One row per ticket: what is known are its two ends, or the last change while it is open.
  private static List<Touch> ends(Row row, LocalDateTime opened, @Nullable LocalDateTime ended) {
    var touches = new ArrayList<Touch>();
    touches.add(new Touch(opened, row.assignee(), row.team(), null));
    LocalDateTime last = ended != null ? ended : row.at();
    if (last.isAfter(opened)) {
      touches.add(new Touch(last, row.assignee(), row.team(), null));
    }
    return touches;
  }
}
