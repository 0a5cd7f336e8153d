package dev.linchpin.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NetworkTests {
  private static final int NOBODY = 0;

  /// Design (3), then build (5) and order (9) beside each other, then go-live (0).
  private static final Network ROLLOUT =
      Network.of(new int[] {3, 5, 9, 0}, new int[][] {{}, {0}, {0}, {1, 2}});

  @Test
  void theCriticalPathIsTheLongestWayThrough() {
    assertThat(ROLLOUT.criticalPath()).isEqualTo(3 + 9);
    assertThat(ROLLOUT.earliestFinishes()).containsExactly(3, 8, 12, 12);
    assertThat(ROLLOUT.work()).isEqualTo(17);
  }

  @Test
  void whatIsNotCriticalMayStartLater() {
    assertThat(ROLLOUT.latestStarts()).containsExactly(0, 7, 3, 12);
  }

  @Test
  void readFromTheEndSuccessorsAreWaitedFor() {
    Network mirrored = ROLLOUT.mirrored();

    assertThat(mirrored.order()[0]).isEqualTo(3);
    assertThat(mirrored.before(0)).containsExactlyInAnyOrder(1, 2);
    assertThat(mirrored.after(3)).containsExactlyInAnyOrder(1, 2);
    assertThat(mirrored.earliestFinishes()).containsExactly(12, 5, 9, 0);
    assertThat(mirrored.criticalPath()).isEqualTo(12);
  }

  @Test
  void anActivityComesAfterThoseItWaitsForHoweverTheyAreNumbered() {
    Network backwards = Network.of(new int[] {1, 1, 1}, new int[][] {{1}, {2}, {}});

    assertThat(backwards.order()).containsExactly(2, 1, 0);
  }

  @Test
  void everyOrderAndEveryLatestStartHoldsOnThousandsOfNetworks() {
    for (int seed = 0; seed < 2_000; seed++) {
      var random = new SplittableRandom(seed);
      Problem problem = Problem.random(random, 1 + random.nextInt(15), 1, 1);
      Network network = problem.network();
      assertThat(network.order()).as("seed %d", seed).containsExactlyInAnyOrder(all(network));
      for (Network each : new Network[] {network, network.mirrored()}) {
        assertThat(brokenLinks(each)).as("seed %d", seed).isZero();
      }
      int[] latest = network.latestStarts();
      int[] fromTheEnd = network.mirrored().earliestFinishes();
      int[] expected =
          IntStream.of(fromTheEnd).map(finish -> network.criticalPath() - finish).toArray();
      assertThat(latest).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static int[] all(Network network) {
    return IntStream.range(0, network.count()).toArray();
  }

  private static long brokenLinks(Network network) {
    int[] place = new int[network.count()];
    for (int at = 0; at < place.length; at++) {
      place[network.order()[at]] = at;
    }
    return IntStream.range(0, place.length)
        .filter(i -> Arrays.stream(network.before(i)).anyMatch(p -> place[p] >= place[i]))
        .count();
  }

  @Test
  void aLinkSaidTwiceIsOneLink() {
    Network network = Network.of(new int[] {2, 2}, new int[][] {{}, {0, 0}});

    assertThat(network.order()).containsExactly(0, 1);
    assertThat(network.criticalPath()).isEqualTo(4);
  }

  @Test
  void anEmptyNetworkTakesNoTime() {
    assertThat(Network.of(new int[0], new int[0][]).criticalPath()).isZero();
  }

  @Test
  void activitiesThatWaitForEachOtherAreRefused() {
    int[][] circle = {{}, {3}, {1}, {2, 0}, {3}};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.of(new int[5], circle))
        .withMessage("4 activities wait for each other in a circle.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.of(new int[1], new int[][] {{0}}))
        .withMessage("1 activities wait for each other in a circle.");
  }

  @Test
  void whatIsNotThereCannotBeWaitedFor() {
    for (int stranger : new int[] {-1, 2}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Network.of(new int[2], new int[][] {{}, {stranger}}))
          .withMessage("There is no activity " + stranger + " to wait for.");
    }
  }

  @Test
  void aDurationIsNeitherNegativeNorWithoutEnd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.of(new int[] {-1}, new int[][] {{}}))
        .withMessage("A duration is not negative: -1.");
    int[] most = {Network.WORK_MAX - 1, 1};
    assertThat(Network.of(most, new int[2][NOBODY]).work()).isEqualTo(Network.WORK_MAX);
    int[] tooLong = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.of(tooLong, new int[2][NOBODY]))
        .withMessage("All durations together are 4294967294 time units; 10000000 are the most.");
  }

  @Test
  void eachActivityHasOneDurationAndOneListOfThoseItWaitsFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.of(new int[2], new int[1][NOBODY]))
        .withMessage("Each activity needs a duration and a list.");
  }

  @Test
  void whoeverAskedMayChangeTheirListsAfterwards() {
    int[] duration = {4, 4};
    int[][] before = {{}, {0}};
    Network network = Network.of(duration, before);
    duration[0] = 100;
    before[1][0] = 1;

    assertThat(network.criticalPath()).isEqualTo(8);
  }
}
