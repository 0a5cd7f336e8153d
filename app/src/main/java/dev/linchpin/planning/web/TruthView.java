package dev.linchpin.planning.web;

import dev.linchpin.planning.ForecastRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Where in their forecasts the true ends lay: a bar for each tenth. Honest forecasts give bars
/// that are alike.
///
/// @param bars from the earliest tenth to the latest; empty when too little is known
/// @param alike height above the ground at which all bars would end
public record TruthView(List<Bar> bars, double alike, String caption, String words) {
  static final int WIDTH = 320;
  static final int HEIGHT = 120;
  private static final int GAP = 4;

  /// @param of like "10 to 20 of 100"
  public record Bar(double x, double y, double width, double height, String of, int cases) {}

  /// @param ends of how many projects and milestones the forecasts were
  static TruthView of(ForecastRecord record, int ends) {
    List<Integer> tenths = record.tenths();
    int cases = record.cases();
    if (cases < ForecastRecord.ENOUGH) {
      return new TruthView(List.of(), 0, "", "");
    }
    int most = Collections.max(tenths);
    double step = (double) WIDTH / tenths.size();
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < tenths.size(); i++) {
      double height = (double) HEIGHT * tenths.get(i) / most;
      bars.add(
          new Bar(
              round(i * step + GAP / 2.0),
              round(HEIGHT - height),
              round(step - GAP),
              round(height),
              name(i),
              tenths.get(i)));
    }
    return new TruthView(
        bars,
        round(HEIGHT - (double) HEIGHT * cases / tenths.size() / most),
        "How many of %d true ends lay in each tenth of their forecast, from the earliest: %s."
            .formatted(cases, tenths),
        words(tenths, cases, ends));
  }

  /// Of the picture, with room for the words below it.
  public String viewBox() {
    return "0 0 %d %d".formatted(WIDTH, HEIGHT + 20);
  }

  public int ground() {
    return HEIGHT;
  }

  public int width() {
    return WIDTH;
  }

  /// Forecasts of one thing resemble each other, so things count and not forecasts.
  private static String words(List<Integer> tenths, int cases, int ends) {
    double fifth = 0.2;
    double unlikely = fifth + 2 * Math.sqrt(fifth * (1 - fifth) / Math.max(1, ends));
    boolean manyLate = tenths.get(8) + tenths.get(9) > unlikely * cases;
    boolean manyEarly = tenths.get(0) + tenths.get(1) > unlikely * cases;
    if (manyLate && manyEarly) {
      return "Many ended at the edges: our ranges are too narrow.";
    }
    if (manyLate) {
      return "Many ended late in their forecast: our dates are too early.";
    }
    return manyEarly
        ? "Many ended early in their forecast: our dates are too careful."
        : "About as evenly as one can tell from %d projects and milestones.".formatted(ends);
  }

  private static String name(int tenth) {
    return "%d0 to %d0 of 100".formatted(tenth, tenth + 1).replaceFirst("^00", "0");
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
