/// Back-tests of the forecasts on published data.
///
/// **Words.** A _back-test_ makes the forecasts of one data set as they could have been made at the
/// time, and marks them. A _baseline_ is a method that others use, marked on the same cases.
///
/// **Needs** `forecast.score` and `forecast.learn`: what is marked here is what the product uses.
/// **Never** lets a forecast see its own truth, or anything that was not known yet: each back-test
/// says at its top how it splits.
@NullMarked
package dev.linchpin.bench.calibration;

import org.jspecify.annotations.NullMarked;
