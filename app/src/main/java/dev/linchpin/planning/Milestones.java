package dev.linchpin.planning;

import dev.linchpin.platform.Like;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The milestones of all plans.
@Component
public class Milestones {
  private static final int FOUND_MAX = 20;
  private static final int NEAR_MAX = 200;

  /// How people name the day on which something is used for the first time.
  private static final String LIVE = "\\m(go|goes|went|is|are)[- ]?live\\M|\\mcut[- ]?over\\M";

  /// Materialized: else those of the most important projects are read one by one until enough fit.
  private static final String HOLDING =
      """
      with found as materialized (
        select project, number, position from planning.task
         where kind = 'MILESTONE'
           and to_tsvector('simple', planning.plain(asked_as)) @@ to_tsquery('simple',\
      """;

  private static final String FIRST =
      """
      )), first as (
        select found.project, found.number
          from found join planning.project on project.key = found.project
         order by priority, found.position limit :max)
      select task.* from first join planning.task using (project, number)\
      """;

  private final JdbcClient sql;

  public Milestones(JdbcClient sql) {
    this.sql = sql;
  }

  /// The milestone named `NET-12`; empty when there is none, or the line is no milestone.
  public Optional<PlannedTask> find(TaskRef ref) {
    return sql.sql(
            """
            select * from planning.task
             where project = :project and number = :number and kind = 'MILESTONE'\
            """)
        .param("project", ref.project().value())
        .param("number", ref.number())
        .query(TaskRows::task)
        .optional();
  }

  /// Those of these milestones that there are, in no order.
  public List<PlannedTask> named(Collection<TaskRef> refs) {
    return refs.isEmpty()
        ? List.of()
        : sql.sql(
                """
                select * from planning.task
                 where kind = 'MILESTONE'
                   and (project, number) in (select * from unnest(:projects, :numbers))\
                """)
            .param(
                "projects", refs.stream().map(ref -> ref.project().value()).toArray(String[]::new))
            .param("numbers", refs.stream().map(TaskRef::number).toArray(Integer[]::new))
            .query(TaskRows::task)
            .list();
  }

  /// A project's milestones in the order of its plan.
  public List<PlannedTask> of(ProjectKey project) {
    return sql.sql(
            """
            select * from planning.task
             where project = :project and kind = 'MILESTONE' order by position\
            """)
        .param("project", project.value())
        .query(TaskRows::task)
        .list();
  }

  /// The milestones of these projects that are not done, in the order of their plans.
  public List<PlannedTask> open(Collection<ProjectKey> projects) {
    return sql.sql(
            """
            select * from planning.task
             where project = any(:projects) and kind = 'MILESTONE' and finished_at is null
             order by project, position\
            """)
        .param("projects", projects.stream().map(ProjectKey::value).toArray(String[]::new))
        .query(TaskRows::task)
        .list();
  }

  /// What went live and what will: milestones that say so in their name. A planned one has the day
  /// on which the forecast that stands most likely sees it; without one it is missing.
  public List<GoLiveDay> goLives() {
    return sql.sql(
            """
            select t.project, t.number, t.name, t.finished_at is not null as reached,
                   coalesce(t.finished_at, r.q50)::date as day,
                   array(select distinct coalesce(topic ->> 'value', topic #>> '{}')
                           from planning.task n,
                                jsonb_path_query(n.conditions, '$.needs[*].topic') topic
                          where n.project = t.project) as topics
              from planning.task t
              left join planning.standing s on s.project = t.project
              left join planning.forecast_ref r
                on r.forecast = s.forecast and r.ref = t.project || '-' || t.number
             where t.kind = 'MILESTONE' and t.name ~* :live
               and (t.finished_at is not null or r.q50 is not null)
             order by day, t.project, t.number\
            """)
        .param("live", LIVE)
        .query((row, number) ->
            new GoLiveDay(
                new TaskRef(new ProjectKey(row.getString("project")), row.getInt("number")),
                row.getString("name"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                row.getBoolean("reached"),
                Set.of((String[]) row.getArray("topics").getArray())))
        .list();
  }

  /// A milestone that is near.
  ///
  /// @param isFixed whether it is to be done on that day; else the forecast says so
  public record Near(PlannedTask milestone, LocalDateTime at, boolean isFixed) {}

  /// Open milestones that are to be done, or most likely done, between two moments; the soonest
  /// first.
  public List<Near> near(LocalDateTime from, LocalDateTime to) {
    return sql.sql(
            """
            select t.*, coalesce(t.deadline, r.q80) as at, t.deadline is not null as fixed
              from planning.standing s
              join planning.task t on t.project = s.project and t.kind = 'MILESTONE'
              join planning.forecast_ref r
                on r.forecast = s.forecast and r.ref = t.project || '-' || t.number
             where t.finished_at is null
               and coalesce(t.deadline, r.q80) between :from and :to
             order by at, t.project, t.number limit :max\
            """)
        .param("from", from)
        .param("to", to)
        .param("max", NEAR_MAX)
        .query((row, number) ->
            new Near(
                TaskRows.task(row, number),
                row.getObject("at", LocalDateTime.class),
                row.getBoolean("fixed")))
        .list();
  }

  /// Milestones in whose name, with that of the project, all of the words stand, whole or begun; of
  /// each sort those of the most important projects.
  @Transactional(readOnly = true)
  public List<PlannedTask> like(String words) {
    sql.sql("set local enable_seqscan = off").update(); // making words anew is dearer than it looks
    return sql.sql("(%1$s :whole %2$s) union (%1$s :begun %2$s)".formatted(HOLDING, FIRST))
        .param("whole", Like.whole(words))
        .param("begun", Like.begun(words))
        .param("max", FOUND_MAX)
        .query(TaskRows::task)
        .list();
  }

  /// Those whose name, with that of the project, is like the words: typos forgiven.
  @Transactional(readOnly = true)
  public List<PlannedTask> near(String words) {
    sql.sql("set local pg_trgm.word_similarity_threshold = 0.45").update();
    return sql.sql(
            """
            select t.* from planning.task t join planning.project p on p.key = t.project
             where t.kind = 'MILESTONE' and t.asked_as operator(public.%>) :words
             order by public.word_similarity(:words, t.asked_as) desc, p.priority, t.position
             limit :max\
            """)
        .param("words", words.strip())
        .param("max", FOUND_MAX)
        .query(TaskRows::task)
        .list();
  }
}
