/// Who is who: people, departments, services, go-tos and stand-ins, calendars, leave.
@NullMarked
@ApplicationModule(
    displayName = "Directory",
    allowedDependencies = {"platform", "web :: shell", "access", "forecast"})
package dev.linchpin.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
