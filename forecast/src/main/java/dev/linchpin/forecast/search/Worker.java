package dev.linchpin.forecast.search;

import dev.linchpin.forecast.search.Search.Settings;
import java.util.SplittableRandom;

/*
 * What one thread of a search has to itself: decoders and lists to write on. All it shares with the
 * others are the two populations and the random numbers of each slot, and a slot is filled by one
 * thread at a time.
 */

/// Places the schedules of a batch, one slot after the other, until none is left.
final class Worker {
  private final Settings settings;
  private final Decoder forward;
  private final Decoder backward;
  private final SplittableRandom[] random;
  private final FirstLists first;
  private final Breeding breeding;
  private final KeySort sort = new KeySort();
  private final int[] start;
  private final int[] bestStart;
  private int best;
  private int bestSlot;

  /// @param random per slot its numbers, whichever thread fills it
  Worker(Decoder forward, Decoder backward, Settings settings, SplittableRandom[] random) {
    this.settings = settings;
    this.forward = forward;
    this.backward = backward;
    this.random = random;
    this.first = new FirstLists(forward.network());
    this.breeding = new Breeding(settings, forward);
    this.start = new int[forward.network().count()];
    this.bestStart = new int[start.length];
  }

  /// @param shorter only schedules shorter than that are kept as the best
  void fill(Batch batch, int shorter) {
    best = shorter;
    bestSlot = Integer.MAX_VALUE;
    for (int slot = batch.next(); slot >= 0; slot = batch.next()) {
      int end = place(batch, slot);
      if (end < best) {
        best = end;
        bestSlot = slot;
        System.arraycopy(start, 0, bestStart, 0, start.length);
      }
      batch.placed(slot, end);
    }
  }

  private int place(Batch batch, int slot) {
    Side into = batch.into;
    int[] list = batch.lists.list(this, slot);
    Decoder decoder = into.forward ? forward : backward;
    boolean swift = random[slot].nextDouble() < settings.swift() * (1 - batch.progress);
    int end = swift ? decoder.dispatch(list, start) : decoder.place(list, start);
    if (isTaken(end, into.end[slot], batch.progress, random[slot])) {
      into.put(slot, end, start, sort);
    }
    return end;
  }

  private boolean isTaken(int end, int before, double progress, SplittableRandom random) {
    if (end <= before) {
      return true;
    }
    double worse = (double) (end - before) / before;
    return random.nextDouble() < Math.exp(-worse / settings.worse().at(progress));
  }

  /// The length of the best schedule of the last batch, in the slot [#bestSlot].
  int best() {
    return best;
  }

  int bestSlot() {
    return bestSlot;
  }

  int[] bestStart() {
    return bestStart;
  }

  /// The first slot follows the latest starts, the others are drawn around them.
  int[] first(int slot) {
    return slot == 0 ? first.byLatestStart() : first.drawn(random[slot]);
  }

  int[] child(Side parents, int slot, Side children) {
    int other = breeding.other(parents, slot, random[slot]);
    return breeding.child(parents, slot, other, children, random[slot]);
  }
}
