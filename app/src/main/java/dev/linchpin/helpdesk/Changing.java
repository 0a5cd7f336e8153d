package dev.linchpin.helpdesk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a change.
public sealed interface Changing {
  /// @param ticket as it is now
  /// @param step with which it can be taken back
  /// @param other number of another ticket that took part: the kept one of a merge, the new one of
  ///   a split; null for all other changes
  record Changed(Ticket ticket, int step, @Nullable String other) implements Changing {}

  /// It was like that already.
  record Same(Ticket ticket) implements Changing {}

  /// Somebody else changed the same meanwhile. Nothing was saved.
  ///
  /// @param ticket as it is now
  record Conflict(Ticket ticket, List<Clash> clashes) implements Changing {
    public Conflict {
      clashes = List.copyOf(clashes);
    }
  }

  /// It cannot be done, and why, in a sentence. Nothing was saved.
  record Refused(Ticket ticket, String why) implements Changing {}

  /// One field that two people changed.
  ///
  /// @param before what it was when the first of them looked
  record Clash(
      TicketField field, String before, String theirs, String yours, String by, Instant at) {}
}
