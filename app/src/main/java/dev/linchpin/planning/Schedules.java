package dev.linchpin.planning;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Planned;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Because;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The levelled schedules of projects as they stand; the next ones replace them.
@Component
public class Schedules {
  private final JdbcTemplate batches;
  private final JdbcClient sql;

  public Schedules(JdbcTemplate batches) {
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
  }

  /// Replaces the schedules of some projects, unless those that know more are there.
  ///
  /// @param wish the newest wish that its inputs know of
  @Transactional
  public void keep(Question question, Planned planned, long wish, Instant now) {
    Schedule schedule = planned.schedule();
    for (Project project : question.plan().projects()) {
      if (keep(project, question, schedule, wish, now)) {
        String key = project.id().value();
        sql.sql("delete from planning.schedule_line where ref like :key || '-%'")
            .param("key", key)
            .update();
        insert(project, schedule, planned.slack());
      }
    }
  }

  private boolean keep(
      Project project, Question question, Schedule schedule, long wish, Instant now) {
    List<Finding> findings =
        KeptForecast.findingsOf(new ProjectKey(project.id().value()), schedule.findings());
    return sql.sql(
                """
                insert into planning.schedule (project, as_of, made_at, wish, findings)
                values (:project, :asOf, :now, :wish, cast(:findings as jsonb))
                on conflict (project) do update
                   set as_of = excluded.as_of, made_at = excluded.made_at, wish = excluded.wish,
                       findings = excluded.findings
                 where planning.schedule.wish <= excluded.wish\
                """)
            .param("project", project.id().value())
            .param("asOf", question.asOf())
            .param("now", Timestamp.from(now))
            .param("wish", wish)
            .param("findings", EngineJson.findings(findings))
            .update()
        == 1;
  }

  private void insert(Project project, Schedule schedule, Map<TaskId, Duration> slack) {
    var rows = new ArrayList<@Nullable Object[]>();
    Set<TaskId> chain = chain(project, schedule);
    for (Task task : project.tasks()) {
      Placed placed = schedule.tasks().get(task.id());
      if (placed != null) {
        rows.add(row(task.id(), placed, slack.get(task.id()), chain.contains(task.id())));
      }
    }
    batches.batchUpdate(
        """
        insert into planning.schedule_line
          (ref, starts, ends, because, waits_for, person, window_name, slack_minutes, on_chain)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        rows);
  }

  private static @Nullable Object[] row(
      TaskId task, Placed placed, @Nullable Duration slack, boolean onChain) {
    TaskId waitsFor = placed.waitsFor();
    PersonId person = placed.person();
    return new @Nullable Object[] {
      task.value(),
      placed.start(),
      placed.finish(),
      placed.because().name(),
      waitsFor == null ? null : waitsFor.value(),
      person == null ? null : person.value(),
      placed.window(),
      slack == null ? null : slack.toMinutes(),
      onChain
    };
  }

  /// The chain to the task of the project that ends last, as far as it is open.
  private static Set<TaskId> chain(Project project, Schedule schedule) {
    TaskId last = null;
    for (Task task : project.tasks()) {
      Placed placed = schedule.tasks().get(task.id());
      Placed latest = last == null ? null : schedule.tasks().get(last);
      if (placed != null && (latest == null || !placed.finish().isBefore(latest.finish()))) {
        last = task.id();
      }
    }
    return last == null ? Set.of() : new HashSet<>(schedule.chainTo(last));
  }

  /// The lines of one project by ref; a task that could not be placed is missing.
  public Map<String, ScheduleLine> of(ProjectKey project) {
    return sql
        .sql("select * from planning.schedule_line where ref like :key || '-%'")
        .param("key", project.value())
        .query(Schedules::line)
        .list()
        .stream()
        .collect(Collectors.toMap(ScheduleLine::ref, Function.identity()));
  }

  /// What is odd about one project's part of the schedule.
  public List<Finding> findingsOf(ProjectKey project) {
    return sql.sql("select findings from planning.schedule where project = :key")
        .param("key", project.value())
        .query(String.class)
        .optional()
        .map(EngineJson::findings)
        .orElse(List.of());
  }

  private static ScheduleLine line(ResultSet row, int number) throws SQLException {
    Long slack = row.getObject("slack_minutes", Long.class);
    return new ScheduleLine(
        row.getString("ref"),
        row.getObject("starts", LocalDateTime.class),
        row.getObject("ends", LocalDateTime.class),
        Because.valueOf(row.getString("because")),
        row.getString("waits_for"),
        row.getString("person"),
        row.getString("window_name"),
        slack == null ? null : Duration.ofMinutes(slack),
        row.getBoolean("on_chain"));
  }
}
