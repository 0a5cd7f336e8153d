/// Tickets, and the hours they take from the same people who do the projects.
///
/// **Words.** A _ticket_ is an incident or a service request. A _touch_ is one moment at which
/// somebody had a ticket in hands. A _history_ is what a file tells about many tickets, a _mapping_
/// which of its columns means what, a _draft_ a file that was read and not yet confirmed. The
/// _handled_ time of a ticket is the work it took: logged, else estimated from its touches. A
/// _queue_ is a line of tickets and the people who work on it. A _change_ is what somebody wants to
/// change on a ticket; each is a _step_ of its history and can be taken back.
///
/// **Needs** `directory` for people, services and working hours, `planning` to wish for a new
/// forecast, `access` for who may import and read. **Tells** planning what tickets take from
/// people: it is an `InterruptionSource`. Reading files and estimating hours (`TicketCsv`,
/// `InterruptionModel`, with the engine's `load`) need no database and no server, so the command
/// line uses them too.
///
/// **Never** shows a note to a caller; changes a ticket past `TicketDesk`; lets an import overwrite
/// what somebody changed here; takes time from somebody who is not in the directory; or takes hours
/// outside of somebody's working time from a project.
///
/// **Start** at [TicketDesk] (opens and changes), [Messages], [Works], [Tickets] (finds).
@NullMarked
@ApplicationModule(
    displayName = "Help desk",
    allowedDependencies = {
      "platform",
      "web :: shell",
      "access",
      "directory",
      "messaging",
      "planning",
      "forecast",
      "forecast :: load",
      "forecast :: score"
    })
package dev.linchpin.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
