package dev.linchpin.forecast.search;

/// A problem of the literature: one project, pools of like units, whole time units.
///
/// @param need per activity, per pool: units needed while it runs
/// @param capacity per pool
public record Instance(String name, Network network, int[][] need, int[] capacity) {
  public PoolDecoder decoder() {
    return new PoolDecoder(network, need, capacity);
  }
}
