/// Projects and their plans; runs the engine and keeps every forecast.
@NullMarked
@ApplicationModule(
    displayName = "Planning",
    allowedDependencies = {"platform", "web :: shell", "access", "directory", "forecast"})
package dev.linchpin.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
