package dev.linchpin.forecast;

/// How much there is to do.
public sealed interface Work {
  /// Nothing: a milestone, reached when all it waits for is done.
  record None() implements Work {}

  /// Hours of people in total, split among the task's people in proportion to their shares.
  record Effort(Estimate hours) implements Work {}

  /// Working time: each of the task's people is busy at the named share for that much of the own
  /// working time; without people it passes on the task's calendar.
  record Working(Estimate time) implements Work {}

  /// Time that passes day and night, like drying paint or a vendor's delivery.
  record Elapsed(Estimate time) implements Work {}
}
