package dev.linchpin.planning;

import dev.linchpin.forecast.Lag;
import dev.linchpin.planning.ProjectPlan.Outsider;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import dev.linchpin.planning.TaskRows.ConstraintColumns;
import dev.linchpin.planning.TaskRows.ProgressColumns;
import dev.linchpin.planning.TaskRows.WorkColumns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes a whole plan's rows, in batches.
@Component
class PlanRows {
  private final JdbcClient sql;
  private final JdbcTemplate batches;

  public PlanRows(JdbcTemplate batches) {
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
  }

  /// Call within a transaction. Locks the project, so that two replacements wait for each other.
  void replace(ProjectPlan plan) {
    String project = plan.project().value();
    sql.sql("select key from planning.project where key = :key for update")
        .param("key", project)
        .query(String.class)
        .single();
    for (String table : List.of("assignment", "outsider", "link", "task")) {
      sql.sql("delete from planning." + table + " where project = :key")
          .param("key", project)
          .update();
    }
    frame(plan);
    tasks(plan);
    links(plan);
    outsiders(plan);
    assignments(plan);
  }

  private void frame(ProjectPlan plan) {
    sql.sql(
            """
            update planning.project
               set plan_start = :start, plan_calendar = cast(:calendar as jsonb),
                   next_number = greatest(next_number, :next), version = version + 1
             where key = :key\
            """)
        .param("start", plan.start())
        .param("calendar", EngineJson.calendarOrNull(plan.calendar()))
        .param("next", 1 + plan.tasks().stream().mapToInt(PlannedTask::number).max().orElse(0))
        .param("key", plan.project().value())
        .update();
  }

  private void tasks(ProjectPlan plan) {
    var all = new ArrayList<@Nullable Object[]>();
    for (PlannedTask task : plan.tasks()) {
      all.add(row(task, all.size()));
    }
    batches.batchUpdate(
        """
        insert into planning.task (
          project, number, position, parent, outline, name, kind, urgency, work_unit,
          likely_minutes, optimistic_minutes, pessimistic_minutes, constraint_kind, constraint_at,
          deadline, calendar, started_at, remaining_minutes, finished_at, source_id, conditions,
          version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?,
          cast(? as jsonb), ?)\
        """,
        all);
  }

  private static @Nullable Object[] row(PlannedTask task, int position) {
    var work = WorkColumns.of(task.work());
    var constraint = ConstraintColumns.of(task.constraint());
    var progress = ProgressColumns.of(task.progress());
    return new @Nullable Object[] {
      task.project().value(),
      task.number(),
      position,
      task.parent(),
      task.outline(),
      task.name(),
      task.kind().name(),
      task.urgency(),
      work.unit(),
      work.likely(),
      work.optimistic(),
      work.pessimistic(),
      constraint.kind(),
      constraint.at(),
      task.deadline(),
      EngineJson.calendarOrNull(task.calendar()),
      progress.started(),
      progress.remaining(),
      progress.finished(),
      task.sourceId(),
      EngineJson.conditionsOrNull(task.conditions()),
      task.version()
    };
  }

  private void links(ProjectPlan plan) {
    var all = new ArrayList<@Nullable Object[]>();
    for (PlannedLink link : plan.links()) {
      Lag lag = link.lag();
      all.add(
          new @Nullable Object[] {
            plan.project().value(),
            link.from(),
            link.to(),
            link.type().name(),
            lag.time().toMinutes(),
            lag.elapsed()
          });
    }
    batches.batchUpdate(
        """
        insert into planning.link (project, from_number, to_number, type, lag_minutes, lag_elapsed)
        values (?, ?, ?, ?, ?, ?)
        on conflict (project, from_number, to_number, type) do nothing\
        """,
        all);
  }

  private void outsiders(ProjectPlan plan) {
    var all = new ArrayList<@Nullable Object[]>();
    for (Outsider outsider : plan.outsiders()) {
      all.add(
          new @Nullable Object[] {
            plan.project().value(),
            outsider.name(),
            outsider.capacity(),
            EngineJson.calendarOrNull(outsider.calendar()),
            EngineJson.write(outsider.away())
          });
    }
    batches.batchUpdate(
        """
        insert into planning.outsider (project, name, capacity, calendar, away)
        values (?, ?, ?, cast(? as jsonb), cast(? as jsonb))\
        """,
        all);
  }

  private void assignments(ProjectPlan plan) {
    var all = new ArrayList<@Nullable Object[]>();
    for (PlannedAssignment assignment : plan.assignments()) {
      Worker who = assignment.who();
      all.add(
          new @Nullable Object[] {
            plan.project().value(),
            assignment.task(),
            who instanceof Worker.Known known ? known.person().value() : null,
            who instanceof Worker.Outside outside ? outside.name() : null,
            assignment.share()
          });
    }
    batches.batchUpdate(
        """
        insert into planning.assignment (project, task, person, outsider, share)
        values (?, ?, ?, ?, ?)
        on conflict (project, task, person, outsider)
          do update set share = planning.assignment.share + excluded.share\
        """,
        all);
  }
}
