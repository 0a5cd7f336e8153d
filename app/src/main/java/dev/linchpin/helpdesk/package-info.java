/// Tickets, and the hours they take from the same people.
@NullMarked
@ApplicationModule(
    displayName = "Help desk",
    allowedDependencies = {
      "platform",
      "web :: shell",
      "access",
      "directory",
      "planning",
      "forecast"
    })
package dev.linchpin.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
