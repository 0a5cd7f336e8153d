package dev.linchpin.forecast.search;

import java.util.Arrays;

/*
 * Pools of like units: "three of five technicians". What is free in each time unit is packed, four
 * pools to a word of 16-bit lanes with a guard bit each; one subtraction tells whether all four
 * fit, because a lane that runs dry borrows its guard bit. A window is tried from its end: on the
 * first unit that does not fit, everything up to it is out of the question.
 *
 * Measured on PSPLIB J120 (SCIENCE B1): 1.8 times the schedules of one array per pool.
 */

/// Places activities that need units of pools all the time they run.
public final class PoolDecoder implements Decoder {
  /// More units than a lane holds.
  public static final int CAPACITY_MAX = Short.MAX_VALUE;

  /// Time units times words of pools; 16 bytes each, for both directions.
  private static final int CELLS_MAX = 20_000_000;

  private static final int LANES = 4;
  private static final int LANE_BITS = 16;
  private static final long GUARD = 0x8000_8000_8000_8000L;

  private final Network network;
  private final long[][] need;
  private final long[] full;
  private final int[] weight;
  private final long[][] free;
  private final int[] finish;
  private final Dispatch dispatch;
  private int used;

  /// @param need per activity, per pool: units needed, at most the pool's capacity
  /// @param capacity per pool
  /// @throws IllegalArgumentException if an activity needs more than there is, or so many pools for
  ///   so long a time would not fit into the memory
  public PoolDecoder(Network network, int[][] need, int[] capacity) {
    this(
        network,
        packed(capacity),
        packed(network.oneForEach(need), capacity),
        weights(need, capacity),
        horizon(network, capacity.length));
  }

  private PoolDecoder(Network network, long[] full, long[][] need, int[] weight, int horizon) {
    this.network = network;
    this.full = full;
    this.need = need;
    this.weight = weight;
    this.free = new long[full.length][horizon];
    this.finish = new int[network.count()];
    this.used = horizon;
    this.dispatch = new Dispatch(network, new FreeUnits());
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Decoder mirrored() {
    return new PoolDecoder(network.mirrored(), full, need, weight, free[0].length);
  }

  @Override
  public int weight(int activity) {
    return weight[activity];
  }

  @Override
  public int place(int[] list, int[] start) {
    for (int word = 0; word < full.length; word++) {
      Arrays.fill(free[word], 0, used, full[word]);
    }
    used = full.length == 1 ? placeInOneWord(list, start) : placeInWords(list, start);
    return used;
  }

  @Override
  public int dispatch(int[] list, int[] start) {
    return dispatch.place(list, start);
  }

  /// The same as [#placeInWords] for four pools at most, a tenth faster.
  private int placeInOneWord(int[] list, int[] start) {
    long[] needed = need[0];
    long[] left = free[0];
    int end = 0;
    for (int activity : list) {
      int duration = network.duration(activity);
      long units = needed[activity];
      int from = fit(left, units, ready(activity), duration);
      book(left, units, from, from + duration);
      start[activity] = from;
      finish[activity] = from + duration;
      end = Math.max(end, from + duration);
    }
    return end;
  }

  private int placeInWords(int[] list, int[] start) {
    int end = 0;
    for (int activity : list) {
      int duration = network.duration(activity);
      int from = agreed(activity, ready(activity), duration);
      for (int word = 0; word < free.length; word++) {
        book(free[word], need[word][activity], from, from + duration);
      }
      start[activity] = from;
      finish[activity] = from + duration;
      end = Math.max(end, from + duration);
    }
    return end;
  }

  private int ready(int activity) {
    int ready = 0;
    for (int previous : network.before(activity)) {
      ready = Math.max(ready, finish[previous]);
    }
    return ready;
  }

  private static void book(long[] left, long units, int from, int to) {
    for (int t = from; t < to; t++) {
      left[t] -= units;
    }
  }

  /// The first time that suits all words.
  private int agreed(int activity, int ready, int duration) {
    int from = ready;
    int agreed = 0;
    for (int word = 0; agreed < free.length; word = word + 1 == free.length ? 0 : word + 1) {
      int fits = fit(free[word], need[word][activity], from, duration);
      agreed = fits == from ? agreed + 1 : 1;
      from = fits;
    }
    return from;
  }

  /// The first time from `from` on at which the units are free for the whole duration.
  private static int fit(long[] left, long units, int from, int duration) {
    if (units == 0) {
      return from;
    }
    int start = from;
    int known = from;
    int t = start + duration - 1;
    while (t >= known) {
      if (((left[t] - units) & GUARD) == GUARD) {
        t--;
      } else {
        known = start + duration;
        start = t + 1;
        t = start + duration - 1;
      }
    }
    return start;
  }

  /// The sum over pools of the part needed, in thousandths.
  private static int[] weights(int[][] need, int[] capacity) {
    int[] weight = new int[need.length];
    for (int i = 0; i < need.length; i++) {
      for (int pool = 0; pool < capacity.length; pool++) {
        weight[i] += capacity[pool] == 0 ? 0 : 1_000 * need[i][pool] / capacity[pool];
      }
    }
    return weight;
  }

  /// The last time unit any order reaches, and one more.
  private static int horizon(Network network, int pools) {
    long most = CELLS_MAX / words(pools);
    if (network.work() >= most) {
      throw new IllegalArgumentException(
          "All durations together are %d time units; with %d pools fewer than %d are placed."
              .formatted(network.work(), pools, most));
    }
    return (int) network.work() + 1;
  }

  private static int words(int pools) {
    return Math.max(1, Math.ceilDiv(pools, LANES));
  }

  private static long[] packed(int[] capacity) {
    long[] full = new long[words(capacity.length)];
    Arrays.fill(full, GUARD);
    for (int pool = 0; pool < capacity.length; pool++) {
      if (capacity[pool] < 0 || capacity[pool] > CAPACITY_MAX) {
        throw new IllegalArgumentException(
            "A pool has 0 to %d units, not %d.".formatted(CAPACITY_MAX, capacity[pool]));
      }
      full[pool / LANES] |= (long) capacity[pool] << (LANE_BITS * (pool % LANES));
    }
    return full;
  }

  private static long[][] packed(int[][] need, int[] capacity) {
    long[][] packed = new long[words(capacity.length)][need.length];
    for (int i = 0; i < need.length; i++) {
      if (need[i].length != capacity.length) {
        throw new IllegalArgumentException(
            "Activity %d names %d pools of %d.".formatted(i, need[i].length, capacity.length));
      }
      for (int pool = 0; pool < capacity.length; pool++) {
        if (need[i][pool] < 0 || need[i][pool] > capacity[pool]) {
          throw new IllegalArgumentException(
              "Activity %d needs %d units of a pool of %d."
                  .formatted(i, need[i][pool], capacity[pool]));
        }
        packed[pool / LANES][i] |= (long) need[i][pool] << (LANE_BITS * (pool % LANES));
      }
    }
    return packed;
  }

  /// The units of all pools that are free at the moment.
  private final class FreeUnits implements Dispatch.Free {
    private final long[] left = new long[full.length];

    @Override
    public void reset() {
      System.arraycopy(full, 0, left, 0, full.length);
    }

    @Override
    public boolean take(int activity) {
      if (network.duration(activity) == 0) {
        return true;
      }
      for (int word = 0; word < left.length; word++) {
        if (((left[word] - need[word][activity]) & GUARD) != GUARD) {
          return false;
        }
      }
      for (int word = 0; word < left.length; word++) {
        left[word] -= need[word][activity];
      }
      return true;
    }

    @Override
    public void giveBack(int activity) {
      if (network.duration(activity) > 0) {
        for (int word = 0; word < left.length; word++) {
          left[word] += need[word][activity];
        }
      }
    }
  }
}
