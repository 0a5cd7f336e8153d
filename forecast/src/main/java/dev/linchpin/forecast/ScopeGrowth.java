package dev.linchpin.forecast;

/// Work that a project will meet and that is not in its plan yet, as a share of what it has not
/// begun. Where nothing is known, say nothing: none is added.
///
/// @param optimistic share met in 1 of 10 projects at most, for instance 0 for none
/// @param likely share met in 5 of 10
/// @param pessimistic share met in 9 of 10, for instance 0.6
public record ScopeGrowth(ProjectId project, double optimistic, double likely, double pessimistic) {
  /// No project grows by more than that share.
  public static final double MOST = 10;

  public ScopeGrowth {
    Checks.require(
        0 <= optimistic && optimistic <= likely && likely <= pessimistic && pessimistic <= MOST,
        "Three shares go up from 0 to %s: %s, %s, %s do not.",
        MOST,
        optimistic,
        likely,
        pessimistic);
  }
}
