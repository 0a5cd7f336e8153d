/// Major incidents: something that stops many, led by one person, told to all at once.
///
/// **Words.** A _major incident_ is declared on a ticket. Its _lead_ decides and promises the next
/// _update_. Tickets that are _caused by_ it hear each update as an answer of their own. When it is
/// over, a _review_ says what happened, why, and what we change; each line of that is an _action_.
///
/// **Never** answers a caller twice with the same update.
///
/// **Start** at [MajorIncidents].
@NullMarked
@NamedInterface("major")
package dev.linchpin.helpdesk.major;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
