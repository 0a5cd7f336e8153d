package dev.linchpin.planning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/*
 * A quantile dot plot: 20 equally likely days, so that people can count chances instead of reading
 * a curve. Days share columns that begin right after the by-date, so no column holds dots of both
 * sides of the line. The picture, its caption and its text alternative come from one count.
 */
/// Twenty equally likely end dates as a picture; `planning/web/dots.jte` draws it.
///
/// @param description counts for whoever does not see the picture
/// @param caption the same, below the picture
/// @param line where the by-date's line stands, from the left
public record DotPlot(
    int width,
    int height,
    List<Dot> dots,
    double line,
    List<Label> labels,
    String description,
    String caption) {
  private static final int WIDTH = 420;
  private static final int MARGIN = 34;
  private static final int PITCH = 14;
  private static final double STEP_MAX = 44;
  private static final int AXIS = 26;
  private static final int TOP = 16;
  private static final int COLUMNS_MAX = (WIDTH - 2 * MARGIN) / PITCH;
  private static final int LABEL_SPACE = 76;

  /// @param early on the by-date or before it
  public record Dot(double x, double y, boolean early) {}

  /// A day below the axis.
  public record Label(double x, String text) {}

  /// @throws IllegalArgumentException when there are no counts to draw
  public static DotPlot of(DayCounts counts, LocalDate by) {
    List<LocalDate> days = counts.dots();
    if (days.isEmpty()) {
      throw new IllegalArgumentException("There are no runs to draw.");
    }
    var columns = Columns.of(days.getFirst(), days.getLast(), by);
    Map<Integer, Integer> stacked = new HashMap<>();
    List<Integer> ranks = new ArrayList<>();
    days.forEach(day -> ranks.add(stacked.merge(columns.of(day), 1, Integer::sum)));
    int height = TOP + PITCH * stacked.values().stream().reduce(1, Integer::max) + AXIS;
    var dots = new ArrayList<Dot>();
    for (int i = 0; i < days.size(); i++) {
      double y = height - AXIS - PITCH * (ranks.get(i) - 0.5);
      dots.add(new Dot(columns.middle(days.get(i)), y, !days.get(i).isAfter(by)));
    }
    int early = (int) dots.stream().filter(Dot::early).count();
    String date = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).format(by);
    return new DotPlot(
        WIDTH,
        height,
        dots,
        columns.end(by),
        labels(columns, days, by),
        "%d of the %d fall on or before %s; %d fall after it."
            .formatted(early, days.size(), date, days.size() - early),
        ("Each dot is 1 of %d equally likely dates. %d are on or before %s (filled);"
                + " %d %s later (open).")
            .formatted(
                days.size(),
                early,
                date,
                days.size() - early,
                days.size() - early == 1 ? "is" : "are"));
  }

  private static List<Label> labels(Columns columns, List<LocalDate> days, LocalDate by) {
    var labels = new ArrayList<Label>();
    double last = -LABEL_SPACE;
    for (LocalDate day : new TreeSet<>(List.of(days.getFirst(), by, days.getLast()))) {
      double x = Math.clamp(columns.middle(day), MARGIN, WIDTH - MARGIN);
      if (x - last >= LABEL_SPACE || day.equals(by)) {
        if (x - last < LABEL_SPACE && !labels.isEmpty()) {
          labels.removeLast();
        }
        String text = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(day);
        labels.add(new Label(x, text));
        last = x;
      }
    }
    return labels;
  }

  /// Days in columns of equal length, one of which ends with the by-date.
  ///
  /// @param first index of the first column; columns after the by-date count from 0
  /// @param step width of a column
  private record Columns(LocalDate by, int length, int first, double step, double left) {
    static Columns of(LocalDate from, LocalDate to, LocalDate by) {
      long days = ChronoUnit.DAYS.between(from, to) + 1;
      int length = (int) Math.max(1, Math.ceilDiv(days, COLUMNS_MAX - 1));
      int first = index(from, by, length);
      int count = index(to, by, length) - first + 1;
      double step = Math.min(STEP_MAX, (double) (WIDTH - 2 * MARGIN) / count);
      return new Columns(by, length, first, step, (WIDTH - step * count) / 2);
    }

    private static int index(LocalDate day, LocalDate by, int length) {
      return Math.floorDiv((int) ChronoUnit.DAYS.between(by, day) - 1, length);
    }

    int of(LocalDate day) {
      return index(day, by, length) - first;
    }

    double middle(LocalDate day) {
      return left + step * (of(day) + 0.5);
    }

    double end(LocalDate day) {
      return left + step * (of(day) + 1.0);
    }
  }
}
