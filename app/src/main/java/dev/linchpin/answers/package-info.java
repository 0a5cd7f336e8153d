/// Ask, the answer card, and to whom which date was told.
@NullMarked
@ApplicationModule(
    displayName = "Answers",
    allowedDependencies = {
      "platform",
      "web :: shell",
      "access",
      "directory",
      "planning",
      "helpdesk",
      "forecast"
    })
package dev.linchpin.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
