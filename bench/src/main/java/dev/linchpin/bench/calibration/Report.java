package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.score.Change;
import dev.linchpin.forecast.score.ScoreCard;
import dev.linchpin.forecast.score.Scored;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Prints the marks of one set: a line for each method, and remarks that begin with `#`.
record Report(String set, PrintStream out) {
  static final String OURS = "linchpin";

  /// The line of one method.
  void line(String target, String at, String method, List<Scored> scored) {
    ScoreCard card = new ScoreCard(scored);
    out.printf(
        Locale.ROOT,
        "set=%s target=%s at=%s method=%s n=%d crps=%.4f mape=%s mase=%s cov80=%.1f p80=%.1f%n",
        set,
        target,
        at,
        method,
        card.count(),
        card.crps(),
        number("%.2f", card.mape()),
        number("%.3f", card.mase()),
        100 * card.coverage80().value(),
        100 * card.by80().value());
  }

  /// How far the coverage and the share below the 80 % point are known, and the PIT's tenths.
  void honesty(String target, String at, List<Scored> scored) {
    ScoreCard card = new ScoreCard(scored);
    remark(
        "%s %s %s: cov80 95 %% range %.1f to %.1f, p80 %.1f to %.1f, PIT deciles %s",
        OURS,
        target,
        at,
        100 * card.coverage80().low(),
        100 * card.coverage80().high(),
        100 * card.by80().low(),
        100 * card.by80().high(),
        card.deciles().stream()
            .map(share -> String.format(Locale.ROOT, "%.3f", share))
            .collect(Collectors.joining(" ")));
  }

  /// The change of a mark against a baseline on the same cases, with its 95 % range.
  void change(
      String what,
      String baseline,
      List<Scored> ours,
      List<Scored> theirs,
      ToDoubleFunction<Scored> mark) {
    int[] alone = IntStream.range(0, ours.size()).toArray();
    change(what, baseline, ours, theirs, mark, alone);
  }

  /// The same with cases that depend on each other, drawn together.
  ///
  /// @param group the number of each case's group, 0 and up
  void change(
      String what,
      String baseline,
      List<Scored> ours,
      List<Scored> theirs,
      ToDoubleFunction<Scored> mark,
      int[] group) {
    Change change =
        Change.of(
            ours.stream().mapToDouble(mark).toArray(),
            theirs.stream().mapToDouble(mark).toArray(),
            group,
            new Seed(1));
    remark(
        "%s %s against %s: %+.1f %% (95 %% range %+.1f to %+.1f)",
        OURS, what, baseline, 100 * change.value(), 100 * change.low(), 100 * change.high());
  }

  void remark(String format, Object... values) {
    out.println("# " + set + " " + String.format(Locale.ROOT, format, values));
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
