package dev.linchpin.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The decoders against placing by hand: the same start for each activity means that each link and
/// each capacity is kept and that nothing could have begun earlier.
final class DecoderTests {
  @Test
  void unitsOfPoolsAreGivenAsByHand() {
    for (int seed = 0; seed < 3_000; seed++) {
      var random = new SplittableRandom(seed);
      int pools = random.nextInt(11);
      Problem problem = Problem.random(random, 1 + random.nextInt(14), pools, 7);
      asByHand(problem, Problem::pools, random, "seed " + seed);
    }
  }

  @Test
  void namedPeopleAreGivenAsByHand() {
    for (int seed = 0; seed < 3_000; seed++) {
      var random = new SplittableRandom(seed);
      Problem problem = Problem.ofPeople(random, 1 + random.nextInt(25), 1 + random.nextInt(5));
      asByHand(problem, Problem::people, random, "seed " + seed);
    }
  }

  /// Twice with one decoder, since the second order must not see what the first one took.
  private static void asByHand(
      Problem problem, Function<Problem, Decoder> made, SplittableRandom random, String what) {
    Decoder decoder = made.apply(problem);
    Problem turned = problem.turned();
    Decoder mirrored = decoder.mirrored();
    for (int round = 0; round < 2; round++) {
      assertSame(problem, decoder, problem.someOrder(random), what);
      assertSame(turned, mirrored, turned.someOrder(random), what + " mirrored");
      assertDispatched(problem, decoder, problem.someOrder(random), what);
      assertDispatched(turned, mirrored, turned.someOrder(random), what + " mirrored");
    }
  }

  private static void assertDispatched(Problem problem, Decoder decoder, int[] order, String what) {
    int[] start = new int[problem.count()];
    int end = decoder.dispatch(order, start);
    assertThat(start).as(what).isEqualTo(problem.dispatchedByHand(order));
    assertThat(end).as(what).isEqualTo(problem.end(start));
    assertThat(problem.faults(start)).as(what).isEmpty();
  }

  private static void assertSame(Problem problem, Decoder decoder, int[] order, String what) {
    int[] start = new int[problem.count()];
    int end = decoder.place(order, start);
    int[] byHand = problem.placedByHand(order);
    assertThat(start).as(what).isEqualTo(byHand);
    assertThat(end).as(what).isEqualTo(problem.end(byHand));
    assertThat(problem.faults(start)).as(what).isEmpty();
  }

  @Test
  void aPersonWithHundredsOfTasksFillsEveryGapAsByHand() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new SplittableRandom(seed);
      Problem problem = Problem.ofPeople(random, 300, 3);
      asByHand(problem, Problem::people, random, "seed " + seed);
    }
  }

  @Test
  void theLargestPoolIsGivenToTheLastUnit() {
    int all = PoolDecoder.CAPACITY_MAX;
    int[][] need = {
      {all, 1, all, all, all}, {1, 0, 0, 0, 0}, {0, 0, 0, 0, 1}, {0, all - 1, 0, 0, 0}
    };
    var problem =
        new Problem(
            new int[] {3, 2, 2, 2}, new int[4][0], need, new int[] {all, all, all, all, all});

    assertThat(problem.placedByHand(new int[] {0, 1, 2, 3})).containsExactly(0, 3, 3, 0);
    assertSame(problem, problem.pools(), new int[] {0, 1, 2, 3}, "all units");
  }

  @Test
  void whoFitsIntoAGapGoesThere() {
    var problem =
        new Problem(
            new int[] {2, 4, 2, 3},
            new int[][] {{}, {0}, {}, {}},
            new int[][] {{0}, {1}, {1}, {1}},
            new int[] {1});
    int[] order = {0, 1, 2, 3};

    assertThat(problem.placedByHand(order)).containsExactly(0, 2, 0, 6);
    assertSame(problem, problem.pools(), order, "pools");
    assertSame(problem, problem.people(), order, "people");
  }

  @Test
  void aMilestoneTakesNobodysTime() {
    var problem =
        new Problem(
            new int[] {5, 0, 2},
            new int[][] {{}, {2}, {}},
            new int[][] {{1}, {1}, {0}},
            new int[] {1});
    int[] order = {0, 2, 1};

    assertThat(problem.placedByHand(order)).containsExactly(0, 2, 0);
    assertSame(problem, problem.pools(), order, "pools");
    assertSame(problem, problem.people(), order, "people");
  }

  @Test
  void whatWeighsMoreTakesMoreOfItsPools() {
    int[] capacity = {10, 0, 4};
    int[][] need = {{5, 0, 0}, {1, 0, 4}, {0, 0, 0}};
    Decoder pools = new Problem(new int[3], new int[3][0], need, capacity).pools();

    assertThat(pools.weight(0)).isEqualTo(500);
    assertThat(pools.weight(1)).isEqualTo(100 + 1_000);
    assertThat(pools.weight(2)).isZero();
    assertThat(pools.mirrored().weight(1)).isEqualTo(pools.weight(1));
  }

  @Test
  void aTaskForTwoPeopleWeighsTwice() {
    var people =
        new PeopleDecoder(Network.of(new int[2], new int[2][0]), new int[][] {{0, 2}, {}}, 3);

    assertThat(people.weight(0)).isEqualTo(2);
    assertThat(people.weight(1)).isZero();
  }

  @Test
  void needAboveCapacityIsRefused() {
    refused(new int[][] {{3}, {0}}, new int[] {2}, "Activity 0 needs 3 units of a pool of 2.");
    refused(new int[][] {{0}, {-1}}, new int[] {2}, "Activity 1 needs -1 units of a pool of 2.");
    refused(new int[2][1], new int[] {32_768}, "A pool has 0 to 32767 units, not 32768.");
    refused(new int[2][1], new int[] {-1}, "A pool has 0 to 32767 units, not -1.");
    refused(new int[][] {{0}, {0, 0}}, new int[] {2}, "Activity 1 names 2 pools of 1.");
    refused(new int[1][1], new int[] {2}, "2 activities, but 1 lists of what they need.");
  }

  private static void refused(int[][] need, int[] capacity, String why) {
    Network two = Network.of(new int[] {1, 1}, new int[2][0]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PoolDecoder(two, need, capacity))
        .withMessage(why);
  }

  @Test
  void manyPoolsForCenturiesAreRefusedBeforeTheMemoryIsFull() {
    Network centuries = Network.of(new int[] {Network.WORK_MAX}, new int[1][0]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PoolDecoder(centuries, new int[1][100], new int[100]))
        .withMessage(
            "All durations together are 10000000 time units;"
                + " with 100 pools fewer than 800000 are placed.");
  }

  @Test
  void peopleWhoAreNotThereAreRefused() {
    refused(new int[][] {{0}, {2}}, "Activity 1 needs person 2 of 2.");
    refused(new int[][] {{-1}, {}}, "Activity 0 needs person -1 of 2.");
    refused(new int[][] {{1, 0, 1}, {}}, "Activity 0 needs a person twice.");
    refused(new int[][] {{}}, "2 activities, but 1 lists of what they need.");
  }

  private static void refused(int[][] who, String why) {
    Network two = Network.of(new int[] {1, 1}, new int[2][0]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PeopleDecoder(two, who, 2))
        .withMessage(why);
  }
}
