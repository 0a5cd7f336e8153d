package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * What happens next. A knock-out tournament: every event that is to come has a place at the bottom,
 * each place above holds the sooner of the two below it, and the one at the top comes first. An
 * event that comes or goes changes the places above it and no others, always equally many and
 * without a choice that a processor could guess wrong; that is what a heap loses its time with.
 *
 * Some leaves are fixed: whoever has one has one event at most, and overwrites it.
 *
 * Of events at one time, any may come first; the same calls always give the same order.
 *
 * Source: D. E. Knuth, The Art of Computer Programming 3, 5.4.1 (trees of losers and winners).
 */
final class EventQueue {
  private static final int TIME_SHIFT = 32;
  private static final long NEVER = Long.MAX_VALUE;
  private static final int FIRST_LEAVES = 8;

  private final int fixed;
  private int leaves;

  /// Time and leaf: the leaves from place `leaves` on, the winner at place 1.
  private long[] tree;

  /// By leaf.
  private int[] what;

  /// Leaves without an event are `free[size]` and all behind it.
  private int[] free;

  private int size;
  private boolean mixed;

  /// @param fixed the leaves below this number are fixed
  EventQueue(int fixed) {
    this.fixed = fixed;
    this.leaves = Math.max(FIRST_LEAVES, Integer.highestOneBit(2 * fixed));
    this.tree = filled(leaves);
    this.what = new int[leaves];
    this.free = upTo(leaves);
    this.size = fixed;
  }

  void clear() {
    Arrays.fill(tree, NEVER);
    size = fixed;
    for (int leaf = fixed; mixed && leaf < leaves; leaf++) {
      free[leaf] = leaf;
    }
    mixed = false;
  }

  /// When the next event comes; the highest number if there is none.
  int time() {
    return (int) (tree[1] >>> TIME_SHIFT);
  }

  boolean isEmpty() {
    return tree[1] == NEVER;
  }

  /// The leaf of the next event.
  int first() {
    return (int) tree[1];
  }

  /// True if nothing else happens when that leaf is first.
  boolean isAlone(int leaf) {
    long second = NEVER;
    for (int at = leaf + leaves; at > 1; at >>>= 1) {
      second = Math.min(second, tree[at ^ 1]);
    }
    return (int) (second >>> TIME_SHIFT) > time();
  }

  /// Says when the event of a fixed leaf comes.
  void put(int leaf, int time) {
    put(leaf, (long) time << TIME_SHIFT | leaf);
  }

  /// Takes the event of a fixed leaf away.
  void clear(int leaf) {
    put(leaf, NEVER);
  }

  /// Takes it away unless it comes later than that.
  void clearBefore(int leaf, int time) {
    if ((int) (tree[leaf + leaves] >>> TIME_SHIFT) <= time) {
      put(leaf, NEVER);
    }
  }

  void add(int time, int event) {
    if (size == leaves) {
      grow();
    }
    mixed = true;
    int leaf = free[size++];
    what[leaf] = event;
    put(leaf, (long) time << TIME_SHIFT | leaf);
  }

  /// Takes the next event away; call it only if there is one.
  int remove() {
    int leaf = (int) tree[1];
    free[--size] = leaf;
    put(leaf, NEVER);
    return what[leaf];
  }

  private void put(int leaf, long key) {
    long[] all = tree;
    long winner = key;
    int at = leaf + leaves;
    all[at] = key;
    for (; at > 1; at >>>= 1) {
      winner = Math.min(winner, all[at ^ 1]);
      all[at >>> 1] = winner;
    }
  }

  private void grow() {
    long[] old = Arrays.copyOfRange(tree, leaves, 2 * leaves);
    leaves *= 2;
    tree = filled(leaves);
    what = Arrays.copyOf(what, leaves);
    free = upTo(leaves);
    for (int leaf = 0; leaf < old.length; leaf++) {
      put(leaf, old[leaf]);
    }
  }

  private static long[] filled(int leaves) {
    long[] tree = new long[2 * leaves];
    Arrays.fill(tree, NEVER);
    return tree;
  }

  private static int[] upTo(int leaves) {
    int[] all = new int[leaves];
    Arrays.setAll(all, leaf -> leaf);
    return all;
  }
}
