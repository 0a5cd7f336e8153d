package dev.linchpin.forecast.internal;

import java.util.concurrent.atomic.AtomicInteger;

/// Plays runs for a tally, on one thread at a time.
final class Worker {
  /// Runs taken at a time.
  private static final int CHUNK = 32;

  final Marks marks;
  private final Model.Player player;
  private final Tally tally;

  Worker(Model model, Tally tally) {
    this.marks = new Marks(model.plan);
    this.player = model.player();
    this.tally = tally;
  }

  /// Takes runs, some at a time, as long as there are any before `to`.
  void play(AtomicInteger next, int to) {
    int from;
    while ((from = next.getAndAdd(CHUNK)) < to) {
      for (int run = from; run < Math.min(to, from + CHUNK); run++) {
        DispatchPass pass = player.play(run);
        tally.record(run, pass, player.cost);
        marks.mark(run, pass);
      }
    }
  }
}
