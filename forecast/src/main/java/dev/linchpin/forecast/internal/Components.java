package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * Strongly connected components: which nodes can reach each other, so that none of them can go
 * first. Linear in nodes and arcs, with stacks of its own: a chain of 20,000 tasks must not
 * overflow ours.
 *
 * Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
 */
final class Components {
  private final int[] first;
  private final int[] target;
  private final int[] component;
  private final int[] entered;
  private final int[] low;
  private final int[] nextArc;
  private final int[] open;
  private final int[] path;
  private int openSize;
  private int pathSize;
  private int seen;
  private int count;

  private Components(int nodes, int[] first, int[] target) {
    this.first = first;
    this.target = target;
    this.component = new int[nodes];
    this.entered = new int[nodes];
    this.low = new int[nodes];
    this.nextArc = Arrays.copyOf(first, nodes);
    this.open = new int[nodes];
    this.path = new int[nodes];
    Arrays.fill(component, -1);
  }

  /// The component of each node, numbered so that arcs lead from higher to lower numbers.
  ///
  /// @param first where each node's arcs begin in `target`, and the end
  static int[] of(int nodes, int[] first, int[] target) {
    Components components = new Components(nodes, first, target);
    for (int node = 0; node < nodes; node++) {
      if (components.entered[node] == 0) {
        components.explore(node);
      }
    }
    return components.component;
  }

  private void explore(int root) {
    enter(root);
    while (pathSize > 0) {
      int node = path[pathSize - 1];
      if (nextArc[node] < first[node + 1]) {
        look(node, target[nextArc[node]++]);
      } else {
        leave(node);
      }
    }
  }

  private void enter(int node) {
    entered[node] = ++seen;
    low[node] = seen;
    open[openSize++] = node;
    path[pathSize++] = node;
  }

  private void look(int node, int next) {
    if (entered[next] == 0) {
      enter(next);
    } else if (component[next] < 0) {
      low[node] = Math.min(low[node], low[next]);
    }
  }

  private void leave(int node) {
    pathSize--;
    if (pathSize > 0) {
      int parent = path[pathSize - 1];
      low[parent] = Math.min(low[parent], low[node]);
    }
    if (low[node] == entered[node]) {
      close(node);
    }
  }

  /// Nothing that `node` reaches was open before it: what is open since then is one component.
  private void close(int node) {
    int member;
    do {
      member = open[--openSize];
      component[member] = count;
    } while (member != node);
    count++;
  }
}
