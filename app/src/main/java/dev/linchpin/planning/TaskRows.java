package dev.linchpin.planning;

import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows of `planning.task`.
final class TaskRows {
  private TaskRows() {}

  static PlannedTask task(ResultSet row, int number) throws SQLException {
    return new PlannedTask(
        new ProjectKey(row.getString("project")),
        row.getInt("number"),
        row.getObject("parent", Integer.class),
        row.getString("outline"),
        row.getString("name"),
        PlannedTask.Kind.valueOf(row.getString("kind")),
        row.getInt("urgency"),
        work(row),
        constraint(row.getString("constraint_kind"), time(row, "constraint_at")),
        time(row, "deadline"),
        EngineJson.calendarOrNull(row.getString("calendar")),
        progress(row),
        row.getString("source_id"),
        EngineJson.conditions(row.getString("conditions")),
        row.getInt("version"));
  }

  private static Work work(ResultSet row) throws SQLException {
    return switch (row.getString("work_unit")) {
      case "EFFORT" -> new Work.Effort(estimate(row));
      case "WORKING" -> new Work.Working(estimate(row));
      case "ELAPSED" -> new Work.Elapsed(estimate(row));
      default -> new Work.None();
    };
  }

  private static Estimate estimate(ResultSet row) throws SQLException {
    Duration likely = Duration.ofMinutes(row.getLong("likely_minutes"));
    Long optimistic = row.getObject("optimistic_minutes", Long.class);
    Long pessimistic = row.getObject("pessimistic_minutes", Long.class);
    return optimistic == null || pessimistic == null
        ? new Estimate.Single(likely)
        : new Estimate.ThreePoint(
            Duration.ofMinutes(optimistic), likely, Duration.ofMinutes(pessimistic));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    LocalDateTime started = time(row, "started_at");
    LocalDateTime finished = time(row, "finished_at");
    if (started == null) {
      return new Progress.NotStarted();
    }
    return finished == null
        ? new Progress.Started(started, Duration.ofMinutes(row.getLong("remaining_minutes")))
        : new Progress.Done(started, finished);
  }

  private static Constraint constraint(String kind, @Nullable LocalDateTime at) {
    return switch (kind) {
      case "ASAP" -> new Constraint.AsSoonAsPossible();
      case "ALAP" -> new Constraint.AsLateAsPossible();
      case "START_NOT_BEFORE" -> new Constraint.StartNotBefore(Objects.requireNonNull(at));
      case "FINISH_NOT_BEFORE" -> new Constraint.FinishNotBefore(Objects.requireNonNull(at));
      case "START_NOT_AFTER" -> new Constraint.StartNotAfter(Objects.requireNonNull(at));
      case "FINISH_NOT_AFTER" -> new Constraint.FinishNotAfter(Objects.requireNonNull(at));
      case "START_ON" -> new Constraint.StartOn(Objects.requireNonNull(at));
      case "FINISH_ON" -> new Constraint.FinishOn(Objects.requireNonNull(at));
      default -> throw new IllegalStateException("Unknown constraint " + kind);
    };
  }

  private static @Nullable LocalDateTime time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class);
  }

  /// A task's work as columns.
  record WorkColumns(
      String unit, @Nullable Long likely, @Nullable Long optimistic, @Nullable Long pessimistic) {
    static WorkColumns of(Work work) {
      return switch (work) {
        case Work.None _ -> new WorkColumns("NONE", null, null, null);
        case Work.Effort effort -> of("EFFORT", effort.hours());
        case Work.Working working -> of("WORKING", working.time());
        case Work.Elapsed elapsed -> of("ELAPSED", elapsed.time());
      };
    }

    private static WorkColumns of(String unit, Estimate estimate) {
      return switch (estimate) {
        case Estimate.Single one -> new WorkColumns(unit, one.likely().toMinutes(), null, null);
        case Estimate.ThreePoint three ->
            new WorkColumns(
                unit,
                three.likely().toMinutes(),
                three.optimistic().toMinutes(),
                three.pessimistic().toMinutes());
      };
    }
  }

  /// A task's constraint as columns.
  record ConstraintColumns(String kind, @Nullable LocalDateTime at) {
    static ConstraintColumns of(Constraint constraint) {
      return switch (constraint) {
        case Constraint.AsSoonAsPossible _ -> new ConstraintColumns("ASAP", null);
        case Constraint.AsLateAsPossible _ -> new ConstraintColumns("ALAP", null);
        case Constraint.StartNotBefore c -> new ConstraintColumns("START_NOT_BEFORE", c.at());
        case Constraint.FinishNotBefore c -> new ConstraintColumns("FINISH_NOT_BEFORE", c.at());
        case Constraint.StartNotAfter c -> new ConstraintColumns("START_NOT_AFTER", c.at());
        case Constraint.FinishNotAfter c -> new ConstraintColumns("FINISH_NOT_AFTER", c.at());
        case Constraint.StartOn c -> new ConstraintColumns("START_ON", c.at());
        case Constraint.FinishOn c -> new ConstraintColumns("FINISH_ON", c.at());
      };
    }
  }

  /// A task's progress as columns.
  record ProgressColumns(
      @Nullable LocalDateTime started, @Nullable Long remaining, @Nullable LocalDateTime finished) {
    static ProgressColumns of(Progress progress) {
      return switch (progress) {
        case Progress.NotStarted _ -> new ProgressColumns(null, null, null);
        case Progress.Started s -> new ProgressColumns(s.at(), s.remaining().toMinutes(), null);
        case Progress.Done d -> new ProgressColumns(d.start(), null, d.finish());
      };
    }

    /// For the audit trail.
    String words() {
      if (finished != null) {
        return String.format(Locale.ROOT, "done on %s", finished);
      }
      return started == null
          ? "not started"
          : String.format(Locale.ROOT, "started on %s, %d minutes left", started, remaining);
    }
  }
}
