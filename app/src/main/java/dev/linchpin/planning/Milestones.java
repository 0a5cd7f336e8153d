package dev.linchpin.planning;

import dev.linchpin.platform.Like;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The milestones of all plans.
@Component
public class Milestones {
  private static final int FOUND_MAX = 20;

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

  /// The days on which something went live: finished milestones that say so in their name.
  public List<LocalDate> goLives() {
    return sql.sql(
            """
            select distinct finished_at::date as day from planning.task
             where kind = 'MILESTONE' and finished_at is not null and name ~* 'go[- ]?live'
             order by day\
            """)
        .query((row, number) -> Objects.requireNonNull(row.getObject("day", LocalDate.class)))
        .list();
  }

  /// Milestones whose name, alone or after the project's, is like the words; typos forgiven.
  public List<PlannedTask> like(String words) {
    return sql.sql(
            """
            select t.* from planning.task t join planning.project p on p.key = t.project
             where t.kind = 'MILESTONE'
               and (t.name ilike :part
                    or public.word_similarity(:words, p.name || ' ' || t.name) > 0.35)
             order by public.word_similarity(:words, p.name || ' ' || t.name) desc,
                      p.priority, t.position
             limit :max\
            """)
        .param("words", words.strip())
        .param("part", Like.anywhere(words.strip()))
        .param("max", FOUND_MAX)
        .query(TaskRows::task)
        .list();
  }
}
