package dev.linchpin.planning.planfile;

/// What came of reading a file.
public sealed interface ReadResult {
  /// It was read.
  record Read(PlanFile file) implements ReadResult {}

  /// It was not read.
  ///
  /// @param code stable, for programs: "not-found", "too-large", …
  /// @param message for people: what happened, what to do
  record Refused(String code, String message) implements ReadResult {}
}
