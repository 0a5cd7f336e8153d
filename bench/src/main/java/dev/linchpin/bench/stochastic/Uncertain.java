package dev.linchpin.bench.stochastic;

import dev.linchpin.forecast.search.Instance;
import dev.linchpin.forecast.search.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/*
 * A project of the literature whose durations turn out in each scenario. Whenever something ends,
 * the list is gone through and whatever has its units begins (dispatch). An activity may overtake
 * those before it in the list, but not by more than some places: with none, the order is kept
 * strictly; with as many as there are, nobody is idle while there is something to do.
 *
 * What is free of all pools is packed into one word, as in PoolDecoder. Time is in thousandths.
 */
final class Uncertain {
  private static final int THOUSAND = 1_000;
  private static final int LANE_BITS = 16;
  private static final int POOLS_MAX = 4;
  private static final int END_BITS = 32;
  private static final long GUARD = 0x8000_8000_8000_8000L;

  final Instance instance;
  final int count;
  final int[][] after;
  private final Network network;
  private final long[] need;
  private final long full;
  private final int[] rank;
  private final int[] open;
  private final boolean[] begun;
  private final int[] ready;
  private final long[] running;
  private int readySize;
  private int runningSize;
  private long free;
  private long played;

  Uncertain(Instance instance) {
    if (instance.capacity().length > POOLS_MAX) {
      throw new IllegalArgumentException(instance.name() + " has more than 4 pools.");
    }
    this.instance = instance;
    this.network = instance.network();
    this.count = network.count();
    this.after = new int[count][];
    Arrays.setAll(after, i -> IntStream.range(0, count).filter(j -> waits(j, i)).toArray());
    this.need = new long[count];
    Arrays.setAll(need, i -> packed(instance.need()[i]));
    this.full = packed(instance.capacity()) | GUARD;
    this.rank = new int[count];
    this.open = new int[count];
    this.begun = new boolean[count];
    this.ready = new int[count];
    this.running = new long[count];
  }

  private boolean waits(int activity, int before) {
    return Arrays.stream(network.before(activity)).anyMatch(it -> it == before);
  }

  private static long packed(int[] units) {
    long word = 0;
    for (int pool = 0; pool < units.length; pool++) {
      word |= (long) units[pool] << (LANE_BITS * pool);
    }
    return word;
  }

  /// Runs simulated so far.
  long played() {
    return played;
  }

  /// Durations in thousandths, by scenario and activity.
  ///
  /// @param even each activity's durations are spread evenly over the scenarios
  int[][] scenarios(Durations durations, int scenarios, long seed, boolean even) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] drawn = new int[scenarios][count];
    for (int i = 0; i < count; i++) {
      int[] places = IntStream.range(0, scenarios).toArray();
      for (int s = scenarios - 1; s > 0; s--) {
        int other = random.nextInt(s + 1);
        int place = places[s];
        places[s] = places[other];
        places[other] = place;
      }
      for (int s = 0; s < scenarios; s++) {
        double u = random.nextDouble();
        double at = durations.at(network.duration(i), even ? (places[s] + u) / scenarios : u);
        drawn[s][i] = (int) Math.round(THOUSAND * at);
      }
    }
    return drawn;
  }

  /// All activities by key, the smallest first, each after those it waits for.
  int[] byKey(double[] key) {
    var next =
        new PriorityQueue<>(
            Comparator.comparingDouble((Integer i) -> key[i]).thenComparing(i -> i));
    int[] left = new int[count];
    for (int i = 0; i < count; i++) {
      left[i] = network.before(i).length;
      if (left[i] == 0) {
        next.add(i);
      }
    }
    int[] list = new int[count];
    for (int place = 0; place < count; place++) {
      list[place] = next.remove();
      for (int it : after[list[place]]) {
        if (--left[it] == 0) {
          next.add(it);
        }
      }
    }
    return list;
  }

  /// The mean end over scenarios, in time units.
  double mean(int[] list, int overtaken, int[][] scenarios) {
    double sum = 0;
    for (int[] duration : scenarios) {
      sum += end(list, overtaken, duration);
    }
    return sum / scenarios.length / THOUSAND;
  }

  private int end(int[] list, int overtaken, int[] duration) {
    played++;
    free = full;
    readySize = 0;
    runningSize = 0;
    Arrays.fill(begun, false);
    for (int place = 0; place < count; place++) {
      int activity = list[place];
      rank[activity] = place;
      open[activity] = network.before(activity).length;
      if (open[activity] == 0) {
        ready[readySize++] = activity;
      }
    }
    int first = begin(list, 0, overtaken, 0, duration);
    int now = 0;
    while (runningSize > 0) {
      now = (int) (running[runningSize - 1] >> END_BITS);
      finish(now);
      first = begin(list, first, overtaken, now, duration);
    }
    return now;
  }

  /// Begins what may begin; returns the first place in the list that has not begun.
  private int begin(int[] list, int from, int overtaken, int now, int[] duration) {
    int first = from;
    int left = 0;
    for (int at = 0; at < readySize; at++) {
      int activity = ready[at];
      long units = network.duration(activity) == 0 ? 0 : need[activity];
      if (rank[activity] - first <= overtaken && ((free - units) & GUARD) == GUARD) {
        free -= units;
        begun[activity] = true;
        run((long) (now + duration[activity]) << END_BITS | activity);
        while (first < count && begun[list[first]]) {
          first++;
        }
      } else {
        ready[left++] = activity;
      }
    }
    readySize = left;
    return first;
  }

  private void run(long end) {
    int at = runningSize++;
    while (at > 0 && running[at - 1] < end) {
      running[at] = running[at - 1];
      at--;
    }
    running[at] = end;
  }

  private void finish(int now) {
    while (runningSize > 0 && running[runningSize - 1] >> END_BITS == now) {
      int activity = (int) running[--runningSize];
      free += network.duration(activity) == 0 ? 0 : need[activity];
      for (int next : after[activity]) {
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
