/// What history says about the next forecast: how estimates of tasks, whole projects and dates
/// turned out.
///
/// **Words.** A _ratio_ is what it took over what was estimated. A _class_ is a kind of task or of
/// claim whose ratios are alike. A _prior_ is what is believed before history speaks; each names
/// its source. _Shrinking_ mixes what few cases say with what many others say.
///
/// **Needs** `forecast` and `forecast.score`. **Never** reads what was not known when the forecast
/// is made: whoever calls hands in the past, and only the past.
@NullMarked
package dev.linchpin.forecast.learn;

import org.jspecify.annotations.NullMarked;
