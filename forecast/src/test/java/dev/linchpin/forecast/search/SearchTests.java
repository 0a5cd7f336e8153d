package dev.linchpin.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.linchpin.forecast.search.Search.Budget;
import dev.linchpin.forecast.search.Search.Found;
import dev.linchpin.forecast.search.Search.Settings;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SearchTests {
  private static final int NO_BOUND = -1;

  @Test
  void theShortestScheduleOfASmallProblemIsFoundAndNoneIsShorter() {
    for (int seed = 0; seed < 150; seed++) {
      var random = new SplittableRandom(seed);
      Problem problem = Problem.random(random, 5 + random.nextInt(3), 1 + random.nextInt(5), 5);
      Found found = search(problem.pools(), Settings.POOLS, 1_000, seed);
      assertThat(found.end()).as("seed %d", seed).isEqualTo(problem.shortest());
      assertTrue(problem, found, seed);
    }
  }

  @Test
  void theShortestScheduleOfAFewPeopleIsFoundAndNoneIsShorter() {
    for (int seed = 0; seed < 150; seed++) {
      var random = new SplittableRandom(seed);
      Problem problem = Problem.ofPeople(random, 5 + random.nextInt(3), 2 + random.nextInt(2));
      Found found = search(problem.people(), Settings.PEOPLE, 1_000, seed);
      assertThat(found.end()).as("seed %d", seed).isEqualTo(problem.shortest());
      assertTrue(problem, found, seed);
    }
  }

  @Test
  void theAnswerIsAlwaysAScheduleOfItsLength() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new SplittableRandom(seed);
      Problem problem = Problem.random(random, 1 + random.nextInt(60), random.nextInt(7), 9);
      assertTrue(problem, search(problem.pools(), Settings.POOLS, 300, seed), seed);
      assertTrue(problem, search(problem.pools(), Settings.PEOPLE, 300, seed), seed);
    }
  }

  private static void assertTrue(Problem problem, Found found, int seed) {
    assertThat(problem.faults(found.starts())).as("seed %d", seed).isEmpty();
    assertThat(problem.end(found.starts())).as("seed %d", seed).isEqualTo(found.end());
  }

  @Test
  void theSameSeedGivesTheSameAnswerAndAnotherSeedAnother() {
    Problem problem = Problem.random(new SplittableRandom(7), 60, 4, 9);
    Found one = search(problem.pools(), Settings.POOLS, 2_000, 1);
    Found again = search(problem.pools(), Settings.POOLS, 2_000, 1);
    Found other = search(problem.pools(), Settings.POOLS, 2_000, 2);

    assertThat(again.starts()).isEqualTo(one.starts());
    assertThat(again.placements()).isEqualTo(one.placements());
    assertThat(other.starts()).isNotEqualTo(one.starts());
  }

  @Test
  void threadsChangeNothingButTheTime() {
    for (int seed = 0; seed < 30; seed++) {
      var random = new SplittableRandom(seed);
      Problem pools = Problem.random(random, 20 + random.nextInt(60), 4, 5);
      Problem people = Problem.ofPeople(random, 20 + random.nextInt(60), 4);
      long placements = 1 + random.nextInt(3_000);
      for (int bound : new int[] {NO_BOUND, pools.network().criticalPath() * 3 / 2}) {
        var budget = Budget.of(placements);
        assertSameForAllThreads(pools.pools(), Settings.POOLS, budget, bound, seed);
        assertSameForAllThreads(people.people(), Settings.PEOPLE, budget, bound, seed);
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> threaded(anyProblem().pools(), Settings.POOLS, Budget.of(1), 0, 1, 0))
        .withMessage("A search has at least one thread, not 0.");
  }

  private static void assertSameForAllThreads(
      Decoder decoder, Settings settings, Budget budget, int bound, int seed) {
    Found one = threaded(decoder, settings, budget, bound, seed, 1);
    for (int threads : new int[] {2, 3}) {
      Found more = threaded(decoder, settings, budget, bound, seed, threads);
      assertThat(more.starts()).as("seed %d", seed).isEqualTo(one.starts());
      assertThat(more.end()).as("seed %d", seed).isEqualTo(one.end());
      assertThat(more.placements()).as("seed %d", seed).isEqualTo(one.placements());
    }
  }

  private static Found threaded(
      Decoder decoder, Settings settings, Budget budget, int bound, int seed, int threads) {
    return Search.search(decoder, settings, budget, bound, seed, threads);
  }

  private static Problem anyProblem() {
    return Problem.random(new SplittableRandom(3), 30, 2, 4);
  }

  @Test
  void aLongerSearchIsShorterOnTheWhole() {
    long few = 0;
    long many = 0;
    for (int seed = 0; seed < 10; seed++) {
      Problem problem = Problem.random(new SplittableRandom(seed), 100, 4, 5);
      few += search(problem.pools(), Settings.POOLS, 1, seed).end();
      many += search(problem.pools(), Settings.POOLS, 1_000, seed).end();
    }
    assertThat(many).isLessThan(few * 95 / 100);
  }

  @Test
  void theBudgetIsSpentToTheLastSchedule() {
    Problem problem = anyProblem();
    for (long placements : new long[] {1, 9, 10, 11, 20, 21, 64, 65, 1_000, 1_777}) {
      assertThat(search(problem.pools(), Settings.POOLS, placements, 1).placements())
          .isEqualTo(placements);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budget.of(0))
        .withMessage("A search places at least one schedule, not 0.");
  }

  @Test
  void aScheduleAsShortAsTheBoundEndsTheSearch() {
    Problem problem = anyProblem();
    Found best = search(problem.pools(), Settings.POOLS, 5_000, 1);
    Found bounded = Search.search(problem.pools(), Settings.POOLS, Budget.of(5_000), best.end(), 1);

    assertThat(bounded.end()).isEqualTo(best.end());
    assertThat(bounded.starts()).isEqualTo(best.starts());
    assertThat(bounded.placements()).isLessThan(5_000);
  }

  @Test
  void whoStopsTheSearchAtOnceGetsTheFirstSchedule() {
    Problem problem = anyProblem();
    Found found = searchUntil(problem, 1);

    assertThat(found.placements()).isEqualTo(1);
    assertTrue(problem, found, 3);
    assertThat(found.starts()).isEqualTo(search(problem.pools(), Settings.POOLS, 1, 1).starts());
  }

  @Test
  void whoStopsTheSearchWaitsForSixtyFourSchedulesAtMost() {
    Problem problem = anyProblem();

    long before = 1;
    for (int question = 2; question < 20; question++) {
      long placements = searchUntil(problem, question).placements();
      assertThat(placements - before).as("question %d", question).isBetween(1L, 64L);
      before = placements;
    }
  }

  /// The question is answered with yes once only, as [Thread#interrupted] does.
  private static Found searchUntil(Problem problem, int question) {
    var asked = new AtomicInteger();
    var budget = new Budget(100_000, () -> asked.incrementAndGet() == question);
    return Search.search(problem.pools(), Settings.POOLS, budget, NO_BOUND, 1);
  }

  @Test
  void nothingToDoIsDoneAtOnce() {
    Problem nothing = new Problem(new int[0], new int[0][], new int[0][], new int[] {3});
    Found found = search(nothing.pools(), Settings.POOLS, 100, 1);

    assertThat(found.end()).isZero();
    assertThat(found.starts()).isEmpty();
    assertThat(found.placements()).isZero();
  }

  @Test
  void oneActivityBeginsAtOnce() {
    Problem one = new Problem(new int[] {7}, new int[1][0], new int[][] {{2}}, new int[] {3});
    for (Settings settings : new Settings[] {Settings.POOLS, Settings.PEOPLE}) {
      Found found = search(one.pools(), settings, 100, 1);
      assertThat(found.end()).isEqualTo(7);
      assertThat(found.starts()).containsExactly(0);
    }
  }

  @Test
  void aPlanOfMilestonesTakesNoTime() {
    Problem milestones =
        new Problem(new int[3], new int[][] {{}, {0}, {1}}, new int[3][0], new int[0]);

    Found found = search(milestones.pools(), Settings.POOLS, 100, 1);
    assertThat(found.end()).isZero();
    assertThat(found.starts()).containsOnly(0);
    assertThat(found.placements()).isEqualTo(100);
  }

  private static Found search(Decoder decoder, Settings settings, long placements, long seed) {
    return Search.search(decoder, settings, Budget.of(placements), NO_BOUND, seed);
  }
}
