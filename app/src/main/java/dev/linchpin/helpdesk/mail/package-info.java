/// Tickets by mail: what comes in, what goes out, and what must never go round in circles.
///
/// **Words.** A _mailbox_ is an address whose mail becomes tickets. A mail is _taken_: it opens a
/// ticket, is said on one, comes back, or is kept aside with the reason. The _outbox_ holds what
/// waits to go out. _Automatic_ mail is what no person wrote. A _verified_ sender proved it: by the
/// reply address made for that person and ticket, or by what our own mail server found.
///
/// **Needs** the help desk. **Never** loses a mail: each is kept as it came. **Never** takes one
/// twice, answers what is automatic, or trusts an address somebody wrote into `From`.
///
/// **Start** at [MailIntake] (in), [MailSender] (out), [MailReader] (bytes to a [ReadMail]).
@NullMarked
@NamedInterface("mail")
package dev.linchpin.helpdesk.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
