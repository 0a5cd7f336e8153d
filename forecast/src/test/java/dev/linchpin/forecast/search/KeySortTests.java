package dev.linchpin.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KeySortTests {
  @Test
  void theEarlierGoesFirstAndAtTheSameTimeTheNetworksOrderHolds() {
    Network network = Network.of(new int[4], new int[][] {{3}, {}, {}, {}});
    assertThat(network.order()).containsExactly(1, 2, 3, 0);

    assertThat(sorted(new KeySort(), network, new int[] {7, 7, 2, 7})).containsExactly(2, 1, 3, 0);
  }

  @Test
  void itSortsAsAnySortThatKeepsTheOrderOfEquals() {
    var random = new SplittableRandom(1);
    for (int round = 0; round < 500; round++) {
      Network network = Problem.random(random, 1 + random.nextInt(40), 1, 1).network();
      KeySort sort = new KeySort();
      for (int most : new int[] {1, 10, 5_000, 3, 100_000}) {
        int[] key = random.ints(network.count(), 0, most).toArray();
        int[] expected =
            IntStream.of(network.order())
                .boxed()
                .sorted(Comparator.comparing(i -> key[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(sorted(sort, network, key)).isEqualTo(expected);
      }
    }
  }

  @Test
  void nothingIsSortedToNothing() {
    assertThat(sorted(new KeySort(), Network.of(new int[0], new int[0][]), new int[0])).isEmpty();
  }

  private static int[] sorted(KeySort sort, Network network, int[] key) {
    int[] list = new int[key.length];
    sort.sort(network, key, list);
    return list;
  }
}
