/// Who is who: people, departments, services, go-tos and stand-ins, calendars, leave.
///
/// **Words.** The _go-to_ is the one accountable person for a _subject_ (a project or a service);
/// the _stand-in_ answers when the go-to is away and is never the same person. A _site_ decides
/// public holidays, working hours and time zone. _Leave_ is days on which a person does no work
/// here. **Needs** `platform`, `access`, the shell, and the engine's words for calendars. **Tells**
/// `WorkingTimeChanged`. **Never** knows a plan, a ticket or a forecast: subjects are keys to it.
@NullMarked
@ApplicationModule(
    displayName = "Directory",
    allowedDependencies = {"platform", "web :: shell", "access", "forecast"})
package dev.linchpin.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
