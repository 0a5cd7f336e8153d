/// Service levels: by when a ticket is answered and resolved, and who is told before it is late.
///
/// **Words.** A _service level_ says, for a service and each priority, within what time a caller is
/// answered and a ticket resolved, and which hours count. A _target_ is what that comes to for one
/// ticket: a moment. A ticket that waits for its caller or a vendor is _paused_. A _step_ before
/// the target tells somebody: the assignee, the queue, or who is _on call_ by the queue's _rota_.
///
/// **Never** estimates: a target follows from the history of the ticket, the service level and the
/// calendar, and from nothing else; it is written in the transaction of the change.
///
/// **Start** at [Deadlines] (the rule, a pure function), [TargetKeeper] (keeps it on the ticket).
@NullMarked
@NamedInterface("levels")
package dev.linchpin.helpdesk.levels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
