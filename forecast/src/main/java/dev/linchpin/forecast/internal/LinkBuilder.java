package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Link;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/*
 * Turns links into the order in which a pass must learn times.
 *
 * A task is two events, its start and its finish. Links join events; so "both start together and
 * end together" (start-to-start and finish-to-finish) is no cycle, though the tasks wait for each
 * other. A cycle is a strongly connected component of *events*.
 *
 * To put a start so that the finish is late enough, a pass wants to know the finish it waits for
 * before it starts the task. Where that would be a cycle of *tasks* (A's finish waits for B's, B's
 * start for A's), the start goes ahead and the finish is stretched: such links are marked. What is
 * left between the tasks is acyclic, because every start waits only for starts and finishes that
 * were acyclic as events.
 */
final class LinkBuilder {
  /// A link between two known tasks.
  record Known(int from, int to, Link link) {
    boolean fromFinish() {
      return link.type() == Link.Type.FINISH_TO_START || link.type() == Link.Type.FINISH_TO_FINISH;
    }

    boolean toFinish() {
      return link.type() == Link.Type.FINISH_TO_FINISH || link.type() == Link.Type.START_TO_FINISH;
    }
  }

  private final int tasks;
  private final List<Known> known;

  LinkBuilder(int tasks, List<Known> known) {
    this.tasks = tasks;
    this.known = known;
  }

  /// The cycle each task is in; -1 for most.
  int[] cycles() {
    int links = known.size();
    int[] from = new int[links + tasks];
    int[] to = new int[links + tasks];
    for (int k = 0; k < links; k++) {
      Known link = known.get(k);
      from[k] = 2 * link.from() + (link.fromFinish() ? 1 : 0);
      to[k] = 2 * link.to() + (link.toFinish() ? 1 : 0);
    }
    for (int task = 0; task < tasks; task++) {
      from[links + task] = 2 * task;
      to[links + task] = 2 * task + 1;
    }
    int[] component = components(2 * tasks, from, to);
    boolean[] cyclic = cyclic(component, from, to);
    int[] cycle = new int[tasks];
    for (int task = 0; task < tasks; task++) {
      int start = component[2 * task];
      int finish = component[2 * task + 1];
      cycle[task] = cyclic[start] ? start : cyclic[finish] ? finish : -1;
    }
    return cycle;
  }

  /// The links, ready for a pass; call it only without cycles.
  Links build(Prepared.State[] state) {
    int[] component = tasksInCycles();
    int[] order = bySourceEvent();
    int count = order.length;
    Links links =
        new Links(
            new int[tasks + 1],
            new int[tasks],
            new int[count],
            new int[count],
            new boolean[count],
            new boolean[count],
            new boolean[count]);
    for (int k = 0; k < count; k++) {
      Known link = known.get(order[k]);
      links.to()[k] = link.to();
      links.lag()[k] = minutes(link.link().lag().time());
      links.elapsed()[k] = link.link().lag().elapsed();
      links.toFinish()[k] = link.toFinish();
      links.stretches()[k] =
          link.toFinish()
              && (component[link.from()] == component[link.to()]
                  || state[link.to()] == Prepared.State.STARTED);
      links.first()[link.from() + 1]++;
      links.fromFinish()[link.from()] += link.fromFinish() ? 0 : 1;
    }
    for (int task = 0; task < tasks; task++) {
      links.fromFinish()[task] += links.first()[task];
      links.first()[task + 1] += links.first()[task];
    }
    return links;
  }

  /// The component of each task, if it matters: only what ends with another task can hold it.
  private int[] tasksInCycles() {
    if (known.stream().noneMatch(Known::toFinish)) {
      return new int[tasks];
    }
    int[] from = known.stream().mapToInt(Known::from).toArray();
    int[] to = known.stream().mapToInt(Known::to).toArray();
    return components(tasks, from, to);
  }

  static int minutes(Duration time) {
    return Math.clamp(time.toSeconds() / 60, -Axis.BEYOND, Axis.BEYOND);
  }

  /// Places of the links, counted by from-task, those from its start first, otherwise as given.
  private int[] bySourceEvent() {
    int[] next = new int[2 * tasks + 1];
    for (Known link : known) {
      next[event(link) + 1]++;
    }
    for (int event = 0; event < 2 * tasks; event++) {
      next[event + 1] += next[event];
    }
    int[] order = new int[known.size()];
    for (int k = 0; k < order.length; k++) {
      order[next[event(known.get(k))]++] = k;
    }
    return order;
  }

  private static int event(Known link) {
    return 2 * link.from() + (link.fromFinish() ? 1 : 0);
  }

  private static boolean[] cyclic(int[] component, int[] from, int[] to) {
    int[] size = new int[component.length];
    for (int member : component) {
      size[member]++;
    }
    boolean[] cyclic = new boolean[component.length];
    for (int c = 0; c < size.length; c++) {
      cyclic[c] = size[c] > 1;
    }
    for (int k = 0; k < from.length; k++) {
      cyclic[component[from[k]]] |= from[k] == to[k];
    }
    return cyclic;
  }

  private static int[] components(int nodes, int[] from, int[] to) {
    int[] first = new int[nodes + 1];
    for (int node : from) {
      first[node + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      first[node + 1] += first[node];
    }
    int[] next = Arrays.copyOf(first, nodes);
    int[] target = new int[to.length];
    for (int k = 0; k < from.length; k++) {
      target[next[from[k]]++] = to[k];
    }
    return Components.of(nodes, first, target);
  }
}
