/// Where callers ask the help desk themselves: with an account, or by a page without one.
///
/// **Words.** A _request_ is a ticket as its caller sees it: no notes, no history, nobody else's
/// affairs. Whoever has no account _follows_ a request at an address that only they know.
///
/// **Never** takes an e-mail address that somebody typed for who they are: without an account the
/// caller is nobody of the directory, and sees nothing but the one request.
@NullMarked
package dev.linchpin.helpdesk.portal;

import org.jspecify.annotations.NullMarked;
