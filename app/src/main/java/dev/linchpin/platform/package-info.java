/// What every module stands on: the database, settings, the clock at the edge, jobs, the audit
/// trail.
///
/// **Words.** The _home_ is the folder everything is kept in. A _job_ runs later, on any node,
/// once. The _audit trail_ says who changed what, when. **Needs** nothing of ours. **Tells**
/// nothing. **Never** knows a project, a ticket or a person.
@NullMarked
@ApplicationModule(
    displayName = "Platform",
    allowedDependencies = {},
    type = Type.OPEN)
package dev.linchpin.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.ApplicationModule.Type;
