package dev.linchpin.forecast.search;

/*
 * Where a serial decoder takes one activity after the other and looks for its time, this goes
 * through time and looks for activities: whenever something ends, whatever may begin does, in the
 * order of the list. Nobody is idle while there is something to do, so that even a bad list gives a
 * fairly short schedule. Some shortest schedules let somebody wait; those it cannot reach. A search
 * that places a few of its lists so has the good parts early and loses nothing.
 *
 * Source: R. Kolisch, EJOR 90 (1996) 320–333 (parallel schedule generation).
 */

/// Places lists over time.
final class Dispatch {
  private static final int ACTIVITY_BITS = 32;

  /// What of the resources nobody uses at the moment.
  interface Free {
    void reset();

    /// Takes what an activity needs if it is there.
    boolean take(int activity);

    void giveBack(int activity);
  }

  private final Network network;
  private final Free free;
  private final int[] rank;
  private final int[] open;

  /// Activities that wait for nothing but resources, by rank.
  private final int[] ready;

  private int readySize;

  /// Ends and activities, the next one last.
  private final long[] running;

  private int runningSize;

  Dispatch(Network network, Free free) {
    this.network = network;
    this.free = free;
    this.rank = new int[network.count()];
    this.open = new int[network.count()];
    this.ready = new int[network.count()];
    this.running = new long[network.count()];
  }

  int place(int[] list, int[] start) {
    free.reset();
    readySize = 0;
    runningSize = 0;
    for (int place = 0; place < list.length; place++) {
      int activity = list[place];
      rank[activity] = place;
      open[activity] = network.before(activity).length;
      if (open[activity] == 0) {
        ready[readySize++] = activity;
      }
    }
    int now = 0;
    begin(now, start);
    while (runningSize > 0) {
      now = (int) (running[runningSize - 1] >> ACTIVITY_BITS);
      end(now);
      begin(now, start);
    }
    return now;
  }

  private void begin(int now, int[] start) {
    int left = 0;
    for (int at = 0; at < readySize; at++) {
      int activity = ready[at];
      if (free.take(activity)) {
        start[activity] = now;
        run((long) (now + network.duration(activity)) << ACTIVITY_BITS | activity);
      } else {
        ready[left++] = activity;
      }
    }
    readySize = left;
  }

  private void run(long end) {
    int at = runningSize++;
    while (at > 0 && running[at - 1] < end) {
      running[at] = running[at - 1];
      at--;
    }
    running[at] = end;
  }

  private void end(int now) {
    while (runningSize > 0 && running[runningSize - 1] >> ACTIVITY_BITS == now) {
      int activity = (int) running[--runningSize];
      free.giveBack(activity);
      for (int next : network.after(activity)) {
        if (--open[next] == 0) {
          makeReady(next);
        }
      }
    }
  }

  private void makeReady(int activity) {
    int at = readySize++;
    while (at > 0 && rank[ready[at - 1]] > rank[activity]) {
      ready[at] = ready[at - 1];
      at--;
    }
    ready[at] = activity;
  }
}
