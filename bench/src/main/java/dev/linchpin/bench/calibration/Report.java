package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.score.Change;
import dev.linchpin.forecast.score.ScoreCard;
import dev.linchpin.forecast.score.Scored;
import dev.linchpin.forecast.score.Share;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Prints the marks of one set: a line for each method, and remarks that begin with `#`.
record Report(String set, PrintStream out) {
  static final String OURS = "linchpin";

  /// The line of one method, each forecast counting once.
  void line(String target, String at, String method, List<Scored> scored) {
    lineOfCards(target, at, method, List.of(new ScoreCard(scored)));
  }

  /// The line of one method, each card counting once; n is the number of forecasts.
  void lineOfCards(String target, String at, String method, List<ScoreCard> cards) {
    out.printf(
        Locale.ROOT,
        "set=%s target=%s at=%s method=%s n=%d crps=%.4f mape=%s mase=%s cov80=%.1f p80=%.1f%n",
        set,
        target,
        at,
        method,
        cards.stream().mapToInt(ScoreCard::count).sum(),
        mean(cards, ScoreCard::crps),
        number("%.2f", mean(cards, ScoreCard::mape)),
        number("%.3f", mean(cards, ScoreCard::mase)),
        100 * mean(cards, card -> card.coverage80().value()),
        100 * mean(cards, card -> card.by80().value()));
  }

  /// How far the coverage and the share below the 80 % point are known, and the PIT's tenths.
  void honesty(String target, String at, List<Scored> scored) {
    honestyOfCards(target, at, scored.stream().map(one -> new ScoreCard(List.of(one))).toList());
  }

  /// The same from so many cards.
  void honestyOfCards(String target, String at, List<ScoreCard> cards) {
    Share covered = share(cards, card -> card.coverage80().value());
    Share by = share(cards, card -> card.by80().value());
    ScoreCard all = new ScoreCard(cards.stream().flatMap(card -> card.all().stream()).toList());
    remark(
        "%s %s %s: cov80 95 %% range %.1f to %.1f, p80 %.1f to %.1f, PIT deciles %s",
        OURS,
        target,
        at,
        100 * covered.low(),
        100 * covered.high(),
        100 * by.low(),
        100 * by.high(),
        all.deciles().stream()
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
    change(what, baseline, ours, theirs, mark, IntStream.range(0, ours.size()).toArray());
  }

  /// The same with cases that depend on each other, drawn together.
  ///
  /// @param group the number of each case's group, 0 and up
  <T> void change(
      String what,
      String baseline,
      List<T> ours,
      List<T> theirs,
      ToDoubleFunction<T> mark,
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

  private static double mean(List<ScoreCard> cards, ToDoubleFunction<ScoreCard> mark) {
    return cards.stream().mapToDouble(mark).average().orElse(Double.NaN);
  }

  private static Share share(List<ScoreCard> cards, ToDoubleFunction<ScoreCard> mark) {
    return new Share((int) Math.round(mean(cards, mark) * cards.size()), cards.size());
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
