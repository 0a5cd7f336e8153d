package dev.linchpin.planning;

import static java.util.Objects.requireNonNull;

import dev.linchpin.planning.ProjectState.Cancelled;
import dev.linchpin.planning.ProjectState.Disputed;
import dev.linchpin.planning.ProjectState.Done;
import dev.linchpin.planning.ProjectState.NotPlanned;
import dev.linchpin.planning.ProjectState.OnHold;
import dev.linchpin.planning.ProjectState.Running;
import dev.linchpin.planning.ProjectState.Waiting;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A [ProjectState] as columns.
record StateRow(
    String state,
    @Nullable LocalDate on,
    @Nullable String by,
    @Nullable String text,
    @Nullable LocalDate next) {

  static StateRow of(ProjectState state) {
    return switch (state) {
      case NotPlanned s -> new StateRow("NOT_PLANNED", null, null, null, s.nextPlanning());
      case Running _ -> new StateRow("RUNNING", null, null, null, null);
      case Waiting s -> new StateRow("WAITING", s.since(), null, s.forWhat(), null);
      case OnHold s -> new StateRow("ON_HOLD", s.since(), s.by(), null, s.reviewOn());
      case Disputed s -> new StateRow("DISPUTED", s.since(), null, s.evidence(), null);
      case Done s -> new StateRow("DONE", s.on(), null, null, null);
      case Cancelled s -> new StateRow("CANCELLED", s.on(), s.by(), null, null);
    };
  }

  ProjectState read() {
    return switch (state) {
      case "NOT_PLANNED" -> new NotPlanned(next);
      case "RUNNING" -> new Running();
      case "WAITING" -> new Waiting(requireNonNull(text), requireNonNull(on));
      case "ON_HOLD" -> new OnHold(requireNonNull(on), requireNonNull(by), next);
      case "DISPUTED" -> new Disputed(requireNonNull(text), requireNonNull(on));
      case "DONE" -> new Done(requireNonNull(on));
      case "CANCELLED" -> new Cancelled(requireNonNull(on), requireNonNull(by));
      default -> throw new IllegalStateException("Unknown state " + state);
    };
  }
}
