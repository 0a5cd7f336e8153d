/// Finds better orders: who goes first, so that all is done sooner.
///
/// A [dev.linchpin.forecast.search.Network] says what waits for what, a
/// [dev.linchpin.forecast.search.Decoder] places activities one after the other in a given order,
/// and [dev.linchpin.forecast.search.Search] looks for the order with the shortest schedule. It
/// knows whole time units and one kind of link; calendars, lags and dates are the scheduler's.
/// Published instances are read by [dev.linchpin.forecast.search.InstanceText].
@NullMarked
package dev.linchpin.forecast.search;

import org.jspecify.annotations.NullMarked;
