package dev.linchpin.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// From which files the plans came, and what was lost on the way. Only ever added to.
@Component
public class PlanImports {
  private final JdbcClient sql;

  public PlanImports(JdbcClient sql) {
    this.sql = sql;
  }

  /// One file that became the plan of a project.
  ///
  /// @param lost sentences about what could not be taken over
  public record PlanImport(
      ProjectKey project,
      String fileName,
      String format,
      List<String> lost,
      Instant at,
      String by) {
    public PlanImport {
      lost = List.copyOf(lost);
    }
  }

  /// Call within the transaction that saves the plan.
  void add(ImportDraft.Id draft, PlanImport one) {
    sql.sql(
            """
            insert into planning.plan_import
              (id, project, file_name, format, lost, imported_at, imported_by)
            values (:id, :project, :file, :format, cast(:lost as jsonb), :at, :by)\
            """)
        .param("id", draft.value())
        .param("project", one.project().value())
        .param("file", one.fileName())
        .param("format", one.format())
        .param("lost", EngineJson.write(one.lost()))
        .param("at", Timestamp.from(one.at()))
        .param("by", one.by())
        .update();
  }

  /// The newest first.
  public List<PlanImport> of(ProjectKey project) {
    return sql.sql(
            """
            select * from planning.plan_import where project = :project
             order by imported_at desc\
            """)
        .param("project", project.value())
        .query(PlanImports::one)
        .list();
  }

  private static PlanImport one(ResultSet row, int number) throws SQLException {
    return new PlanImport(
        new ProjectKey(row.getString("project")),
        row.getString("file_name"),
        row.getString("format"),
        EngineJson.read(row.getString("lost"), new TypeReference<List<String>>() {}),
        row.getTimestamp("imported_at").toInstant(),
        row.getString("imported_by"));
  }
}
