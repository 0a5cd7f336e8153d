package dev.linchpin.forecast.search;

import java.util.SplittableRandom;

/// The lists a search begins with: by latest start, and by latest starts that are blurred.
///
/// Source: the latest start as a priority, R. Kolisch, EJOR 90 (1996) 320–333.
final class FirstLists {
  /// How far a latest start is put off at most, as a part of the critical path.
  private static final double BLUR = 3.0;

  private final Network network;
  private final SplittableRandom random;
  private final int[] latest;
  private final int blur;
  private final int[] key;
  private final KeySort sort;

  FirstLists(Network network, SplittableRandom random) {
    this.network = network;
    this.random = random;
    this.latest = network.latestStarts();
    this.blur = 1 + (int) (BLUR * network.criticalPath());
    this.key = new int[network.count()];
    this.sort = new KeySort(network.count());
  }

  /// Whoever has the earliest latest start goes first.
  int[] byLatestStart() {
    return listed(1);
  }

  /// The more urgent, the likelier to go first.
  int[] drawn() {
    return listed(blur);
  }

  private int[] listed(int most) {
    for (int activity : network.order()) {
      int at = latest[activity] + random.nextInt(most);
      for (int previous : network.before(activity)) {
        at = Math.max(at, key[previous]);
      }
      key[activity] = at;
    }
    return sort.sorted(network, key);
  }
}
