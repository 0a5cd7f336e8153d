package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.search.Network;
import dev.linchpin.forecast.search.PeopleDecoder;
import dev.linchpin.forecast.search.Search;
import dev.linchpin.forecast.search.Search.Budget;
import dev.linchpin.forecast.search.Search.Found;
import dev.linchpin.forecast.search.Search.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/*
 * A plan simplified until it can be placed ten times as fast: each project alone, people whole and
 * always there, links from finish to start without lag, work in steps of a quarter of an hour. The
 * order found for the sketch is tried on the real plan.
 */
final class Sketch {
  private static final int STEP_MINUTES = 15;

  private final Prepared plan;
  private final int[] person;
  private final SplittableRandom seeds;

  /// @param person who is in each place
  Sketch(Prepared plan, int[] person, long seed) {
    this.plan = plan;
    this.person = person;
    this.seeds = new SplittableRandom(seed);
  }

  /// The order of all tasks, those of one project as the sketch has them; the order as it was where
  /// the project is too much work for a sketch.
  ///
  /// @param budget how often the sketch may be placed
  int[] order(int[] order, int project, Budget budget) {
    List<Integer> tasks = tasksOf(project);
    if (tasks.stream().mapToLong(this::steps).sum() > Network.WORK_MAX) {
      return order;
    }
    int[] begin = sketch(tasks, budget);
    int[] places = IntStream.range(0, order.length).filter(at -> begin[order[at]] >= 0).toArray();
    tasks.sort(Comparator.comparing(task -> begin[task]));
    int[] sketched = order.clone();
    for (int i = 0; i < places.length; i++) {
      sketched[places[i]] = tasks.get(i);
    }
    return sketched;
  }

  private List<Integer> tasksOf(int project) {
    List<Integer> tasks = new ArrayList<>();
    for (int i = 0; i < plan.count(); i++) {
      if (plan.project[i] == project && plan.mayMove(i)) {
        tasks.add(i);
      }
    }
    return tasks;
  }

  private int[] sketch(List<Integer> tasks, Budget budget) {
    int[] number = new int[plan.count()];
    Arrays.fill(number, -1);
    for (int i = 0; i < tasks.size(); i++) {
      number[tasks.get(i)] = i;
    }
    Network network =
        Network.of(tasks.stream().mapToInt(this::steps).toArray(), before(tasks, number));
    int[][] who = tasks.stream().map(this::who).toArray(int[][]::new);
    Found found =
        Search.search(
            new PeopleDecoder(network, who, plan.people.length),
            Settings.PEOPLE,
            budget,
            network.criticalPath(),
            seeds.nextLong());
    int[] begin = new int[plan.count()];
    Arrays.fill(begin, -1);
    for (int i = 0; i < tasks.size(); i++) {
      begin[tasks.get(i)] = found.starts()[i];
    }
    return begin;
  }

  private int steps(int task) {
    int minutes = plan.work[task];
    return Math.ceilDiv(
        plan.kind[task] == Prepared.Kind.ELAPSED ? minutes / 3 : minutes, STEP_MINUTES);
  }

  private int[][] before(List<Integer> tasks, int[] number) {
    List<Set<Integer>> before = new ArrayList<>();
    tasks.forEach(_ -> before.add(new TreeSet<>()));
    Links links = plan.links;
    for (int from : tasks) {
      for (int k = links.fromFinish()[from]; k < links.first()[from + 1]; k++) {
        int to = number[links.to()[k]];
        if (to >= 0 && !links.toFinish()[k]) {
          before.get(to).add(number[from]);
        }
      }
    }
    return before.stream()
        .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private int[] who(int task) {
    return Arrays.stream(person, plan.who[task], plan.who[task + 1]).distinct().toArray();
  }
}
