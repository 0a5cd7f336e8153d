package dev.linchpin.forecast.search;

import java.util.SplittableRandom;

/// The lists a search begins with: by latest start, and by latest starts that are blurred.
///
/// Source: the latest start as a priority, R. Kolisch, EJOR 90 (1996) 320–333.
final class FirstLists {
  /// How far a latest start is put off at most, as a part of the critical path.
  private static final double BLUR = 3.0;

  private final Network network;
  private final int[] latest;
  private final int blur;
  private final int[] key;
  private final int[] list;
  private final KeySort sort = new KeySort();

  FirstLists(Network network) {
    this.network = network;
    this.latest = network.latestStarts();
    this.blur = 1 + (int) (BLUR * network.criticalPath());
    this.key = new int[network.count()];
    this.list = new int[network.count()];
  }

  /// Whoever has the earliest latest start goes first.
  int[] byLatestStart() {
    System.arraycopy(latest, 0, key, 0, key.length);
    sort.sort(network, key, list);
    return list;
  }

  /// The more urgent, the likelier to go first.
  int[] drawn(SplittableRandom random) {
    for (int activity : network.order()) {
      int at = latest[activity] + random.nextInt(blur);
      for (int previous : network.before(activity)) {
        at = Math.max(at, key[previous]);
      }
      key[activity] = at;
    }
    sort.sort(network, key, list);
    return list;
  }
}
