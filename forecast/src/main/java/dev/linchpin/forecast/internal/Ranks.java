package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.TaskId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/*
 * In which order tasks get their people: what runs first, then what is pinned to a day, then the
 * more important project, then what has the longest path of work behind it, then the order of the
 * plan.
 *
 * The longest path to the end is the "latest start time" rule turned round. It is one array, so
 * that a search can put a better one in its place. Source: R. Kolisch, Serial and parallel
 * resource-constrained project scheduling methods revisited, EJOR 90 (1996); measured in SCIENCE
 * B1.
 */
final class Ranks {
  private Ranks() {}

  /// The tasks by rank, first to be served first.
  static int[] byLongestPath(Prepared plan) {
    long[] path = paths(plan);
    Integer[] order = new Integer[plan.count()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byUrgency = Integer.compare(urgency(plan, a), urgency(plan, b));
          int byProject =
              byUrgency != 0 ? byUrgency : Integer.compare(plan.project[a], plan.project[b]);
          int byPath = byProject != 0 ? byProject : Long.compare(path[b], path[a]);
          return byPath != 0 ? byPath : Integer.compare(a, b);
        });
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /// An order in which tasks that were there before keep their order among those of the same
  /// urgency and project; the others have the places they have.
  static int[] inOrderOf(Prepared before, int[] orderBefore, Prepared plan, int[] order) {
    Map<TaskId, Integer> placeBefore = new HashMap<>();
    for (int place = 0; place < orderBefore.length; place++) {
      placeBefore.put(before.tasks[orderBefore[place]].id(), place);
    }
    int[] place = new int[plan.count()];
    Arrays.setAll(place, task -> placeBefore.getOrDefault(plan.tasks[task].id(), -1));
    int[] kept = order.clone();
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && isOneGroup(plan, order[from], order[to])) {
        to++;
      }
      int[] known =
          Arrays.stream(order, from, to)
              .filter(task -> place[task] >= 0)
              .boxed()
              .sorted(Comparator.comparing(task -> place[task]))
              .mapToInt(Integer::intValue)
              .toArray();
      int next = 0;
      for (int at = from; at < to; at++) {
        kept[at] = place[order[at]] < 0 ? order[at] : known[next++];
      }
    }
    return kept;
  }

  private static boolean isOneGroup(Prepared plan, int one, int other) {
    return plan.project[one] == plan.project[other] && urgency(plan, one) == urgency(plan, other);
  }

  static int urgency(Prepared plan, int task) {
    if (plan.state[task] == Prepared.State.STARTED) {
      return 0;
    }
    return plan.pinned[task] ? 1 : 2;
  }

  /// Minutes of work from the start of each task to the end of all that follows from it.
  private static long[] paths(Prepared plan) {
    long[] path = new long[plan.count()];
    int[] order = predecessorsFirst(plan);
    Links links = plan.links;
    for (int at = order.length - 1; at >= 0; at--) {
      int task = order[at];
      long longest = length(plan, task);
      for (int k = links.first()[task]; k < links.first()[task + 1]; k++) {
        int to = links.to()[k];
        long from = k < links.fromFinish()[task] ? 0 : length(plan, task);
        long back = links.toFinish()[k] ? length(plan, to) : 0;
        long lag = links.elapsed()[k] ? links.lag()[k] / 3 : links.lag()[k];
        longest = Math.max(longest, from + lag - back + path[to]);
      }
      path[task] = longest;
    }
    return path;
  }

  /// Work in working minutes: a day that passes day and night holds a third of them.
  private static long length(Prepared plan, int task) {
    return plan.kind[task] == Prepared.Kind.ELAPSED ? plan.work[task] / 3 : plan.work[task];
  }

  /// All tasks, each after those it waits for.
  static int[] predecessorsFirst(Prepared plan) {
    Links links = plan.links;
    int[] needs = new int[plan.count()];
    for (int k = 0; k < links.count(); k++) {
      needs[links.to()[k]] += links.stretches()[k] ? 0 : 1;
    }
    int[] order = new int[plan.count()];
    int size = 0;
    for (int i = 0; i < needs.length; i++) {
      if (needs[i] == 0) {
        order[size++] = i;
      }
    }
    for (int at = 0; at < size; at++) {
      for (int k = links.first()[order[at]]; k < links.first()[order[at] + 1]; k++) {
        if (!links.stretches()[k] && --needs[links.to()[k]] == 0) {
          order[size++] = links.to()[k];
        }
      }
    }
    Invariant.holds(size == order.length, "%d of %d tasks in order.", size, order.length);
    return order;
  }
}
