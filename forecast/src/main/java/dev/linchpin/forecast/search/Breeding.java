package dev.linchpin.forecast.search;

import dev.linchpin.forecast.search.Search.Settings;
import dev.linchpin.forecast.search.Search.Side;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Makes the list of a child from two parents, each activity after those it waits for.
final class Breeding {
  /// How many of a hundred activities get a new place when a schedule is shaken.
  private static final double SHAKEN = 0.1;

  /// How far an activity is moved in a list, in places.
  private static final int MOVED_MOST = 30;

  private final Settings settings;
  private final SplittableRandom random;
  private final int[] key;
  private final KeySort sort;
  private long[] workBefore = new long[1_024];

  Breeding(Settings settings, SplittableRandom random, int count) {
    this.settings = settings;
    this.random = random;
    this.key = new int[count];
    this.sort = new KeySort(count);
  }

  /// The better of two others.
  int other(Side side, int self) {
    int one = random.nextInt(side.size());
    int two = random.nextInt(side.size());
    int better = side.end[one] <= side.end[two] ? one : two;
    return better == self ? (self + 1) % side.size() : better;
  }

  /// The individual itself as a list.
  int[] copy(Side side, int self, Network network) {
    return sort.sorted(network, side.seen[self]);
  }

  int[] child(Side side, int first, int second, Side into) {
    Network network = into.network;
    if (alike(side.seen[first], side.seen[second], network)) {
      shake(side, first, network);
    } else {
      mix(side, first, second, into.decoder);
    }
    int[] child = sort.sorted(network, key);
    moveSome(child, network);
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

  private void shake(Side side, int self, Network network) {
    int end = side.end[self];
    int[] seen = side.seen[self];
    for (int activity : network.order()) {
      int at = random.nextDouble() < SHAKEN ? random.nextInt(end + 1) : seen[activity];
      for (int previous : network.before(activity)) {
        at = Math.max(at, key[previous]);
      }
      key[activity] = at;
    }
  }

  private void mix(Side side, int first, int second, Decoder decoder) {
    int[] one = side.seen[first];
    int[] two = side.seen[second];
    int endOne = side.end[first];
    int endTwo = side.end[second];
    double part =
        settings.part().from()
            + random.nextDouble() * (settings.part().to() - settings.part().from());
    int length = (int) (part * endOne);
    int from = quietest(one, endOne, length, decoder);
    for (int i = 0; i < key.length; i++) {
      int at = one[i];
      key[i] = at < from ? at : at < from + length ? from + two[i] : at + endTwo + 1;
    }
  }

  /// Of some random places the one where the least work lies within `length`.
  private int quietest(int[] starts, int end, int length, Decoder decoder) {
    int places = end - length + 1;
    if (settings.looks() == 1) {
      return random.nextInt(places);
    }
    addUpWork(starts, end, decoder);
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int look = 0; look < settings.looks(); look++) {
      int from = random.nextInt(places);
      long work = workBefore[from + length] - workBefore[from];
      if (work < least) {
        least = work;
        best = from;
      }
    }
    return best;
  }

  private void addUpWork(int[] starts, int end, Decoder decoder) {
    if (workBefore.length < end + 2) {
      workBefore = new long[2 * end + 2];
    }
    Arrays.fill(workBefore, 0, end + 2, 0);
    for (int i = 0; i < starts.length; i++) {
      int duration = decoder.network().duration(i);
      workBefore[starts[i] + 1] += decoder.weight(i);
      workBefore[starts[i] + duration + 1] -= decoder.weight(i);
    }
    long running = 0;
    for (int t = 1; t <= end; t++) {
      running += workBefore[t];
      workBefore[t] = workBefore[t - 1] + running;
    }
  }

  private void moveSome(int[] child, Network network) {
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
