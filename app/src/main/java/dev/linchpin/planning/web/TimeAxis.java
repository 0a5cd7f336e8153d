package dev.linchpin.planning.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Days from left to right, in the units of a row's picture.
///
/// @param to the first day that is not shown
public record TimeAxis(LocalDate from, LocalDate to) {
  static final int WIDTH = 320;

  /// Weekends are shaded up to this many days; further apart they would be a grey haze.
  private static final int WEEKENDS_MAX = 130;

  private static final int LABEL_SPACE = 44;

  public TimeAxis {
    to = to.isAfter(from) ? to : from.plusDays(1);
  }

  /// A stretch of the picture.
  public record Band(double x, double width) {}

  /// A label above the bars.
  public record Tick(double x, String label) {}

  double x(LocalDateTime at) {
    double minutes = ChronoUnit.MINUTES.between(from.atStartOfDay(), at);
    double all = ChronoUnit.MINUTES.between(from.atStartOfDay(), to.atStartOfDay());
    return Math.round(10 * WIDTH * Math.clamp(minutes / all, 0, 1)) / 10.0;
  }

  List<Band> weekends() {
    var bands = new ArrayList<Band>();
    if (ChronoUnit.DAYS.between(from, to) <= WEEKENDS_MAX) {
      LocalDate day = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
      for (; day.isBefore(to); day = day.plusWeeks(1)) {
        double x = x(day.atStartOfDay());
        bands.add(new Band(x, x(day.plusDays(2).atStartOfDay()) - x));
      }
    }
    return bands;
  }

  /// Mondays of a short time, first days of months of a long one; never too close to read.
  List<Tick> ticks() {
    boolean weeks = ChronoUnit.DAYS.between(from, to) <= 56;
    var format = DateTimeFormatter.ofPattern(weeks ? "d MMM" : "MMM", Locale.ENGLISH);
    var ticks = new ArrayList<Tick>();
    double free = 0;
    LocalDate day =
        weeks
            ? from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
            : from.minusDays(1).with(TemporalAdjusters.firstDayOfNextMonth());
    for (; day.isBefore(to); day = weeks ? day.plusWeeks(1) : day.plusMonths(1)) {
      double x = x(day.atStartOfDay());
      if (x >= free && x <= WIDTH - LABEL_SPACE / 2) {
        ticks.add(new Tick(x, format.format(day)));
        free = x + LABEL_SPACE;
      }
    }
    return ticks;
  }
}
