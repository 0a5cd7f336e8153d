package dev.linchpin.forecast;

/// How well a person knows a topic.
///
/// @param level 1 (has seen it) to 10; only the order counts
public record Knows(TopicId topic, int level) {
  static final int MOST = 10;

  public Knows {
    Checks.require(1 <= level && level <= MOST, "A level goes from 1 to %d, not %d.", MOST, level);
  }
}
