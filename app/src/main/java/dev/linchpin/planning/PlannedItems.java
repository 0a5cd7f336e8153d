package dev.linchpin.planning;

import dev.linchpin.forecast.CostItem;
import dev.linchpin.forecast.CostRange;
import dev.linchpin.planning.PlannedItem.When;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/// What projects pay for apart from work. Rights are those of the project and of money.
@Component
public class PlannedItems {
  private final JdbcClient sql;
  private final Audit audit;
  private final ForecastWishes wishes;

  public PlannedItems(JdbcClient sql, Audit audit, ForecastWishes wishes) {
    this.sql = sql;
    this.audit = audit;
    this.wishes = wishes;
  }

  /// Of one project, by name.
  public List<PlannedItem> of(ProjectKey project) {
    return sql.sql("select * from planning.cost_item where project = :project order by name, id")
        .param("project", project.value())
        .query(PlannedItems::item)
        .list();
  }

  public Optional<PlannedItem> find(ProjectKey project, UUID id) {
    return sql.sql("select * from planning.cost_item where project = :project and id = :id")
        .param("project", project.value())
        .param("id", id)
        .query(PlannedItems::item)
        .optional();
  }

  /// As the engine takes them, always in the same order.
  List<CostItem> of(Collection<ProjectKey> projects) {
    return sql
        .sql("select * from planning.cost_item where project = any(:projects) order by project, id")
        .param("projects", projects.stream().map(ProjectKey::value).toArray(String[]::new))
        .query(PlannedItems::item)
        .list()
        .stream()
        .map(PlannedItem::item)
        .toList();
  }

  /// Saves a new one; sent twice with the same id, it is the same one.
  @Transactional
  public void add(PlannedItem item, String by) {
    int added =
        params(
                """
                insert into planning.cost_item (project, id, name, cost, task, on_day)
                values (:project, :id, :name, cast(:cost as jsonb), :task, :day)
                on conflict (project, id) do nothing\
                """,
                item)
            .update();
    if (added == 1) {
      told("added a cost", item, by);
    }
  }

  /// @param item with the version that somebody saw
  /// @throws OptimisticLockingFailureException when somebody changed it meanwhile
  @Transactional
  public void put(PlannedItem item, String by) {
    changed(
        params(
                """
                update planning.cost_item
                   set name = :name, cost = cast(:cost as jsonb), task = :task, on_day = :day,
                       version = version + 1
                 where project = :project and id = :id and version = :version\
                """,
                item)
            .param("version", item.version())
            .update());
    told("changed a cost", item, by);
  }

  /// Removes it; it may be gone already.
  @Transactional
  public void remove(PlannedItem item, String by) {
    sql.sql("delete from planning.cost_item where project = :project and id = :id")
        .param("project", item.project().value())
        .param("id", item.id())
        .update();
    told("removed a cost", item, by);
  }

  private static void changed(int rows) {
    if (rows != 1) {
      throw new OptimisticLockingFailureException("Somebody changed this cost meanwhile.");
    }
  }

  private void told(String what, PlannedItem item, String by) {
    audit.add(by, what, item.project().value(), item.name());
    wishes.add("what " + item.project() + " pays for changed");
  }

  private JdbcClient.StatementSpec params(String statement, PlannedItem item) {
    return sql.sql(statement)
        .param("project", item.project().value())
        .param("id", item.id())
        .param("name", item.name())
        .param("cost", EngineJson.write(item.cost()))
        .param("task", item.when() instanceof When.WithTask with ? with.task() : null)
        .param("day", item.when() instanceof When.OnDay on ? on.day() : null);
  }

  private static PlannedItem item(ResultSet row, int number) throws SQLException {
    return new PlannedItem(
        row.getObject("id", UUID.class),
        new ProjectKey(row.getString("project")),
        row.getString("name"),
        EngineJson.read(row.getString("cost"), new TypeReference<CostRange>() {}),
        when(row.getObject("task", Integer.class), row.getObject("on_day", LocalDate.class)),
        row.getInt("version"));
  }

  private static @Nullable When when(@Nullable Integer task, @Nullable LocalDate day) {
    return task != null ? new When.WithTask(task) : day == null ? null : new When.OnDay(day);
  }
}
