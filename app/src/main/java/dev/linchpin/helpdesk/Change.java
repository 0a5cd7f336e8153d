package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.ServiceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to change on a ticket. `TicketDesk` applies it; there is no other way.
public sealed interface Change {
  /// @param to null for nobody
  record Assign(@Nullable PersonId to) implements Change {}

  /// Into another queue. Nobody there has it yet, unless its assignee works on that queue too.
  record Move(QueueId to) implements Change {}

  record Prioritise(Grade impact, Grade urgency) implements Change {}

  record Retitle(String title) implements Change {}

  record Classify(TicketKind kind) implements Change {}

  /// Says which service it is about.
  ///
  /// @param service null for none
  record About(@Nullable ServiceId service) implements Change {}

  record CalledBy(Caller caller) implements Change {}

  /// Somebody works on it: it is neither new nor waiting any more.
  record Begin() implements Change {}

  /// @param vendor true while a vendor has to do something, false while the caller has to
  record Wait(boolean vendor) implements Change {}

  /// @param outcome what was done, for the caller and for the next one who has this
  record Resolve(String outcome) implements Change {}

  record Close() implements Change {}

  record Reopen() implements Change {}

  record Tag(String tag) implements Change {}

  record Untag(String tag) implements Change {}

  record Watch(PersonId person) implements Change {}

  record Unwatch(PersonId person) implements Change {}

  record Link(TicketLink link) implements Change {}

  record Unlink(TicketLink link) implements Change {}

  /// Adds an item to the checklist, or says whether it is done.
  record Check(String item, boolean done) implements Change {}

  record RemoveItem(String item) implements Change {}

  /// Messages, work, tags and watchers go to the ticket that is kept; this one points there.
  ///
  /// @param kept its number
  record MergeInto(String kept) implements Change {}

  /// A message becomes a ticket of its own.
  record Split(UUID message, String title) implements Change {}
}
