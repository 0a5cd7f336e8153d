/// What keeps people from projects: how much comes in, how sure that is, and when it changed.
///
/// **Words.** A _series_ is amounts in equal steps of time; a step nobody saw is a _gap_, never a
/// zero. The _level_ is the mean of a week as it is now; a _surge_ is a week above it that lasts.
/// The _season_ is the usual course of a year, the _wave_ what follows a go-live. A _regime_ is a
/// time of one level; the _watch_ says when another one began.
///
/// **Needs** `score` for what a forecast of one number is. Each forecast is learned from the past
/// it is given and nothing else. **Never** reads a clock, a file, a ticket or a name.
@NullMarked
package dev.linchpin.forecast.load;

import org.jspecify.annotations.NullMarked;
