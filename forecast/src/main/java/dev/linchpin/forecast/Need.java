package dev.linchpin.forecast;

/// Somebody who knows a topic well enough, whoever can finish first: the engine chooses.
///
/// @param level the least that will do; see [Knows]
/// @param share of that person's time, as in [Assignment]
public record Need(TopicId topic, int level, double share) {
  public Need {
    Checks.require(
        1 <= level && level <= Knows.MOST, "A level goes from 1 to %d, not %d.", Knows.MOST, level);
    Checks.require(
        share > 0 && share <= 10_000, "A share is above 0 and at most 10,000, not %s.", share);
  }
}
