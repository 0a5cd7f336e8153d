package dev.linchpin.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * Quantile dot plot (Kay and others 2016): each dot is one of 20 equally likely dates. Dots of near
 * dates share a column. Columns are counted from the by-date backwards and forwards, so that no
 * column has dots on both sides of it; what the caption says is counted from the dots drawn.
 */

/// Twenty equally likely end dates as a picture, with the line at the by-date, and in words;
/// `planning/web/dots.jte` draws it.
///
/// @param line where the by-date ends, in units of the picture
/// @param caption also the picture's description
public record DotPlot(
    int width, int height, List<Dot> dots, double line, List<Tick> ticks, String caption) {
  private static final int WIDTH = 280;
  private static final int COLUMNS_MAX = 20;
  private static final double STEP = 13;
  private static final double RADIUS = 5.5;
  private static final int AXIS_HEIGHT = 24;
  private static final int TICK_WIDTH = 62;

  /// @param early on or before the by-date
  public record Dot(double x, double y, double radius, boolean early) {}

  /// A date below the dots.
  public record Tick(double x, String text) {}

  /// @param dates 20 equally likely ones, ascending
  /// @param by the by-date that the answer names
  public static DotPlot of(List<LocalDate> dates, LocalDate by, DateWords words) {
    List<Integer> columns = columns(dates, by);
    int first = Math.min(columns.getFirst(), 0);
    double left = (WIDTH - (columns.getLast() - first) * STEP) / 2;
    Map<Integer, Integer> heights = new HashMap<>();
    columns.forEach(column -> heights.merge(column, 1, Integer::sum));
    int tallest = heights.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    int floor = (int) Math.ceil(tallest * STEP) + 8;
    var drawn = new HashMap<Integer, Integer>();
    var dots = new ArrayList<Dot>();
    for (int column : columns) {
      int level = drawn.merge(column, 1, Integer::sum);
      double x = left + (column - first) * STEP;
      dots.add(new Dot(x, floor - (level - 0.5) * STEP, RADIUS, column <= 0));
    }
    double line = left + (0.5 - first) * STEP;
    return new DotPlot(
        WIDTH,
        floor + AXIS_HEIGHT,
        dots,
        line,
        ticks(dates, by, dots, line - STEP / 2, words),
        caption(dots, words.day(by)));
  }

  /// Columns of the dots; 0 is the one that ends with the by-date.
  private static List<Integer> columns(List<LocalDate> dots, LocalDate by) {
    long days = ChronoUnit.DAYS.between(earlier(dots.getFirst(), by), dots.getLast());
    long perColumn = Math.max(1, Math.ceilDiv(days, COLUMNS_MAX - 2));
    return dots.stream()
        .map(dot -> (int) Math.ceilDiv(ChronoUnit.DAYS.between(by, dot), perColumn))
        .toList();
  }

  private static List<Tick> ticks(
      List<LocalDate> dates, LocalDate by, List<Dot> dots, double atBy, DateWords words) {
    var ticks = new ArrayList<Tick>();
    ticks.add(tick(atBy, by, words));
    for (int i : new int[] {0, dots.size() - 1}) {
      Tick end = tick(dots.get(i).x(), dates.get(i), words);
      if (ticks.stream().allMatch(tick -> Math.abs(tick.x() - end.x()) >= TICK_WIDTH)) {
        ticks.add(end);
      }
    }
    return ticks;
  }

  private static Tick tick(double x, LocalDate day, DateWords words) {
    double inside = Math.clamp(x, TICK_WIDTH / 2.0, WIDTH - TICK_WIDTH / 2.0);
    return new Tick(inside, words.brief(day));
  }

  private static String caption(List<Dot> dots, String by) {
    long early = dots.stream().filter(Dot::early).count();
    long late = dots.size() - early;
    return ("Each dot is 1 of %d equally likely dates."
            + " %d %s on or before %s (filled); %d %s later (open).")
        .formatted(dots.size(), early, are(early), by, late, are(late));
  }

  private static String are(long count) {
    return count == 1 ? "is" : "are";
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
