package dev.linchpin.planning;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.ChangeWindow.Freeze;
import dev.linchpin.forecast.ChangeWindow.Weekly;
import dev.linchpin.forecast.TimeRange;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/// When changes may be made, for all projects.
@Component
public class ChangeWindows implements Guarded<WindowId, ChangeWindows.Kept> {
  private final JdbcClient sql;
  private final Audit audit;
  private final ForecastWishes wishes;

  public ChangeWindows(JdbcClient sql, Audit audit, ForecastWishes wishes) {
    this.sql = sql;
    this.audit = audit;
    this.wishes = wishes;
  }

  /// A window as it is kept.
  ///
  /// @param tasks how many tasks name it
  public record Kept(ChangeWindow window, int version, int tasks) {}

  /// What came of saving or removing one.
  public sealed interface Saved {
    record Yes() implements Saved {}

    /// Another window has that name.
    record NameTaken() implements Saved {}

    /// Tasks are done within it, so it stays.
    record InUse(int tasks) implements Saved {}
  }

  private static final String SELECT =
      """
      select w.*, (select count(*) from planning.task t
                    where t.conditions -> 'within' @> to_jsonb(w.id)) as tasks
        from planning.change_window w\
      """;

  /// By name.
  public List<Kept> all() {
    return sql.sql(SELECT + " order by name").query(ChangeWindows::kept).list();
  }

  @Override
  public Optional<Kept> find(WindowId id) {
    return sql.sql(SELECT + " where id = :id")
        .param("id", id.value())
        .query(ChangeWindows::kept)
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, Kept thing) {
    return (right == Right.READ ? Permission.ASK : Permission.CHANGE_PROJECT).isOf(who.roles());
  }

  /// Saves a new one; sent twice with the same id, it is the same one.
  @Transactional
  public Saved add(ChangeWindow window, String by) {
    if (find(window.id()).isPresent()) {
      return new Saved.Yes();
    }
    if (taken(window)) {
      return new Saved.NameTaken();
    }
    try {
      params(
              """
              insert into planning.change_window
                (id, name, week, dates, freezes, lead_minutes, out_of_hours)
              values (:id, :name, cast(:week as jsonb), cast(:dates as jsonb),
                      cast(:freezes as jsonb), :lead, :outOfHours)\
              """,
              window)
          .update();
    } catch (DuplicateKeyException e) {
      throw new OptimisticLockingFailureException("Somebody added the same window.", e);
    }
    audit.add(by, "added a change window", window.name(), "");
    return new Saved.Yes();
  }

  /// @throws OptimisticLockingFailureException when somebody changed it meanwhile
  @Transactional
  public Saved put(Kept before, ChangeWindow window, String by) {
    if (taken(window)) {
      return new Saved.NameTaken();
    }
    int changed =
        params(
                """
                update planning.change_window
                   set name = :name, week = cast(:week as jsonb), dates = cast(:dates as jsonb),
                       freezes = cast(:freezes as jsonb), lead_minutes = :lead,
                       out_of_hours = :outOfHours, version = version + 1
                 where id = :id and version = :version\
                """,
                window)
            .param("version", before.version())
            .update();
    if (changed != 1) {
      throw new OptimisticLockingFailureException("Somebody changed this window meanwhile.");
    }
    audit.add(by, "changed a change window", window.name(), "");
    wishes.add("change window " + window.name() + " changed");
    return new Saved.Yes();
  }

  /// Removes one that no task names.
  @Transactional
  public Saved remove(Kept window, String by) {
    if (window.tasks() > 0) {
      return new Saved.InUse(window.tasks());
    }
    sql.sql("delete from planning.change_window where id = :id")
        .param("id", window.window().id().value())
        .update();
    audit.add(by, "removed a change window", window.window().name(), "");
    return new Saved.Yes();
  }

  private boolean taken(ChangeWindow window) {
    return sql.sql("select count(*) from planning.change_window where name = :name and id <> :id")
            .param("name", window.name())
            .param("id", window.id().value())
            .query(Integer.class)
            .single()
        > 0;
  }

  private JdbcClient.StatementSpec params(String statement, ChangeWindow window) {
    return sql.sql(statement)
        .param("id", window.id().value())
        .param("name", window.name())
        .param("week", EngineJson.write(window.week()))
        .param("dates", EngineJson.write(window.dates()))
        .param("freezes", EngineJson.write(window.freezes()))
        .param("lead", window.lead().toMinutes())
        .param("outOfHours", window.outOfHours());
  }

  private static Kept kept(ResultSet row, int number) throws SQLException {
    var window =
        new ChangeWindow(
            new WindowId(row.getString("id")),
            row.getString("name"),
            EngineJson.read(row.getString("week"), new TypeReference<List<Weekly>>() {}),
            EngineJson.read(row.getString("dates"), new TypeReference<List<TimeRange>>() {}),
            EngineJson.read(row.getString("freezes"), new TypeReference<List<Freeze>>() {}),
            Duration.ofMinutes(row.getLong("lead_minutes")),
            row.getBoolean("out_of_hours"));
    return new Kept(window, row.getInt("version"), row.getInt("tasks"));
  }
}
