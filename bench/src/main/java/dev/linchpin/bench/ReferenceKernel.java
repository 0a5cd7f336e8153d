package dev.linchpin.bench;

import dev.linchpin.forecast.search.Instance;
import dev.linchpin.forecast.search.Network;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/*
 * The yardstick for the speed of a search: nothing but placing. A drawn list is placed from the
 * beginning, everything is pushed to the right, then to the left; each of the three passes counts
 * as a schedule. What is free of four pools lies in one long, 16 bits each with a guard bit, so one
 * subtraction says whether all four fit.
 *
 * It shares no code with the search, so that it stays the same while the search changes. Machines
 * differ and are shared; the ratio of both in one run does not.
 *
 * Source: V. Valls, F. Ballestín, S. Quintanilla, EJOR 165 (2005) 375–386 (double justification).
 */

/// Places lists of one instance of at most four pools, as fast as plain code can.
final class ReferenceKernel {
  static final int POOLS_MAX = 4;
  private static final int LANE_BITS = 16;
  private static final long GUARD = 0x8000_8000_8000_8000L;

  private final int[] duration;
  private final long[] need;
  private final long full;
  private final int[][] before;
  private final int[][] after;
  private final long[] free;
  private final int[] start;
  private final int[] key;
  private final int[] list;
  private final int[] counts;
  private final int[] spare;
  private final int[] open;
  private final int[] tail;

  ReferenceKernel(Instance instance) {
    Network network = instance.network();
    int count = network.count();
    this.duration = new int[count];
    this.need = new long[count];
    this.before = new int[count][];
    Arrays.setAll(duration, network::duration);
    Arrays.setAll(need, i -> packed(instance.need()[i]));
    Arrays.setAll(before, network::before);
    this.after = turned(before);
    this.full = packed(instance.capacity()) | GUARD;
    int horizon = Arrays.stream(duration).sum() + 1;
    this.free = new long[horizon];
    this.start = new int[count];
    this.key = new int[count];
    this.list = new int[count];
    this.counts = new int[horizon + 1];
    this.spare = new int[count];
    this.open = new int[count];
    this.tail = new int[count];
    findTails();
  }

  /// How much work at least comes after the start of each activity.
  private void findTails() {
    Arrays.setAll(open, i -> after[i].length);
    int[] ended = IntStream.range(0, open.length).filter(i -> open[i] == 0).toArray();
    int[] order = Arrays.copyOf(ended, open.length);
    int known = ended.length;
    for (int at = 0; at < known; at++) {
      int activity = order[at];
      tail[activity] += duration[activity];
      for (int previous : before[activity]) {
        tail[previous] = Math.max(tail[previous], tail[activity]);
        if (--open[previous] == 0) {
          order[known++] = previous;
        }
      }
    }
  }

  private static long packed(int[] units) {
    long packed = 0;
    for (int pool = 0; pool < units.length; pool++) {
      packed |= (long) units[pool] << (LANE_BITS * pool);
    }
    return packed;
  }

  private static int[][] turned(int[][] before) {
    int[][] after = new int[before.length][0];
    for (int i = 0; i < before.length; i++) {
      for (int previous : before[i]) {
        after[previous] = Arrays.copyOf(after[previous], after[previous].length + 1);
        after[previous][after[previous].length - 1] = i;
      }
    }
    return after;
  }

  /// Places at least so many schedules.
  ///
  /// @return how many were placed: a multiple of three
  long run(long schedules, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long placed = 0;
    while (placed < schedules) {
      draw(random);
      place(before);
      for (int[][] waits : new int[][][] {after, before}) {
        seeFromOtherEnd();
        place(waits);
      }
      placed += 3;
    }
    return placed;
  }

  /// The starts placed last, seen from the beginning.
  int[] starts() {
    return start;
  }

  int end() {
    int end = 0;
    for (int i = 0; i < start.length; i++) {
      end = Math.max(end, start[i] + duration[i]);
    }
    return end;
  }

  /// A random order in which each activity comes after those it waits for; of two that are ready,
  /// the one with more behind it goes first.
  private void draw(SplittableRandom random) {
    int[] ready = spare;
    int size = 0;
    for (int i = 0; i < open.length; i++) {
      open[i] = before[i].length;
      if (open[i] == 0) {
        ready[size++] = i;
      }
    }
    for (int place = 0; place < list.length; place++) {
      int one = random.nextInt(size);
      int two = random.nextInt(size);
      int drawn = tail[ready[one]] >= tail[ready[two]] ? one : two;
      list[place] = ready[drawn];
      ready[drawn] = ready[--size];
      for (int next : after[list[place]]) {
        if (--open[next] == 0) {
          ready[size++] = next;
        }
      }
    }
  }

  private void place(int[][] waits) {
    Arrays.fill(free, full);
    for (int activity : list) {
      int ready = 0;
      for (int previous : waits[activity]) {
        ready = Math.max(ready, start[previous] + duration[previous]);
      }
      int from = first(ready, duration[activity], need[activity]);
      for (int t = from; t < from + duration[activity]; t++) {
        free[t] -= need[activity];
      }
      start[activity] = from;
    }
  }

  private int first(int ready, int length, long units) {
    int from = ready;
    int known = ready;
    int t = from + length - 1;
    while (t >= known) {
      if (((free[t] - units) & GUARD) == GUARD) {
        t--;
      } else {
        known = Math.max(known, Math.max(from + length, t + 1));
        from = t + 1;
        t = from + length - 1;
      }
    }
    return from;
  }

  /// Time runs the other way, and the list follows it.
  private void seeFromOtherEnd() {
    int end = end();
    Arrays.fill(counts, 0, end + 2, 0);
    for (int i = 0; i < start.length; i++) {
      key[i] = end - start[i] - duration[i];
      counts[key[i] + 1]++;
    }
    for (int t = 1; t <= end; t++) {
      counts[t] += counts[t - 1];
    }
    System.arraycopy(list, 0, spare, 0, list.length);
    for (int i = list.length - 1; i >= 0; i--) {
      list[counts[key[spare[i]]]++] = spare[i];
    }
  }
}
