/// How good a forecast was, once the truth is known.
///
/// **Words.** A _sample_ is a forecast as values with weights. _CRPS_ is the area between the
/// forecast and the truth: 0 is perfect, in the unit of the truth, and of a single value it is the
/// distance. _PIT_ is the share of the forecast below the truth: evenly spread from 0 to 1 where
/// the forecasts are honest. _Coverage_ is how often the truth lay within the middle 8 in 10.
///
/// **Needs** nothing. **Never** makes a forecast: that is the engine and `learn`.
@NullMarked
package dev.linchpin.forecast.score;

import org.jspecify.annotations.NullMarked;
