/// Tickets from monitoring: a check that fails opens one, a check that is fine again resolves it.
///
/// **Words.** A _monitor_ is a monitoring system with a token. It sends _deliveries_, each with
/// _signals_: at this time this check failed, or was fine. An _episode_ is trouble of one check,
/// from its first problem until it stays fine; a check that flaps is in one episode.
///
/// **Never** trusts the order of what comes: the same signals lead to the same tickets, whatever
/// came first, twice or late. **Never** lets the sender wait for our work.
///
/// **Start** at [Episodes] (the rule, a pure function), [Deliveries] (takes and works).
@NullMarked
package dev.linchpin.helpdesk.monitoring;

import org.jspecify.annotations.NullMarked;
