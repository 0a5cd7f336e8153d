package dev.linchpin.bench.stochastic;

import dev.linchpin.forecast.search.Instance;
import dev.linchpin.forecast.search.Network;
import dev.linchpin.forecast.search.Search;
import dev.linchpin.forecast.search.Search.Budget;
import dev.linchpin.forecast.search.Search.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/*
 * Looks for a list to dispatch by, and for how far it may be overtaken. Searching for the list
 * itself learns the few scenarios by heart: with 25,000 runs it is worse than no search where
 * durations are exponential (SCIENCE B4). So not the list is searched but what it is made with:
 *
 * - the start in a good schedule of mean durations (against the latest finish);
 * - the work of all that follows, of the busiest pool;
 * - the largest part of a pool that it takes: what is hard to fit goes first;
 * - how many places in the list may be overtaken.
 *
 * Weights are drawn around the best so far, each judged on the same few scenarios, which are spread
 * evenly; what is 3 % worse after a quarter of them is dropped. The best five are judged again on
 * fresh scenarios, because the best of many on few is partly the luckiest.
 */
final class PolicySearch {
  /// Scenarios that weights are judged on; the first ones decide who is dropped.
  private static final int SCENARIOS = 40;

  private static final int FIRST = 10;
  private static final int LAST = 100;
  private static final int FINALISTS = 5;
  private static final double SERVED_BY_SCHEDULE = 0.2;
  private static final double DEMAND = 10;
  private static final double[] OVERTAKEN = {0, 1, 2, 3, 5, 8, 16, 1e6};

  /// Four weights and what they gave.
  private record Policy(double planned, double work, double demand, double overtaken) {}

  private record Judged(Policy policy, double mean) {}

  private final Uncertain project;
  private final int length;
  private final double[] tail;
  private final double[] work;
  private final double[] demand;
  private final int[] planned;

  PolicySearch(Uncertain project, long schedules, long seed) {
    Instance instance = project.instance;
    this.project = project;
    this.length = instance.network().criticalPath();
    this.tail = tail(instance.network());
    this.work = workAfter(instance);
    this.demand = demand(instance);
    long placements = (long) (SERVED_BY_SCHEDULE * schedules);
    this.planned =
        Search.search(instance.decoder(), Settings.POOLS, Budget.of(placements), length, seed)
            .starts();
  }

  /// By the latest finish alone, overtaken at will: what the search is compared with.
  int[] byLatestFinish() {
    return list(new Policy(0, 0, 0, 1e6));
  }

  /// The mean end over scenarios under the best policy found with that many simulated runs.
  double best(Durations durations, long schedules, long seed, int[][] judges) {
    long runs = Math.round((1 - SERVED_BY_SCHEDULE) * schedules) - (long) FINALISTS * LAST;
    int[][] scenarios = project.scenarios(durations, SCENARIOS, seed, true);
    List<Judged> all = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    long until = project.played() + runs;
    Judged best = null;
    for (int tried = 0; project.played() + SCENARIOS <= until; tried++) {
      Policy policy = best == null || tried < 24 ? first(tried) : near(best.policy(), random);
      Judged judged = judge(policy, scenarios, best == null ? Double.MAX_VALUE : best.mean());
      all.add(judged);
      best = best == null || judged.mean() < best.mean() ? judged : best;
    }
    int[][] fresh = project.scenarios(durations, LAST, ~seed, true);
    Policy chosen =
        all.stream()
            .sorted(Comparator.comparingDouble(Judged::mean))
            .map(Judged::policy)
            .distinct()
            .limit(FINALISTS)
            .min(Comparator.comparingDouble(it -> mean(it, fresh)))
            .orElseThrow();
    return mean(chosen, judges);
  }

  private static Policy first(int number) {
    double overtaken = OVERTAKEN[number % OVERTAKEN.length];
    return new Policy(number / OVERTAKEN.length / 2.0, 0.5, 1.5, overtaken);
  }

  private static Policy near(Policy it, SplittableRandom random) {
    double overtaken = it.overtaken();
    if (random.nextInt(3) == 0) {
      overtaken = OVERTAKEN[random.nextInt(OVERTAKEN.length)];
    }
    return new Policy(
        Math.clamp(it.planned() + 0.25 * random.nextGaussian(), 0, 1),
        Math.max(0, it.work() + 0.3 * random.nextGaussian()),
        it.demand() + 0.5 * random.nextGaussian(),
        overtaken);
  }

  private Judged judge(Policy policy, int[][] scenarios, double best) {
    int[] list = list(policy);
    int[][] some = Arrays.copyOf(scenarios, FIRST);
    double first = project.mean(list, (int) policy.overtaken(), some);
    if (first > 1.03 * best) {
      return new Judged(policy, first);
    }
    int[][] others = Arrays.copyOfRange(scenarios, FIRST, SCENARIOS);
    double rest = project.mean(list, (int) policy.overtaken(), others);
    return new Judged(policy, (FIRST * first + (SCENARIOS - FIRST) * rest) / SCENARIOS);
  }

  private double mean(Policy policy, int[][] scenarios) {
    return project.mean(list(policy), (int) policy.overtaken(), scenarios);
  }

  private int[] list(Policy policy) {
    double[] key = new double[project.count];
    for (int i = 0; i < key.length; i++) {
      double latest = length - tail[i];
      key[i] =
          (1 - policy.planned()) * latest
              + policy.planned() * planned[i]
              - policy.work() * work[i]
              - policy.demand() * DEMAND * demand[i];
    }
    return project.byKey(key);
  }

  /// The longest path of what comes after each activity.
  private double[] tail(Network network) {
    double[] tail = new double[project.count];
    int[] order = project.byKey(new double[project.count]);
    for (int at = order.length - 1; at >= 0; at--) {
      for (int next : project.after[order[at]]) {
        tail[order[at]] = Math.max(tail[order[at]], tail[next] + network.duration(next));
      }
    }
    return tail;
  }

  /// Time that all that comes after each activity takes of the pool that it takes most of.
  private double[] workAfter(Instance instance) {
    BitSet[] follow = new BitSet[project.count];
    double[] work = new double[project.count];
    int[] order = project.byKey(new double[project.count]);
    for (int at = order.length - 1; at >= 0; at--) {
      BitSet own = new BitSet();
      for (int next : project.after[order[at]]) {
        own.set(next);
        own.or(follow[next]);
      }
      follow[order[at]] = own;
      for (int pool = 0; pool < instance.capacity().length; pool++) {
        int of = pool;
        double time = own.stream().mapToDouble(i -> part(instance, i, of) * duration(i)).sum();
        work[order[at]] = Math.max(work[order[at]], time);
      }
    }
    return work;
  }

  private double[] demand(Instance instance) {
    double[] demand = new double[project.count];
    for (int i = 0; i < demand.length; i++) {
      for (int pool = 0; pool < instance.capacity().length; pool++) {
        demand[i] = Math.max(demand[i], part(instance, i, pool));
      }
    }
    return demand;
  }

  private static double part(Instance instance, int activity, int pool) {
    int capacity = instance.capacity()[pool];
    return capacity == 0 ? 0 : (double) instance.need()[activity][pool] / capacity;
  }

  private int duration(int activity) {
    return project.instance.network().duration(activity);
  }
}
