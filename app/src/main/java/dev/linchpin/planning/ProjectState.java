package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a project stands by somebody's word. What the forecast says is not part of it.
public sealed interface ProjectState {
  /// Asked for, and nobody has planned it.
  ///
  /// @param nextPlanning the day on which it is decided; null when nobody has said
  record NotPlanned(@Nullable LocalDate nextPlanning) implements ProjectState {}

  /// Worked on, by its plan.
  record Running() implements ProjectState {}

  /// Stands still until somebody else moves.
  record Waiting(String forWhat, LocalDate since) implements ProjectState {
    public Waiting {
      require(!forWhat.isBlank(), "Say what the project waits for.");
    }
  }

  /// Stopped by a decision; it takes nobody's time.
  ///
  /// @param reviewOn the day on which it is looked at again; null when nobody has said
  record OnHold(LocalDate since, String by, @Nullable LocalDate reviewOn) implements ProjectState {}

  /// Worked on, but evidence speaks against its plan.
  record Disputed(String evidence, LocalDate since) implements ProjectState {
    public Disputed {
      require(!evidence.isBlank(), "Say what speaks against the plan.");
    }
  }

  record Done(LocalDate on) implements ProjectState {}

  record Cancelled(LocalDate on, String by) implements ProjectState {}

  /// For the audit trail: "cancelled on 2027-03-12 by Asa".
  default String words() {
    return switch (this) {
      case NotPlanned(LocalDate next) -> "not planned" + (next == null ? "" : " before " + next);
      case Running _ -> "running";
      case Waiting(String forWhat, LocalDate since) -> "waiting for " + forWhat + " since " + since;
      case OnHold(LocalDate since, String by, LocalDate review) ->
          "on hold since " + since + " by " + by + (review == null ? "" : ", review on " + review);
      case Disputed(String evidence, LocalDate since) ->
          "disputed since " + since + ": " + evidence;
      case Done(LocalDate on) -> "done on " + on;
      case Cancelled(LocalDate on, String by) -> "cancelled on " + on + " by " + by;
    };
  }

  /// Whether its tasks compete for people's time, so that the forecast must know them.
  default boolean takesTime() {
    return switch (this) {
      case Running _, Waiting _, Disputed _ -> true;
      case NotPlanned _, OnHold _, Done _, Cancelled _ -> false;
    };
  }
}
