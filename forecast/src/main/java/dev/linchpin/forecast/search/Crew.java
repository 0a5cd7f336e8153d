package dev.linchpin.forecast.search;

import java.util.concurrent.ForkJoinTask;

/*
 * The threads of one search: the caller's, which always works, and helpers of the common pool. A
 * helper that is busy elsewhere when a batch begins is not waited for; the caller does its part.
 */

/// Fills batches with all threads there are.
final class Crew {
  private final Worker[] workers;

  Crew(Worker[] workers) {
    this.workers = workers;
  }

  /// @param shorter only schedules shorter than that are of interest
  /// @return who has the best schedule: the shortest, of equals the one in the first slot
  Worker fill(Batch batch, int shorter) {
    ForkJoinTask<?>[] helpers = new ForkJoinTask<?>[workers.length - 1];
    for (int i = 0; i < helpers.length; i++) {
      Worker helper = workers[i + 1];
      helpers[i] = ForkJoinTask.adapt(() -> helper.fill(batch, shorter)).fork();
    }
    workers[0].fill(batch, shorter);
    for (int i = helpers.length - 1; i >= 0; i--) {
      helpers[i].join();
    }
    return best(batch);
  }

  private Worker best(Batch batch) {
    Worker best = workers[0];
    for (Worker worker : workers) {
      int compared = Integer.compare(batch.counted(worker.best()), batch.counted(best.best()));
      if (compared < 0 || compared == 0 && worker.bestSlot() < best.bestSlot()) {
        best = worker;
      }
    }
    return best;
  }
}
