package dev.linchpin.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.search.Search.Part;
import dev.linchpin.forecast.search.Search.Settings;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BreedingTests {
  private static final Part HALF = new Part(0.5, 0.5);
  private static final Part NEVER_WORSE = new Part(1e-9, 1e-9);
  private static final Settings PLAIN = new Settings(HALF, 1, NEVER_WORSE, 0, 0, 0);

  /// Twenty activities of one hour that wait for nothing; the first ten need the pool.
  private static final Decoder ROW = row(i -> i < 10 ? 1 : 0);

  private static Decoder row(IntUnaryOperator units) {
    int[][] need =
        IntStream.range(0, 20).mapToObj(i -> new int[] {units.applyAsInt(i)}).toArray(int[][]::new);
    int[] hours = IntStream.range(0, 20).map(_ -> 1).toArray();
    return new PoolDecoder(Network.of(hours, new int[20][0]), need, new int[] {1});
  }

  /// One after the other, and the other way round.
  private static Side rowForthAndBack() {
    return side(
        IntStream.range(0, 20).toArray(), IntStream.range(0, 20).map(i -> 19 - i).toArray());
  }

  private static Side side(int[] one, int[] two) {
    Network network = ROW.network();
    Side side = new Side(network, network.mirrored(), true, 2);
    put(side, 0, one);
    put(side, 1, two);
    return side;
  }

  /// An individual whose starts, seen from the other end, are these.
  private static void put(Side side, int slot, int[] seen) {
    side.put(slot, 20, IntStream.of(seen).map(at -> 19 - at).toArray(), new KeySort());
  }

  /// A pair of parents of the row, and what they breed.
  private record Pair(Settings settings, Decoder decoder, Side side, SplittableRandom random) {
    static Pair of(Settings settings, Side side) {
      return new Pair(settings, ROW, side, new SplittableRandom(1));
    }

    Breeding breeding() {
      return new Breeding(settings, decoder);
    }

    int[] child(int first, int second) {
      return breeding().child(side, first, second, side, random).clone();
    }
  }

  @Test
  void aChildFollowsTheSecondParentWhereTheLeastWorkIs() {
    Settings looksEverywhere = new Settings(HALF, 500, NEVER_WORSE, 0, 0, 0);
    Side side = rowForthAndBack();
    assertThat(Pair.of(looksEverywhere, side).child(0, 1))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10);

    Decoder late = row(i -> i >= 10 ? 1 : 0);
    assertThat(new Pair(looksEverywhere, late, side, new SplittableRandom(1)).child(0, 1))
        .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
  }

  @Test
  void theLeastWorkIsFoundWhereAThousandPeopleWorkForDecades() {
    int hours = 400_000;
    int[] all = IntStream.range(0, 1_000).toArray();
    int[][] who =
        IntStream.range(0, 20).mapToObj(i -> i < 10 ? all : new int[0]).toArray(int[][]::new);
    Network network = Network.of(IntStream.range(0, 20).map(_ -> hours).toArray(), new int[20][0]);
    Side side = new Side(network, network.mirrored(), true, 2);
    side.put(
        0, 20 * hours, IntStream.range(0, 20).map(i -> (19 - i) * hours).toArray(), new KeySort());
    side.put(1, 20 * hours, IntStream.range(0, 20).map(i -> i * hours).toArray(), new KeySort());
    Settings looksEverywhere = new Settings(HALF, 500, NEVER_WORSE, 0, 0, 0);
    Decoder decoder = new PeopleDecoder(network, who, all.length);

    assertThat(new Pair(looksEverywhere, decoder, side, new SplittableRandom(1)).child(0, 1))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10);
  }

  @Test
  void withOneLookTheSecondParentIsFollowedAnywhere() {
    Pair pair = Pair.of(PLAIN, rowForthAndBack());
    long places =
        IntStream.range(0, 200).map(_ -> firstTurned(pair.child(0, 1))).distinct().count();

    assertThat(places).isEqualTo(11);
  }

  private static int firstTurned(int[] list) {
    return IntStream.range(0, list.length).filter(at -> list[at] != at).findFirst().orElse(-1);
  }

  @Test
  void parentsThatAreTheSameBreedACopyUnlessTheFirstIsShaken() {
    Side side = rowForthAndBack();
    int[] same = IntStream.range(0, 20).toArray();
    assertThat(Pair.of(PLAIN, side).child(0, 0)).containsExactly(same);

    Pair shaking = Pair.of(new Settings(HALF, 1, NEVER_WORSE, 0.35, 0, 0), side);
    int kept = 0;
    for (int round = 0; round < 100; round++) {
      int[] child = shaking.child(0, 0);
      assertThat(child).containsExactlyInAnyOrder(same);
      kept += child[0] == 0 ? 1 : 0;
    }
    assertThat(kept).isBetween(50, 99);
  }

  @Test
  void parentsAreAlikeUpToADistanceOnAverage() {
    int[] row = IntStream.range(0, 20).toArray();
    int[] near = row.clone();
    near[0] = 7;
    Settings settings = new Settings(HALF, 1, NEVER_WORSE, 7 / 20.0, 0, 0);
    assertThat(differing(Pair.of(settings, side(row, near)))).isGreaterThan(60);

    near[19] = 18;
    assertThat(differing(Pair.of(settings, side(row, near)))).isLessThan(10);
  }

  /// Of a hundred children those that put another activity than their parents' into the middle.
  private static long differing(Pair pair) {
    return IntStream.range(0, 100)
        .filter(_ -> {
          int[] child = pair.child(0, 1);
          return IntStream.range(8, 18).anyMatch(at -> child[at] != at && child[at] != at + 1);
        })
        .count();
  }

  @Test
  void somePartOfAChildIsMoved() {
    Side side = rowForthAndBack();
    Pair never = Pair.of(PLAIN, side);
    Pair often = Pair.of(new Settings(HALF, 1, NEVER_WORSE, 0, 0.05, 0), side);
    int earlier = 0;
    int later = 0;
    for (int round = 0; round < 200; round++) {
      assertThat(firstTurned(never.child(0, 0))).isEqualTo(-1);
      int[] child = often.child(0, 0);
      assertThat(child).containsExactlyInAnyOrder(side.seen[0]);
      int at = firstTurned(child);
      earlier += at >= 0 && child[at] > at + 1 ? 1 : 0;
      later += at >= 0 && child[at] == at + 1 ? 1 : 0;
    }
    assertThat(earlier).isBetween(60, 130);
    assertThat(later).isBetween(60, 130);
  }

  @Test
  void theBetterOfTwoOthersIsChosen() {
    Network network = ROW.network();
    Side side = new Side(network, network.mirrored(), true, 10);
    IntStream.range(0, 10).forEach(i -> side.end[i] = i);
    Breeding breeding = new Breeding(PLAIN, ROW);
    var random = new SplittableRandom(1);

    assertThat(
            IntStream.range(0, 1_000).map(_ -> breeding.other(side, 9, random)).average().orElse(9))
        .isBetween(2.5, 3.3);
    assertThat(IntStream.range(0, 1_000).map(_ -> breeding.other(side, 0, random)))
        .doesNotContain(0);
  }

  @Test
  void aChildKeepsEveryLinkHoweverItIsBred() {
    Settings all = new Settings(new Part(0.1, 0.9), 3, NEVER_WORSE, 0.4, 0.3, 0);
    for (int seed = 0; seed < 100; seed++) {
      var random = new SplittableRandom(seed);
      Problem problem = Problem.random(random, 2 + random.nextInt(30), 2, 5);
      Decoder decoder = problem.pools();
      Network network = decoder.network();
      Side side = new Side(network, network.mirrored(), true, 3);
      Side into = new Side(network.mirrored(), network, false, 3);
      int[] start = new int[problem.count()];
      for (int i = 0; i < 3; i++) {
        side.put(i, decoder.place(problem.someOrder(random), start), start, new KeySort());
      }
      Breeding breeding = new Breeding(all, decoder);
      for (int round = 0; round < 20; round++) {
        int[] child = breeding.child(side, round % 3, random.nextInt(3), into, random);
        assertThat(brokenLinks(problem.turned(), child)).as("seed %d", seed).isZero();
      }
    }
  }

  private static long brokenLinks(Problem problem, int[] list) {
    boolean[] listed = new boolean[problem.count()];
    long broken = 0;
    for (int activity : list) {
      broken += IntStream.of(problem.before()[activity]).filter(p -> !listed[p]).count();
      listed[activity] = true;
    }
    return broken;
  }
}
