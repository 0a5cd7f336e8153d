package dev.linchpin.planning;

import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Lag;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Progress;
import dev.linchpin.planning.ProjectPlan.Outsider;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import dev.linchpin.planning.TaskRows.ProgressColumns;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/// The plans of all projects: tasks, links, who does what.
@Component
public class Plans {
  private final JdbcClient sql;
  private final PlanRows rows;
  private final Audit audit;
  private final ForecastWishes wishes;

  public Plans(JdbcClient sql, PlanRows rows, Audit audit, ForecastWishes wishes) {
    this.sql = sql;
    this.rows = rows;
    this.audit = audit;
    this.wishes = wishes;
  }

  /// Saves a plan, replacing the one that was there. Numbers are the caller's: a task that keeps
  /// its number keeps its history and what people were told about it.
  @Transactional
  public void save(ProjectPlan plan, String by) {
    put(plan);
    audit.add(by, "saved the plan", plan.project().value(), plan.tasks().size() + " lines");
  }

  /// The same without a line in the audit trail: for whoever tells there himself what happened.
  @Transactional
  public void put(ProjectPlan plan) {
    rows.replace(plan);
    wishes.add(plan.project() + " has another plan");
  }

  /// The plan as saved; without lines when the project has none.
  public ProjectPlan get(ProjectKey project) {
    record Frame(@Nullable LocalDateTime start, @Nullable String calendar) {}
    Frame frame =
        sql.sql("select plan_start, plan_calendar from planning.project where key = :key")
            .param("key", project.value())
            .query((row, _) -> new Frame(row.getObject(1, LocalDateTime.class), row.getString(2)))
            .single();
    return new ProjectPlan(
        project,
        frame.start(),
        EngineJson.calendarOrNull(frame.calendar()),
        tasks(project),
        links(project),
        assignments(project),
        outsiders(project));
  }

  /// All lines in the order of the plan, boundaries too.
  public List<PlannedTask> tasks(ProjectKey project) {
    return sql.sql("select * from planning.task where project = :project order by position")
        .param("project", project.value())
        .query(TaskRows::task)
        .list();
  }

  public Optional<PlannedTask> task(TaskRef ref) {
    return sql.sql("select * from planning.task where project = :project and number = :number")
        .param("project", ref.project().value())
        .param("number", ref.number())
        .query(TaskRows::task)
        .optional();
  }

  /// The first task number that was never used in the project.
  int nextNumber(ProjectKey project) {
    return sql.sql("select next_number from planning.project where key = :key")
        .param("key", project.value())
        .query(Integer.class)
        .single();
  }

  /// Keeps what has happened to a task.
  ///
  /// @throws OptimisticLockingFailureException when somebody changed the task meanwhile
  @Transactional
  public void progress(PlannedTask task, Progress progress, String by) {
    var columns = ProgressColumns.of(progress);
    int changed =
        sql.sql(
                """
                update planning.task
                   set started_at = :started, remaining_minutes = :remaining,
                       finished_at = :finished, version = version + 1
                 where project = :project and number = :number and version = :version\
                """)
            .param("started", columns.started())
            .param("remaining", columns.remaining())
            .param("finished", columns.finished())
            .param("project", task.project().value())
            .param("number", task.number())
            .param("version", task.version())
            .update();
    if (changed != 1) {
      throw new OptimisticLockingFailureException(
          "Somebody changed " + task.ref() + " meanwhile. Look at it again.");
    }
    String before = ProgressColumns.of(task.progress()).words();
    audit.add(by, "reported progress", task.ref().toString(), before + " → " + columns.words());
    wishes.add(task.ref() + " made progress");
  }

  /// Keeps what a task asks for.
  ///
  /// @throws OptimisticLockingFailureException when somebody changed the task meanwhile
  @Transactional
  public void conditions(PlannedTask task, Conditions conditions, String by) {
    int changed =
        sql.sql(
                """
                update planning.task
                   set conditions = cast(:conditions as jsonb), version = version + 1
                 where project = :project and number = :number and version = :version\
                """)
            .param("conditions", EngineJson.conditionsOrNull(conditions))
            .param("project", task.project().value())
            .param("number", task.number())
            .param("version", task.version())
            .update();
    if (changed != 1) {
      throw new OptimisticLockingFailureException(
          "Somebody changed " + task.ref() + " meanwhile. Look at it again.");
    }
    audit.add(by, "changed what a task asks for", task.ref().toString(), task.name());
    wishes.add(task.ref() + " asks for something else");
  }

  /// What is still to do of these projects; those without tasks are missing.
  public Map<ProjectKey, OpenWork> open(Collection<ProjectKey> projects) {
    return sql
        .sql(
            """
            select project, count(*) as tasks,
                   count(*) filter (where finished_at is null) as open,
                   count(*) filter (where finished_at is null and likely_minutes = 0)
                     as unestimated,
                   max(finished_at)::date as last_done
              from planning.task
             where project = any(:projects) and kind = 'TASK' group by project\
            """)
        .param("projects", projects.stream().map(ProjectKey::value).toArray(String[]::new))
        .query((row, _) ->
            Map.entry(
                new ProjectKey(row.getString("project")),
                new OpenWork(
                    row.getInt("tasks"),
                    row.getInt("open"),
                    row.getInt("unestimated"),
                    row.getObject("last_done", LocalDate.class))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private List<PlannedLink> links(ProjectKey project) {
    return sql.sql(
            """
            select * from planning.link where project = :project
             order by from_number, to_number, type\
            """)
        .param("project", project.value())
        .query(Plans::link)
        .list();
  }

  private List<PlannedAssignment> assignments(ProjectKey project) {
    return sql.sql(
            """
            select * from planning.assignment where project = :project
             order by task, person, outsider\
            """)
        .param("project", project.value())
        .query(Plans::assignment)
        .list();
  }

  private List<Outsider> outsiders(ProjectKey project) {
    return sql.sql("select * from planning.outsider where project = :project order by name")
        .param("project", project.value())
        .query(Plans::outsider)
        .list();
  }

  private static PlannedLink link(ResultSet row, int number) throws SQLException {
    return new PlannedLink(
        row.getInt("from_number"),
        row.getInt("to_number"),
        Link.Type.valueOf(row.getString("type")),
        new Lag(Duration.ofMinutes(row.getLong("lag_minutes")), row.getBoolean("lag_elapsed")));
  }

  private static PlannedAssignment assignment(ResultSet row, int number) throws SQLException {
    UUID person = row.getObject("person", UUID.class);
    return new PlannedAssignment(
        row.getInt("task"),
        person == null
            ? new Worker.Outside(row.getString("outsider"))
            : new Worker.Known(new PersonId(person)),
        row.getDouble("share"));
  }

  private static Outsider outsider(ResultSet row, int number) throws SQLException {
    return new Outsider(
        row.getString("name"),
        row.getDouble("capacity"),
        EngineJson.calendarOrNull(row.getString("calendar")),
        EngineJson.read(row.getString("away"), new TypeReference<List<DayRange>>() {}));
  }
}
