package dev.linchpin.answers;

import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.planning.Ends;
import dev.linchpin.planning.Ends.End;
import dev.linchpin.platform.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/*
 * A promise counts only after its day has ended in its own zone. Done by then: kept. Not done, also
 * because it waits or is on hold: missed. Cancelled, or about a person or a service: it says
 * nothing about our dates and gets no outcome.
 */
/// Says of every promise whose day is over whether it was kept.
@Component
public class Outcomes {
  private static final int AT_ONCE = 500;

  private final Promises promises;
  private final Ends ends;
  private final Tickets tickets;
  private final Zone zone;

  public Outcomes(Promises promises, Ends ends, Tickets tickets, Zone zone) {
    this.promises = promises;
    this.ends = ends;
    this.tickets = tickets;
    this.zone = zone;
  }

  /// Judges what can be judged now; done twice, it changes nothing.
  ///
  /// @return how many promises were judged
  public int judge() {
    Instant now = zone.instant();
    int judged = 0;
    UUID after = null;
    List<Promise> some;
    do {
      some = promises.overWithoutOutcome(zone.today().plusDays(1), after, AT_ONCE);
      for (Promise promise : some) {
        after = promise.id();
        judged += judge(promise, now) ? 1 : 0;
      }
    } while (some.size() == AT_ONCE);
    return judged;
  }

  private boolean judge(Promise promise, Instant now) {
    if (!promise.by().isBefore(now.atZone(promise.zone()).toLocalDate())) {
      return false;
    }
    return switch (end(promise.ref())) {
      case End.Unknown _ -> false;
      case End.Open _ -> judged(promise, false, now);
      case End.On(LocalDate day) -> judged(promise, !day.isAfter(promise.by()), now);
    };
  }

  private boolean judged(Promise promise, boolean kept, Instant now) {
    promises.judge(promise, kept, now);
    return true;
  }

  private End end(Ref ref) {
    return switch (ref) {
      case Ref.OfProject _, Ref.OfMilestone _ -> ends.of(ref.toString());
      case Ref.OfTicket ticket ->
          tickets.find(ticket.number()).map(Outcomes::end).orElseGet(End.Unknown::new);
      case Ref.OfService _, Ref.OfPerson _ -> new End.Unknown();
    };
  }

  private static End end(Ticket ticket) {
    LocalDateTime ended = ticket.ended();
    return ended == null ? new End.Open() : new End.On(ended.toLocalDate());
  }
}
