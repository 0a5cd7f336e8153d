package dev.linchpin.planning;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.planning.planfile.PlanFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Files that were read and wait for somebody to look at the report; for a day.
@Component
public class ImportDrafts implements Guarded<ImportDraft.Id, ImportDraft> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient sql;

  public ImportDrafts(JdbcClient sql) {
    this.sql = sql;
  }

  /// Keeps a file that was read.
  public ImportDraft.Id add(ImportDraft.Id id, String name, PlanFile file, Who by, Instant now) {
    sql.sql(
            """
            insert into planning.import_draft (id, account, file_name, content, made_at)
            values (:id, :account, :name, :content, :now)\
            """)
        .param("id", id.value())
        .param("account", by.account().value())
        .param("name", name)
        .param("content", EngineJson.pack(JSON.writeValueAsBytes(file)))
        .param("now", Timestamp.from(now))
        .update();
    return id;
  }

  @Override
  public Optional<ImportDraft> find(ImportDraft.Id id) {
    return sql.sql("select * from planning.import_draft where id = :id")
        .param("id", id.value())
        .query(ImportDrafts::draft)
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, ImportDraft draft) {
    return Permission.START_PROJECT.isOf(who.roles());
  }

  /// Marks a draft as used, once; whoever comes second hears `false`.
  boolean use(ImportDraft draft, ProjectKey project) {
    return sql.sql(
                """
                update planning.import_draft set used_for = :project
                 where id = :id and used_for is null\
                """)
            .param("project", project.value())
            .param("id", draft.id().value())
            .update()
        == 1;
  }

  /// Drops drafts from before the moment.
  public void forgetBefore(Instant moment) {
    sql.sql("delete from planning.import_draft where made_at < :moment")
        .param("moment", Timestamp.from(moment))
        .update();
  }

  private static ImportDraft draft(ResultSet row, int number) throws SQLException {
    String project = row.getString("used_for");
    return new ImportDraft(
        new ImportDraft.Id(row.getObject("id", UUID.class)),
        row.getString("file_name"),
        JSON.readValue(EngineJson.unpack(row.getBytes("content")), PlanFile.class),
        row.getTimestamp("made_at").toInstant(),
        project == null ? null : new ProjectKey(project));
  }
}
