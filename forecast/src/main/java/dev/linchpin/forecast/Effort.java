package dev.linchpin.forecast;

import java.util.function.BooleanSupplier;

/// How hard to look for a better schedule.
///
/// @param passes how many times the plan may be placed; the same number gives the same schedule, on
///   any machine
/// @param seed where chance comes from
/// @param stop asked before each pass; true ends the search with the best schedule so far
public record Effort(int passes, Seed seed, BooleanSupplier stop) {
  public Effort {
    Checks.require(passes >= 1, "At least one pass places the plan, not %d.", passes);
  }

  /// That many passes, never stopped.
  public static Effort passes(int passes) {
    return new Effort(passes, new Seed(1), () -> false);
  }
}
