/// Checks a schedule against its plan, rule by rule. It shares no code with what makes schedules
/// and no idea either: plain dates and the plan's own records, day by day. What both agree on is
/// then probably right.
@NullMarked
package dev.linchpin.forecast.validate;

import org.jspecify.annotations.NullMarked;
