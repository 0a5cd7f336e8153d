package dev.linchpin.directory;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What people use and call about. Each is a subject that needs a go-to. Named by its key.
@Repository
public class Services implements Guarded<String, Service> {
  private static final String SELECT =
      "select id, key, name, description, department, version from directory.service";
  private static final String BY_NAME = " order by name collate \"und-x-icu\", key";

  private final JdbcClient sql;
  private final Audit audit;
  private final GoTos goTos;

  public Services(JdbcClient sql, Audit audit, GoTos goTos) {
    this.sql = sql;
    this.audit = audit;
    this.goTos = goTos;
  }

  @Override
  public Optional<Service> find(String key) {
    return sql.sql(SELECT + " where key = :key")
        .param("key", key)
        .query(Services::toService)
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, Service thing) {
    return Rights.allow(who, right);
  }

  /// By name.
  public List<Service> all() {
    return sql.sql(SELECT + BY_NAME).query(Services::toService).list();
  }

  /// Whose name or key holds the words, typing mistakes forgiven; the closest first.
  public List<Service> like(String words, int limit) {
    return sql.sql(
            SELECT
                + """
                 where %1$s ilike :part or key ilike :part
                    or public.word_similarity(:words, %1$s) >= :close
                 order by public.word_similarity(:words, %1$s) desc, name collate "und-x-icu"
                 limit :limit\
                """
                    .formatted(Words.PLAIN_NAME))
        .param("words", Words.plain(words))
        .param("part", Like.anywhere(Words.plain(words)))
        .param("close", Words.CLOSE)
        .param("limit", limit)
        .query(Services::toService)
        .list();
  }

  /// @param by who did it, for the audit trail
  @Transactional
  public void add(Service service, String by) {
    params(
            """
            insert into directory.service (id, key, name, description, department)
            values (:id, :key, :name, :description, :department)\
            """,
            service)
        .param("key", service.key())
        .update();
    goTos.watch(service.subject(), service.name());
    audit.add(by, "added a service", service.subject().ref(), service.name());
  }

  /// The key stays: addresses and answers lead to it.
  ///
  /// @return false, with nothing changed, when somebody else changed it meanwhile
  @Transactional
  public boolean put(Service service, String by) {
    int changed =
        params(
                """
                update directory.service
                   set name = :name, description = :description, department = :department,
                       version = version + 1
                 where id = :id and version = :version\
                """,
                service)
            .param("version", service.version())
            .update();
    if (changed == 1) {
      goTos.watch(service.subject(), service.name());
      audit.add(by, "changed a service", service.subject().ref(), service.name());
    }
    return changed == 1;
  }

  private JdbcClient.StatementSpec params(String statement, Service service) {
    return sql.sql(statement)
        .param("id", service.id().value())
        .param("name", service.name())
        .param("description", service.description())
        .param("department", service.department() == null ? null : service.department().value());
  }

  private static Service toService(ResultSet row, int number) throws SQLException {
    UUID department = row.getObject("department", UUID.class);
    return new Service(
        new ServiceId(row.getObject("id", UUID.class)),
        row.getString("key"),
        row.getString("name"),
        row.getString("description"),
        department == null ? null : new DepartmentId(department),
        row.getInt("version"));
  }
}
