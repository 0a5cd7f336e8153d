/// Mail to people that belongs to no ticket: it waits here until the mail server takes it.
///
/// **Words.** A _letter_ is such a mail: its sender names it, so that it is written once however
/// often somebody asks. It is _lost_ when the mail server refused it for good or it came back.
///
/// **Needs** nobody. **Tells** `LetterSent`, `LetterLost` and `AddressWorks`, each within the
/// transaction that notes it. **Never** knows who writes through it, or what a letter is about.
///
/// **Start** at [Letters].
@NullMarked
@ApplicationModule(displayName = "Messaging", allowedDependencies = "platform")
package dev.linchpin.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
