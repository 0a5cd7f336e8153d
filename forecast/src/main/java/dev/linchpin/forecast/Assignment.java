package dev.linchpin.forecast;

/// One person on one task.
///
/// @param share of the person's time the task takes while it runs: 1 is all of it, 0.5 half; more
///   than 1 is units of a pool (see [Person#capacity])
public record Assignment(PersonId person, double share) {
  public Assignment {
    Checks.require(
        share > 0 && share <= 10_000, "A share is above 0 and at most 10,000, not %s.", share);
  }
}
