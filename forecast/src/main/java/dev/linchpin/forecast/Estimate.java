package dev.linchpin.forecast;

import java.time.Duration;

/// What somebody thinks a task takes, of working time or effort.
public sealed interface Estimate {
  /// The value a plan shows.
  Duration likely();

  /// One number; how far the truth may lie from it is learned from history.
  record Single(Duration likely) implements Estimate {
    public Single {
      Checks.require(!likely.isNegative(), "An estimate is not negative: %s.", likely);
    }
  }

  /// Three points, taken as the 10, 50 and 90 % points of what people say, and widened by what
  /// people's ranges turned out to hold.
  record ThreePoint(Duration optimistic, Duration likely, Duration pessimistic)
      implements Estimate {
    public ThreePoint {
      Checks.require(!optimistic.isNegative(), "An estimate is not negative: %s.", optimistic);
      Checks.require(
          optimistic.compareTo(likely) <= 0 && likely.compareTo(pessimistic) <= 0,
          "Three points go up: %s, %s, %s do not.",
          optimistic,
          likely,
          pessimistic);
    }
  }
}
