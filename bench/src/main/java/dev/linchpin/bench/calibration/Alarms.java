package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.load.Series;
import dev.linchpin.forecast.load.Watch;
import java.util.stream.Collectors;

/// Says when a change of regime would have been flagged, each time from the weeks before alone.
final class Alarms {
  private static final int YEAR = 52;

  private Alarms() {}

  /// @param load by the day or by the week
  static void print(String what, Series load, Report report) {
    var alarms = Watch.alarms(load);
    Series weeks = load.weeks();
    report.remark(
        "%s: %d alarms in %d weeks, %.2f a year%s",
        what,
        alarms.size(),
        weeks.length(),
        alarms.size() * (double) YEAR / weeks.length(),
        alarms.stream()
            .map(alarm ->
                "; %s, %s since %s"
                    .formatted(
                        alarm.day(), alarm.isRise() ? "more" : "fewer", weeks.day(alarm.since())))
            .collect(Collectors.joining()));
  }
}
