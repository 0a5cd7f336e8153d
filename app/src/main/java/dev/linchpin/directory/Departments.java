package dev.linchpin.directory;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The departments.
@Repository
public class Departments implements Guarded<DepartmentId, Department> {
  private static final String SELECT = "select id, name, version from directory.department";

  private final JdbcClient sql;
  private final Audit audit;

  public Departments(JdbcClient sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  @Override
  public Optional<Department> find(DepartmentId id) {
    return sql.sql(SELECT + " where id = :id")
        .param("id", id.value())
        .query(Departments::toDepartment)
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, Department thing) {
    return Rights.allow(who, right);
  }

  /// By name.
  public List<Department> all() {
    return sql.sql(SELECT + " order by name collate \"und-x-icu\"")
        .query(Departments::toDepartment)
        .list();
  }

  /// The one with this name, whatever the capitals.
  public Optional<Department> named(String name) {
    return sql.sql(SELECT + " where lower(name) = lower(:name)")
        .param("name", name)
        .query(Departments::toDepartment)
        .optional();
  }

  /// @param by who did it, for the audit trail
  @Transactional
  public void add(Department department, String by) {
    sql.sql("insert into directory.department (id, name) values (:id, :name)")
        .param("id", department.id().value())
        .param("name", department.name())
        .update();
    audit.add(by, "added a department", "department " + department.name(), "");
  }

  /// @return false, with nothing changed, when somebody else changed it meanwhile
  @Transactional
  public boolean put(Department department, String by) {
    int changed =
        sql.sql(
                """
                update directory.department set name = :name, version = version + 1
                 where id = :id and version = :version\
                """)
            .param("id", department.id().value())
            .param("name", department.name())
            .param("version", department.version())
            .update();
    if (changed == 1) {
      audit.add(by, "renamed a department", "department " + department.name(), "");
    }
    return changed == 1;
  }

  private static Department toDepartment(ResultSet row, int number) throws SQLException {
    return new Department(
        new DepartmentId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getInt("version"));
  }
}
