package dev.linchpin.forecast.internal;

import java.util.concurrent.atomic.AtomicInteger;

/// Plays runs for a tally, on one thread at a time.
final class Worker {
  /// Runs taken at a time.
  private static final int CHUNK = 32;

  final Marks marks;
  private final Model.Player player;
  private final Tally tally;

  /// Finishes of the runs that were taken together.
  private final int[][] finishes;

  Worker(Model model, Tally tally) {
    this.marks = new Marks(model.plan);
    this.player = model.player();
    this.tally = tally;
    this.finishes = new int[CHUNK][model.plan.count()];
  }

  /// Takes runs, some at a time, as long as there are any before `to`.
  void play(AtomicInteger next, int to) {
    int from;
    while ((from = next.getAndAdd(CHUNK)) < to) {
      int end = Math.min(to, from + CHUNK);
      for (int run = from; run < end; run++) {
        DispatchPass pass = player.play(run);
        System.arraycopy(pass.finish, 0, finishes[run - from], 0, pass.finish.length);
        tally.record(run, pass, player.cost);
        marks.mark(run, pass);
      }
      tally.keep(from, end, finishes);
    }
  }
}
