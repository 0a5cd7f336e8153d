package dev.linchpin.forecast;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.internal.EndRuns;
import java.util.Optional;

/// When one thing ends, while somebody edits the plan. Every edit is compared with the runs of the
/// plan as it was first: only what competes with the thing is played, in as many runs as its
/// 8-in-10 date needs, and an edit that cannot matter to it costs no run at all.
///
/// After an edit the dates are an estimate: the runs from before, moved by what the edit did to the
/// runs that were played again. Ask [#of] once more for all of them.
public final class EndForecast {
  private final EndRuns first;
  private final EndRuns now;

  private EndForecast(EndRuns first, EndRuns now) {
    this.first = first;
    this.now = now;
  }

  /// Plays runs until more would hardly move the date. Empty if it is not in the plan or cannot be
  /// placed.
  public static Optional<EndForecast> of(Question question, Promise.Of of) {
    return EndRuns.untilStable(question, of).map(runs -> new EndForecast(runs, runs));
  }

  /// The same, where a forecast of the question is there: edits are compared with few runs, and
  /// what they did is added to all runs of the forecast.
  ///
  /// @param known when the thing ends by that forecast
  public static Optional<EndForecast> of(Question question, Promise.Of of, Spread known) {
    return EndRuns.untilStable(question, of, known).map(runs -> new EndForecast(runs, runs));
  }

  /// The same after an edit; the question may differ in anything but its seed and its runs. Empty
  /// if the thing is not in the plan any more.
  public Optional<EndForecast> with(Question edited) {
    return first.after(edited).map(runs -> new EndForecast(first, runs));
  }

  /// When it ends.
  public Spread finish() {
    return now.finish();
  }

  /// How many runs were played for this, the last time anything was.
  public int played() {
    return now.played();
  }
}
