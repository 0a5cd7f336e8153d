package dev.linchpin.forecast;

import java.time.LocalDateTime;

/// What the planner said about a task's dates, apart from its links.
public sealed interface Constraint {
  record AsSoonAsPossible() implements Constraint {}

  record AsLateAsPossible() implements Constraint {}

  record StartNotBefore(LocalDateTime at) implements Constraint {}

  record FinishNotBefore(LocalDateTime at) implements Constraint {}

  /// Wanted, but not at the price of an impossible plan: a later start is a finding.
  record StartNotAfter(LocalDateTime at) implements Constraint {}

  /// Wanted, but not at the price of an impossible plan: a later finish is a finding.
  record FinishNotAfter(LocalDateTime at) implements Constraint {}

  /// Starts then, whatever its links say; a link it breaks is a finding.
  record StartOn(LocalDateTime at) implements Constraint {}

  /// Ends then if it can; otherwise later, with a finding.
  record FinishOn(LocalDateTime at) implements Constraint {}
}
