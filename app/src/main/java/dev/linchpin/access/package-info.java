/// Who may do what: accounts, sign-in, roles and rights, API tokens, sessions.
@NullMarked
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"platform", "web :: shell"})
package dev.linchpin.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
