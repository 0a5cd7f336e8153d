/// The commands: `serve`, `forecast`, `token`. Each says what it does with `--help`.
///
/// **Words.** A _command_ is what stands after `bin/linchpin`. **Needs** whatever it calls.
/// **Tells** nothing. **Never** prints a stack trace: a person reads it.
@NullMarked
@ApplicationModule(displayName = "Commands")
package dev.linchpin.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
