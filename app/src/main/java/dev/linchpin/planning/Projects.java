package dev.linchpin.planning;

import dev.linchpin.access.AccountId;
import dev.linchpin.access.Guarded;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.Subject;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Like;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All projects, the most important first. Every change leaves an audit line and wishes for a new
/// forecast where it may move a date.
@Component
public class Projects implements Guarded<ProjectKey, Project> {
  private static final int FOUND_MAX = 20;

  private final JdbcClient sql;
  private final Audit audit;
  private final ForecastWishes wishes;
  private final GoTos goTos;

  public Projects(JdbcClient sql, Audit audit, ForecastWishes wishes, GoTos goTos) {
    this.sql = sql;
    this.audit = audit;
    this.wishes = wishes;
    this.goTos = goTos;
  }

  /// What is known of a project before it begins.
  public record NewProject(
      ProjectKey key, String name, String goal, ZoneId zone, boolean confidential) {
    /// A project anybody may see.
    public static NewProject of(ProjectKey key, String name, String goal, ZoneId zone) {
      return new NewProject(key, name, goal, zone, false);
    }
  }

  /// Adds a project behind all others in priority, not planned yet.
  ///
  /// @return empty when the key is taken
  @Transactional
  public Optional<Project> add(NewProject project, String by, Instant now) {
    int added =
        sql.sql(
                """
                insert into planning.project
                  (key, name, goal, priority, state, zone, confidential, created_at)
                select :key, :name, :goal, coalesce(max(priority), 0) + 1, :state, :zone,
                       :confidential, :now
                  from planning.project
                on conflict (key) do nothing\
                """)
            .param("key", project.key().value())
            .param("name", project.name().strip())
            .param("goal", project.goal().strip())
            .param("state", StateRow.of(new ProjectState.NotPlanned(null)).state())
            .param("zone", project.zone().getId())
            .param("confidential", project.confidential())
            .param("now", Timestamp.from(now))
            .update();
    if (added == 0) {
      return Optional.empty();
    }
    goTos.watch(Subject.project(project.key().value()), project.name().strip());
    audit.add(by, "added the project", project.key().value(), project.name());
    return find(project.key());
  }

  @Override
  public Optional<Project> find(ProjectKey key) {
    return sql.sql("select * from planning.project where key = :key")
        .param("key", key.value())
        .query(ProjectRows::project)
        .optional();
  }

  /// @throws IllegalStateException when it is not there, for callers that just had it
  public Project get(ProjectKey key) {
    return find(key).orElseThrow(() -> new IllegalStateException("No project " + key));
  }

  /// Project managers change all; a member may be given the right. Everybody reads all but
  /// confidential ones, which only project managers, auditors and members see.
  @Override
  public boolean allows(Who who, Right right, Project project) {
    return switch (right) {
      case READ -> !readable(who, List.of(project)).isEmpty();
      case WRITE -> Permission.CHANGE_PROJECT.isOf(who.roles()) || mayChange(project, who);
    };
  }

  private boolean mayChange(Project project, Who who) {
    return sql.sql(
                """
                select count(*) from planning.project_member
                 where project = :project and account = :account and may_write\
                """)
            .param("project", project.key().value())
            .param("account", who.account().value())
            .query(Integer.class)
            .single()
        > 0;
  }

  /// All projects by priority, whoever may see them: for jobs, not for pages.
  public List<Project> all() {
    return sql.sql("select * from planning.project order by priority")
        .query(ProjectRows::project)
        .list();
  }

  /// All projects this person may read, by priority.
  public List<Project> visibleTo(Who who) {
    return readable(who, all());
  }

  /// The most important of those that take time and that this person may read, by priority.
  public List<Project> underWay(Who who, int most) {
    var found = new ArrayList<Project>();
    List<Project> some;
    int seen = 0;
    do {
      some =
          sql.sql(
                  """
                  select * from planning.project
                   where state in ('RUNNING', 'WAITING', 'DISPUTED')
                   order by priority limit :most offset :seen\
                  """)
              .param("most", most)
              .param("seen", seen)
              .query(ProjectRows::project)
              .list();
      found.addAll(readable(who, some));
      seen += some.size();
    } while (some.size() == most && found.size() < most);
    return found.subList(0, Math.min(most, found.size()));
  }

  /// Those of these projects that this person may read; what does not exist is missing.
  public Map<ProjectKey, Project> readable(Who who, Collection<ProjectKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    List<Project> found =
        sql.sql("select * from planning.project where key = any(:keys)")
            .param("keys", keys.stream().map(ProjectKey::value).toArray(String[]::new))
            .query(ProjectRows::project)
            .list();
    return readable(who, found).stream()
        .collect(Collectors.toMap(Project::key, Function.identity()));
  }

  /// Those of these projects that this person may read, in their order.
  public List<Project> readable(Who who, List<Project> some) {
    boolean seesSecrets =
        Permission.CHANGE_PROJECT.isOf(who.roles()) || Permission.READ_AUDIT.isOf(who.roles());
    boolean asks = seesSecrets || Permission.ASK.isOf(who.roles());
    boolean mustKnow = !seesSecrets && some.stream().anyMatch(Project::confidential);
    Set<String> mine = mustKnow ? memberOf(who) : Set.of();
    return some.stream()
        .filter(
            project -> project.confidential() ? seesSecrets || mine.contains(project.ref()) : asks)
        .toList();
  }

  private Set<String> memberOf(Who who) {
    return Set.copyOf(
        sql.sql("select project from planning.project_member where account = :account")
            .param("account", who.account().value())
            .query(String.class)
            .list());
  }

  /// Projects with work to do that asks for somebody who knows this topic, by priority.
  ///
  /// @param topic the key of a service
  public List<Project> needing(String topic) {
    return sql
        .sql(
            """
            select * from planning.project
             where key in (
               select project from planning.task
                where finished_at is null
                  and jsonb_path_exists(
                        conditions, '$.needs[*].topic ? (@ == $key || @.value == $key)',
                        jsonb_build_object('key', cast(:topic as text))))
             order by priority\
            """)
        .param("topic", topic)
        .query(ProjectRows::project)
        .list()
        .stream()
        .filter(project -> project.state().takesTime())
        .toList();
  }

  /// Projects in whose name all of the words stand, whole or begun; of each sort the most
  /// important.
  @Transactional(readOnly = true)
  public List<Project> like(String words) {
    sql.sql("set local enable_seqscan = off").update(); // making words anew is dearer than it looks
    return sql.sql(
            "(%1$s :whole %2$s) union (%1$s :begun %2$s)"
                .formatted(
                    """
                    with found as materialized (
                      select * from planning.project
                       where to_tsvector('simple', planning.plain(name)) @@ to_tsquery('simple',\
                    """,
                    ")) select * from found order by priority limit :max"))
        .param("whole", Like.whole(words))
        .param("begun", Like.begun(words))
        .param("max", FOUND_MAX)
        .query(ProjectRows::project)
        .list();
  }

  /// Projects whose name is like the words, the likest first: typos forgiven.
  @Transactional(readOnly = true)
  public List<Project> near(String words) {
    sql.sql("set local pg_trgm.word_similarity_threshold = 0.45").update();
    sql.sql("set local enable_seqscan = off").update(); // comparing is dearer than it looks
    return sql.sql(
            """
            select * from planning.project where name operator(public.%>) :words
             order by public.word_similarity(:words, name) desc, priority limit :max\
            """)
        .param("words", words.strip())
        .param("max", FOUND_MAX)
        .query(ProjectRows::project)
        .list();
  }

  /// Gives an account a right on one project.
  @Transactional
  public void admit(Project project, AccountId account, Right right, String by) {
    sql.sql(
            """
            insert into planning.project_member (project, account, may_write)
            values (:project, :account, :writes)
            on conflict (project, account) do update set may_write = excluded.may_write\
            """)
        .param("project", project.key().value())
        .param("account", account.value())
        .param("writes", right == Right.WRITE)
        .update();
    audit.add(by, "gave a right on the project", project.ref(), account + " may " + right);
  }

  /// Puts the project into another state.
  @Transactional
  public Project change(Project project, ProjectState state, String by) {
    StateRow row = StateRow.of(state);
    changed(
        sql.sql(
                """
                update planning.project
                   set state = :state, state_on = :on, state_by = :by, state_text = :text,
                       state_next = :next, version = version + 1
                 where key = :key and version = :version\
                """)
            .param("state", row.state())
            .param("on", row.on())
            .param("by", row.by())
            .param("text", row.text())
            .param("next", row.next())
            .param("key", project.key().value())
            .param("version", project.version())
            .update(),
        project);
    audit.add(
        by, "changed the state", project.ref(), project.state().words() + " → " + state.words());
    wishes.add(project.key() + " changed its state");
    return get(project.key());
  }

  /// Sets or clears the day on which it must be finished. That moves nothing: the forecast says how
  /// likely the day is.
  ///
  /// @param on the day on which that is said
  @Transactional
  public Project fixFinish(Project project, @Nullable LocalDate day, LocalDate on, String by) {
    changed(
        sql.sql(
                """
                update planning.project set fixed_finish = :day, version = version + 1
                 where key = :key and version = :version\
                """)
            .param("day", day)
            .param("key", project.key().value())
            .param("version", project.version())
            .update(),
        project);
    sql.sql(
            """
            insert into planning.fixed_finish (project, set_on, day) values (:key, :on, :day)\
            """)
        .param("key", project.key().value())
        .param("on", on)
        .param("day", day)
        .update();
    audit.add(
        by, "fixed the finish", project.ref(), orNone(project.fixedFinish()) + " → " + orNone(day));
    return get(project.key());
  }

  private static String orNone(@Nullable LocalDate day) {
    return day == null ? "none" : day.toString();
  }

  /// Says what it is called and what it is for.
  @Transactional
  public Project rename(Project project, String name, String goal, String by) {
    changed(
        sql.sql(
                """
                update planning.project
                   set name = :name, goal = :goal, version = version + 1
                 where key = :key and version = :version\
                """)
            .param("name", name.strip())
            .param("goal", goal.strip())
            .param("key", project.key().value())
            .param("version", project.version())
            .update(),
        project);
    goTos.watch(Subject.project(project.key().value()), name.strip());
    audit.add(by, "renamed the project", project.ref(), project.name() + " → " + name);
    return get(project.key());
  }

  /// "I looked, the plan is still right."
  @Transactional
  public Project check(Project project, String by, Instant now) {
    sql.sql("update planning.project set checked_at = :now, checked_by = :by where key = :key")
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("key", project.key().value())
        .update();
    audit.add(by, "checked the plan", project.ref(), "");
    return get(project.key());
  }

  /// Changes places with the next more important project (`up`) or the next less important one.
  ///
  /// @return false when there is none
  @Transactional
  public boolean move(Project project, boolean up, String by) {
    int moved =
        sql.sql(
                """
                with me as (select key, priority from planning.project where key = :key),
                neighbour as (
                  select p.key, p.priority from planning.project p, me
                   where case when :up then p.priority < me.priority
                              else p.priority > me.priority end
                   order by abs(p.priority - me.priority) limit 1)
                update planning.project p
                   set priority = case when p.key = me.key then neighbour.priority
                                       else me.priority end
                  from me, neighbour
                 where p.key in (me.key, neighbour.key)\
                """)
            .param("key", project.key().value())
            .param("up", up)
            .update();
    if (moved == 0) {
      return false;
    }
    audit.add(by, up ? "raised the priority" : "lowered the priority", project.ref(), "");
    wishes.add(project.key() + " has another priority");
    return true;
  }

  private static void changed(int rows, Project project) {
    if (rows != 1) {
      throw new OptimisticLockingFailureException(
          "Somebody changed " + project.key() + " meanwhile. Look at it again.");
    }
  }
}
