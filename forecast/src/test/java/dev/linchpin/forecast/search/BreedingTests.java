package dev.linchpin.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.search.Search.Part;
import dev.linchpin.forecast.search.Search.Settings;
import dev.linchpin.forecast.search.Search.Side;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BreedingTests {
  private static final Part HALF = new Part(0.5, 0.5);
  private static final Settings PLAIN = new Settings(HALF, 1, 0.5, 0, 0);

  /// Twenty activities of one hour that wait for nothing; the first ten need the pool.
  private static final Decoder ROW = row(i -> i < 10 ? 1 : 0);

  private static Decoder row(IntUnaryOperator units) {
    int[][] need =
        IntStream.range(0, 20).mapToObj(i -> new int[] {units.applyAsInt(i)}).toArray(int[][]::new);
    int[] hours = IntStream.range(0, 20).map(_ -> 1).toArray();
    return new PoolDecoder(Network.of(hours, new int[20][0]), need, new int[] {1});
  }

  /// One after the other, and the other way round.
  private static Side rowForthAndBack(Decoder decoder) {
    Side side = new Side(decoder, 2);
    side.end[0] = 20;
    side.end[1] = 20;
    side.seen[0] = IntStream.range(0, 20).toArray();
    side.seen[1] = IntStream.range(0, 20).map(i -> 19 - i).toArray();
    return side;
  }

  private static Breeding breeding(Settings settings, int seed, int count) {
    return new Breeding(settings, new SplittableRandom(seed), count);
  }

  @Test
  void aChildFollowsTheSecondParentWhereTheLeastWorkIs() {
    Settings looksEverywhere = new Settings(HALF, 500, 0.5, 0, 0);
    Side early = rowForthAndBack(ROW);
    assertThat(breeding(looksEverywhere, 1, 20).child(early, 0, 1, early))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10);

    Side late = rowForthAndBack(row(i -> i >= 10 ? 1 : 0));
    assertThat(breeding(looksEverywhere, 1, 20).child(late, 0, 1, late))
        .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
  }

  @Test
  void withOneLookTheSecondParentIsFollowedAnywhere() {
    Side side = rowForthAndBack(ROW);
    Breeding breeding = breeding(PLAIN, 1, 20);
    long places =
        IntStream.range(0, 200)
            .map(_ -> firstTurned(breeding.child(side, 0, 1, side)))
            .distinct()
            .count();

    assertThat(places).isEqualTo(11);
  }

  private static int firstTurned(int[] list) {
    return IntStream.range(0, list.length).filter(at -> list[at] != at).findFirst().orElse(-1);
  }

  @Test
  void parentsThatAreTheSameBreedACopyUnlessTheFirstIsShaken() {
    Side side = rowForthAndBack(ROW);
    int[] same = IntStream.range(0, 20).toArray();
    assertThat(breeding(PLAIN, 1, 20).child(side, 0, 0, side)).containsExactly(same);

    Breeding shaking = breeding(new Settings(HALF, 1, 0.5, 0.35, 0), 1, 20);
    int kept = 0;
    for (int round = 0; round < 100; round++) {
      int[] child = shaking.child(side, 0, 0, side).clone();
      assertThat(child).containsExactlyInAnyOrder(same);
      kept += child[0] == 0 ? 1 : 0;
    }
    assertThat(kept).isBetween(50, 99);
  }

  @Test
  void parentsAreAlikeUpToADistanceOnAverage() {
    Side side = rowForthAndBack(ROW);
    side.seen[1] = side.seen[0].clone();
    side.seen[1][0] = 7;
    Breeding shaking = breeding(new Settings(HALF, 1, 0.5, 7 / 20.0, 0), 1, 20);
    assertThat(differing(shaking, side)).isGreaterThan(60);

    side.seen[1][19] = 18;
    assertThat(differing(shaking, side)).isLessThan(10);
  }

  /// Of a hundred children those that put another activity than their parents' into the middle.
  private static long differing(Breeding breeding, Side side) {
    return IntStream.range(0, 100)
        .filter(_ -> {
          int[] child = breeding.child(side, 0, 1, side);
          return IntStream.range(8, 18).anyMatch(at -> child[at] != at && child[at] != at + 1);
        })
        .count();
  }

  @Test
  void somePartOfAChildIsMoved() {
    Side side = rowForthAndBack(ROW);
    Breeding never = breeding(PLAIN, 1, 20);
    Breeding often = breeding(new Settings(HALF, 1, 0.5, 0, 0.05), 1, 20);
    int earlier = 0;
    int later = 0;
    for (int round = 0; round < 200; round++) {
      assertThat(firstTurned(never.child(side, 0, 0, side))).isEqualTo(-1);
      int[] child = often.child(side, 0, 0, side).clone();
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
    Side side = new Side(ROW, 10);
    IntStream.range(0, 10).forEach(i -> side.end[i] = i);
    Breeding breeding = breeding(PLAIN, 1, 20);

    assertThat(IntStream.range(0, 1_000).map(_ -> breeding.other(side, 9)).average().orElse(9))
        .isBetween(2.5, 3.3);
    assertThat(IntStream.range(0, 1_000).map(_ -> breeding.other(side, 0))).doesNotContain(0);
  }

  @Test
  void aChildKeepsEveryLinkHoweverItIsBred() {
    Settings all = new Settings(new Part(0.1, 0.9), 3, 0.5, 0.4, 0.3);
    for (int seed = 0; seed < 100; seed++) {
      var random = new SplittableRandom(seed);
      Problem problem = Problem.random(random, 2 + random.nextInt(30), 2, 5);
      Side side = new Side(problem.pools(), 3);
      Side into = new Side(side.decoder.mirrored(), 3);
      for (int i = 0; i < 3; i++) {
        side.put(i, side.decoder.place(problem.someOrder(random), side.start));
      }
      Breeding breeding = new Breeding(all, random, problem.count());
      for (int round = 0; round < 20; round++) {
        int[] child = breeding.child(side, round % 3, random.nextInt(3), into);
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
