package dev.linchpin.forecast.search;

import dev.linchpin.forecast.search.Search.Settings;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/*
 * A schedule is good in parts: for some weeks nobody waits. So a child is cut by time and not by
 * the places of a list: it has one part of time from the second parent, the rest from the first.
 * Where much work lies close together the first parent is good already; the part is therefore the
 * quietest of a few random ones, and what is dense survives as it is. Always the quietest would try
 * the same part again and again.
 *
 * Parents that are nearly the same have nothing to tell each other. Then the first one is shaken:
 * one activity in ten may go anywhere, and the search gets out of its corner.
 *
 * Source of the cut by work: D. Debels, M. Vanhoucke, LNCS 3483 (2005) 378–387; V. Valls, F.
 * Ballestín, S. Quintanilla, EJOR 185 (2008) 495–508 (the peak crossover).
 */

/// Makes the list of a child from two parents, each activity after those it waits for.
final class Breeding {
  /// The part of the activities that get a new place when a schedule is shaken.
  private static final double SHAKEN = 0.1;

  /// How far an activity is moved in a list, in places.
  private static final int MOVED_MOST = 30;

  private final Settings settings;
  private final int[] duration;
  private final int[] weight;
  private final int[] key;
  private final int[] child;
  private final KeySort sort = new KeySort();

  Breeding(Settings settings, Decoder decoder) {
    int count = decoder.network().count();
    this.settings = settings;
    this.duration = new int[count];
    this.weight = new int[count];
    this.key = new int[count];
    this.child = new int[count];
    Arrays.setAll(duration, decoder.network()::duration);
    Arrays.setAll(weight, decoder::weight);
    lighten();
  }

  /// Makes the weights so small that no sum of work is too large for an int: sums of ints are much
  /// faster, and a child costs several of them.
  private void lighten() {
    long work =
        IntStream.range(0, weight.length).mapToLong(i -> (long) weight[i] * duration[i]).sum();
    int bits = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(work) - (Integer.SIZE - 1));
    Arrays.setAll(weight, i -> weight[i] >> bits);
  }

  /// The better of two others.
  int other(Side side, int self, SplittableRandom random) {
    int one = random.nextInt(side.size());
    int two = random.nextInt(side.size());
    int better = side.end[one] <= side.end[two] ? one : two;
    return better == self ? (self + 1) % side.size() : better;
  }

  /// @return the same array each time
  int[] child(Side side, int first, int second, Side into, SplittableRandom random) {
    if (alike(side.seen[first], side.seen[second], into.network)) {
      shake(side, first, into.network, random);
    } else {
      mix(side, first, second, random);
    }
    moveSome(into.network, random);
    return child;
  }

  private boolean alike(int[] one, int[] two, Network network) {
    if (settings.near() <= 0) {
      return false;
    }
    long most = Math.round(settings.near() * network.work());
    long distance = 0;
    for (int i = 0; i < one.length; i++) {
      distance += Math.abs(one[i] - two[i]);
      if (distance > most) {
        return false;
      }
    }
    return true;
  }

  private void shake(Side side, int self, Network network, SplittableRandom random) {
    int end = side.end[self];
    int[] seen = side.seen[self];
    for (int activity : network.order()) {
      int at = random.nextDouble() < SHAKEN ? random.nextInt(end + 1) : seen[activity];
      for (int previous : network.before(activity)) {
        at = Math.max(at, key[previous]);
      }
      key[activity] = at;
    }
    sort.sort(network, key, child);
  }

  /// Before and after a part of time the first parent's order, within it the second's.
  private void mix(Side side, int first, int second, SplittableRandom random) {
    int[] seen = side.seen[first];
    int end = side.end[first];
    int length = (int) (settings.part().at(random.nextDouble()) * end);
    int from = quietest(seen, end, length, random);
    int[] list = side.list[first];
    int begin = 0;
    while (begin < list.length && seen[list[begin]] < from) {
      begin++;
    }
    System.arraycopy(list, 0, child, 0, begin);
    int at = begin;
    for (int activity : side.list[second]) {
      int within = seen[activity] - from;
      if (within >= 0 && within < length) {
        child[at++] = activity;
      }
    }
    System.arraycopy(list, at, child, at, list.length - at);
  }

  /// Of some random places the one where the least work lies within `length`.
  private int quietest(int[] starts, int end, int length, SplittableRandom random) {
    int places = end - length + 1;
    int best = random.nextInt(places);
    if (settings.looks() > 1) {
      int least = workWithin(starts, best, best + length);
      for (int look = 1; look < settings.looks(); look++) {
        int from = random.nextInt(places);
        int work = workWithin(starts, from, from + length);
        if (work < least) {
          least = work;
          best = from;
        }
      }
    }
    return best;
  }

  private int workWithin(int[] starts, int from, int to) {
    int work = 0;
    for (int i = 0; i < starts.length; i++) {
      int within = Math.min(to, starts[i] + duration[i]) - Math.max(from, starts[i]);
      work += weight[i] * Math.max(0, within);
    }
    return work;
  }

  private void moveSome(Network network, SplittableRandom random) {
    double wanted = settings.moved() * child.length;
    int moves = (int) wanted + (random.nextDouble() < wanted - (int) wanted ? 1 : 0);
    for (int move = 0; move < moves; move++) {
      int place = random.nextInt(child.length);
      int far = 1 + random.nextInt(MOVED_MOST);
      if (random.nextBoolean()) {
        moveUp(child, place, far, network);
      } else {
        moveDown(child, place, far, network);
      }
    }
  }

  private static void moveUp(int[] list, int from, int far, Network network) {
    int activity = list[from];
    int at = from;
    while (at > 0 && from - at < far && !has(network.before(activity), list[at - 1])) {
      list[at] = list[at - 1];
      at--;
    }
    list[at] = activity;
  }

  private static void moveDown(int[] list, int from, int far, Network network) {
    int activity = list[from];
    int at = from;
    while (at < list.length - 1 && at - from < far && !has(network.after(activity), list[at + 1])) {
      list[at] = list[at + 1];
      at++;
    }
    list[at] = activity;
  }

  private static boolean has(int[] list, int wanted) {
    for (int one : list) {
      if (one == wanted) {
        return true;
      }
    }
    return false;
  }
}
