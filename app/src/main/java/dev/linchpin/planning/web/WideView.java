package dev.linchpin.planning.web;

import dev.linchpin.forecast.Drivers;
import dev.linchpin.forecast.Drivers.Driver;
import dev.linchpin.forecast.Drivers.Source;
import java.time.Duration;
import java.util.List;

/// Why a date is no surer than it is: by how much the range would be narrower without each source
/// of chance.
public record WideView(String sentence, List<Row> rows) {
  static final int WIDTH = 120;

  /// @param bar length, of [#WIDTH]
  public record Row(String what, String narrower, double bar) {}

  static WideView of(Drivers drivers) {
    List<Row> rows =
        drivers.drivers().stream()
            .filter(one -> one.narrower().isPositive())
            .map(one -> row(one, drivers.width()))
            .toList();
    return new WideView(
        "From the date met in 1 of 10 runs to the one met in 8 of 10 it is %s."
            .formatted(days(days(drivers.width()))),
        rows);
  }

  public static int width() {
    return WIDTH;
  }

  private static Row row(Driver driver, Duration width) {
    double share = Math.clamp(driver.days() / Math.max(1e-9, days(width)), 0, 1);
    return new Row(words(driver.source()), days(driver.days()), Math.rint(share * WIDTH));
  }

  private static String days(double days) {
    return days < 0.5 ? "under a day" : Say.count((int) Math.round(days), "day", "days");
  }

  private static double days(Duration time) {
    return time.toMinutes() / (double) Duration.ofDays(1).toMinutes();
  }

  private static String words(Source source) {
    return switch (source) {
      case ESTIMATES -> "How long each task takes by itself";
      case PROJECTS -> "What all tasks of a project have in common";
      case INTERRUPTIONS -> "What tickets take";
      case ABSENCE -> "Who is away unplanned";
      case RISKS -> "What may go wrong";
      case GROWTH -> "Work that is not in the plan yet";
    };
  }
}
