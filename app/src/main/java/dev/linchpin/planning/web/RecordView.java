package dev.linchpin.planning.web;

import dev.linchpin.forecast.score.Share;
import dev.linchpin.planning.ForecastRecord;
import dev.linchpin.planning.ForecastRecord.Held;
import java.util.ArrayList;
import java.util.List;

/// How often our dates were right: a sentence, a picture of the 8-in-10 dates, the figures.
///
/// @param lines of the picture, the nearest horizon first; empty when too little is known
/// @param caption also the picture's description
public record RecordView(
    String sentence, List<Line> lines, int height, String caption, List<Row> rows) {
  static final int LEFT = 104;
  static final int WIDTH = 200;
  private static final int STEP = 26;
  private static final int HORIZONS = 4;

  /// One horizon: what share held, and the range the true share lies in.
  public record Line(String ahead, double y, double low, double at, double high) {}

  /// @param five, eight, ninetyFive like "7 of 12"
  public record Row(String what, String ahead, String five, String eight, String ninetyFive) {}

  static RecordView of(ForecastRecord record) {
    boolean enough = record.cases() >= ForecastRecord.ENOUGH;
    List<Line> lines = enough ? lines(record) : List.of();
    return new RecordView(
        record.words(),
        lines,
        lines.size() * STEP + 24,
        caption(record),
        record.all().stream().map(RecordView::row).toList());
  }

  /// Where a share from 0 to 1 lies in the picture.
  public static double x(double share) {
    return Math.round((LEFT + share * WIDTH) * 10) / 10.0;
  }

  private static List<Line> lines(ForecastRecord record) {
    var lines = new ArrayList<Line>();
    for (int horizon = 0; horizon < HORIZONS; horizon++) {
      Share by = record.by(horizon);
      if (by.cases() > 0) {
        lines.add(
            new Line(
                ForecastRecord.ahead(horizon),
                STEP * (lines.size() + 0.5),
                x(by.low()),
                x(by.value()),
                x(by.high())));
      }
    }
    return lines;
  }

  private static String caption(ForecastRecord record) {
    var parts = new ArrayList<String>();
    for (int horizon = 0; horizon < HORIZONS; horizon++) {
      Share by = record.by(horizon);
      if (by.cases() > 0) {
        parts.add("%s: %d of %d".formatted(ForecastRecord.ahead(horizon), by.hits(), by.cases()));
      }
    }
    return "8-in-10 dates that held, by how far away they were. " + String.join("; ", parts) + ".";
  }

  private static Row row(Held held) {
    return new Row(
        held.project() ? "Projects" : "Milestones",
        held.ahead(),
        of(held.held50(), held.cases()),
        of(held.held80(), held.cases()),
        of(held.held95(), held.cases()));
  }

  private static String of(int hits, int cases) {
    return hits + " of " + cases;
  }
}
