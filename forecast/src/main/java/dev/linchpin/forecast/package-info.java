/// The engine: a plan, the people's time, history and a seed in; a schedule, a forecast and
/// findings out. A pure function: it reads no clock, no file and no database, and needs nothing at
/// run time.
///
/// **Words.** A _plan_ is all projects that compete for the same people, most important first. A
/// _task_ takes time; a _milestone_ takes none. A _forecast_ is what many simulated _runs_ of the
/// plan gave; the _by-date_ is the day met in 8 of 10 of them. A _finding_ is what is odd about a
/// plan, said to a person.
///
/// **Needs** nothing. **Tells** nothing: whoever calls keeps the result. **Never** throws because a
/// plan is bad: it places what can be placed and says what cannot, and why.
///
/// **Time.** All points in time are local to the one zone the plan is made in, to the minute.
@NullMarked
package dev.linchpin.forecast;

import org.jspecify.annotations.NullMarked;
