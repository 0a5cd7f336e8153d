package dev.linchpin.forecast;

/// What something costs, in hundredths of the one currency everything is in. Three points as in
/// [Estimate.ThreePoint]; all three alike is a fixed price.
public record CostRange(long optimistic, long likely, long pessimistic) {
  /// Ten thousand million of the currency.
  private static final long MOST = 1_000_000_000_000L;

  public CostRange {
    Checks.require(
        0 <= optimistic && optimistic <= likely && likely <= pessimistic && pessimistic <= MOST,
        "Three costs go up from 0: %d, %d, %d do not.",
        optimistic,
        likely,
        pessimistic);
  }

  public static CostRange fixed(long cost) {
    return new CostRange(cost, cost, cost);
  }
}
