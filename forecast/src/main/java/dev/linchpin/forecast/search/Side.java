package dev.linchpin.forecast.search;

import java.util.Arrays;

/// One population of schedules, all placed in the same direction.
///
/// Several threads may put into it at once, each into slots nobody else uses meanwhile.
final class Side {
  /// In whose direction the schedules are placed.
  final Network network;

  /// Whether they are placed from the beginning.
  final boolean forward;

  /// The length of each individual.
  final int[] end;

  /// Per individual, its starts as they are seen from the other end.
  final int[][] seen;

  /// Per individual, the order of those starts: a list to be placed from the other end.
  final int[][] list;

  private final Network facing;

  /// @param facing the same network, read from the other end
  Side(Network network, Network facing, boolean forward, int population) {
    this.network = network;
    this.forward = forward;
    this.facing = facing;
    this.end = new int[population];
    this.seen = new int[population][network.count()];
    this.list = new int[population][network.count()];
    Arrays.fill(end, Integer.MAX_VALUE);
  }

  int size() {
    return end.length;
  }

  void put(int slot, int length, int[] start, KeySort sort) {
    end[slot] = length;
    int[] mirror = seen[slot];
    for (int i = 0; i < mirror.length; i++) {
      mirror[i] = length - start[i] - network.duration(i);
    }
    sort.sort(facing, mirror, length, list[slot]);
  }
}
