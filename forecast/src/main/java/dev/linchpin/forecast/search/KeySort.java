package dev.linchpin.forecast.search;

import java.util.Arrays;

/// Makes lists of times: the earlier first, at the same time in the network's own order. Where no
/// activity has an earlier time than one it waits for, the list may be placed as it is.
final class KeySort {
  private int[] counts = new int[1_024];

  /// @param key per activity, not negative
  /// @param list is filled
  void sort(Network network, int[] key, int[] list) {
    int last = 0;
    for (int at : key) {
      last = Math.max(last, at);
    }
    sort(network, key, last, list);
  }

  /// @param last no key is larger
  void sort(Network network, int[] key, int last, int[] list) {
    if (counts.length < last + 2) {
      counts = new int[2 * last + 2];
    }
    Arrays.fill(counts, 0, last + 2, 0);
    for (int at : key) {
      counts[at + 1]++;
    }
    for (int at = 1; at <= last; at++) {
      counts[at] += counts[at - 1];
    }
    for (int activity : network.order()) {
      list[counts[key[activity]]++] = activity;
    }
  }
}
