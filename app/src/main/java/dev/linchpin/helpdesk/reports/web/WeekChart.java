package dev.linchpin.helpdesk.reports.web;

import dev.linchpin.helpdesk.reports.DeskReport.Week;
import dev.linchpin.web.shell.Dates;
import java.util.ArrayList;
import java.util.List;

/// Tickets that came and that were resolved, week by week, side by side; lengths in the picture's
/// own units.
///
/// @param caption the same in words
public record WeekChart(
    int width,
    int ground,
    int height,
    String most,
    List<Bar> bars,
    List<Label> labels,
    String caption) {
  private static final int WIDTH = 400;
  private static final int TOP = 18;
  private static final int GROUND = 160;
  private static final int HEIGHT = 180;
  private static final int LABELS_MAX = 4;

  /// @param kind "came" or "resolved"
  public record Bar(String kind, double x, double y, double width, double height) {}

  public record Label(double x, String text) {}

  static WeekChart of(List<Week> weeks) {
    int most =
        Math.max(
            1,
            weeks.stream()
                .mapToInt(week -> Math.max(week.came(), week.resolved()))
                .max()
                .orElse(1));
    double step = (double) WIDTH / Math.max(1, weeks.size());
    var bars = new ArrayList<Bar>();
    var labels = new ArrayList<Label>();
    int each = Math.ceilDiv(weeks.size(), LABELS_MAX);
    for (int i = 0; i < weeks.size(); i++) {
      Week week = weeks.get(i);
      bars.add(bar("came", i * step, step, week.came(), most));
      bars.add(bar("resolved", i * step + 0.42 * step, step, week.resolved(), most));
      if (i % each == 0) {
        labels.add(new Label(round(i * step), Dates.shortDay(week.monday())));
      }
    }
    return new WeekChart(
        WIDTH, GROUND, HEIGHT, "%,d".formatted(most), bars, labels, caption(weeks));
  }

  private static Bar bar(String kind, double x, double step, int count, int most) {
    double height = (GROUND - TOP) * (double) count / most;
    return new Bar(kind, round(x), round(GROUND - height), round(0.38 * step), round(height));
  }

  private static double round(double length) {
    return Math.round(10 * length) / 10.0;
  }

  private static String caption(List<Week> weeks) {
    int came = weeks.stream().mapToInt(Week::came).sum();
    int resolved = weeks.stream().mapToInt(Week::resolved).sum();
    return "In %d weeks %,d tickets came and %,d were resolved."
        .formatted(weeks.size(), came, resolved);
  }
}
