/// Other tools' plan files: read, converted for the engine, and compared with what Linchpin will
/// schedule, before anything is saved.
///
/// **Words.** A _plan file_ is what a file says; an _item_ is one of its lines (summary, task or
/// milestone). What cannot be represented is _lost_, and every loss is a finding.
///
/// **Start** at [PlanFiles] (reads), [Converted] (makes the engine's plan), [ImportReport]
/// (compares).
///
/// **Invariant:** a file is parsed only in a process of its own, with limits on memory, time and
/// size and without the parent's environment. **Never** touches the database or the network, and
/// never follows a reference from one file to another.
@NullMarked
@NamedInterface("planfile")
package dev.linchpin.planning.planfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
