package dev.linchpin.planning.web;

import dev.linchpin.planning.ProjectState;
import java.time.LocalDate;

/// A project's state as a sentence.
final class StateWords {
  private StateWords() {}

  static String of(ProjectState state, LocalDate today) {
    return switch (state) {
      case ProjectState.NotPlanned s ->
          "It is not planned yet."
              + (s.nextPlanning() == null
                  ? ""
                  : " The next planning is on " + Say.day(s.nextPlanning(), today) + ".");
      case ProjectState.Running _ -> "It is running.";
      case ProjectState.Waiting s ->
          "It waits for %s since %s.".formatted(s.forWhat(), Say.day(s.since(), today));
      case ProjectState.OnHold s ->
          "It is on hold since %s, decided by %s.".formatted(Say.day(s.since(), today), s.by())
              + (s.reviewOn() == null
                  ? ""
                  : " It will be looked at again on " + Say.day(s.reviewOn(), today) + ".");
      case ProjectState.Disputed s ->
          "Since %s evidence speaks against its plan: %s"
              .formatted(Say.day(s.since(), today), s.evidence());
      case ProjectState.Done s -> "It was done on " + Say.day(s.on(), today) + ".";
      case ProjectState.Cancelled s ->
          "It was cancelled on %s by %s.".formatted(Say.day(s.on(), today), s.by());
    };
  }
}
