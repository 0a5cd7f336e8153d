/// How the engine works; nobody outside the module looks in here.
///
/// **Words.** A _minute_ is an `int` on the [Axis]: minutes since the first day the plan looks at.
/// A _clock_ turns minutes into working time and back. A _rank_ is a place in the order in which
/// tasks get their people. A _place_ is one of the people of one task, by name or to be chosen. An
/// _opening_ is a stretch in which all change windows of a task are open; an _appointment_ is work
/// in one out of hours. A _pass_ gives every task a start and a finish once.
///
/// **Reads from top to bottom**: [Preparation] turns a plan into arrays ([Prepared]); [Placing] is
/// the one pass behind a schedule, [Simulation] the many behind a forecast; both are a [Pass].
@NullMarked
package dev.linchpin.forecast.internal;

import org.jspecify.annotations.NullMarked;
