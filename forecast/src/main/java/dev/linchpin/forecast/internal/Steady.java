package dev.linchpin.forecast.internal;

/// Finds tasks whose end has to be known before it comes: something shall end together with them,
/// or begin a while before.
final class Steady {
  private Steady() {}

  /// Tasks whose end something has to know in advance, if only by way of a milestone. Twice,
  /// because links that stretch lead against the order.
  static boolean[] of(Prepared plan) {
    boolean[] steady = new boolean[plan.count()];
    int[] order = Ranks.predecessorsFirst(plan);
    for (int at = 2 * order.length - 1; at >= 0; at--) {
      int task = order[at % order.length];
      steady[task] = isSteady(plan, task, steady);
    }
    return steady;
  }

  private static boolean isSteady(Prepared plan, int task, boolean[] steady) {
    Links links = plan.links;
    boolean people = plan.kind[task] == Prepared.Kind.PEOPLE;
    int from = people ? links.fromFinish()[task] : links.first()[task];
    boolean known = false;
    for (int k = from; k < links.first()[task + 1]; k++) {
      int to = links.to()[k];
      boolean ahead = links.toFinish()[k] || links.lag()[k] < 0;
      boolean tells = plan.kind[to] != Prepared.Kind.PEOPLE || links.stretches()[k];
      known |= (ahead && !links.stretches()[k]) || (tells && steady[to]);
    }
    return known;
  }
}
