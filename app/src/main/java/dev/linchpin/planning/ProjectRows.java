package dev.linchpin.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;

/// Rows of `planning.project`.
final class ProjectRows {
  private ProjectRows() {}

  static Project project(ResultSet row, int number) throws SQLException {
    Timestamp checked = row.getTimestamp("checked_at");
    return new Project(
        new ProjectKey(row.getString("key")),
        row.getString("name"),
        row.getString("goal"),
        row.getInt("priority"),
        new StateRow(
                row.getString("state"),
                row.getObject("state_on", LocalDate.class),
                row.getString("state_by"),
                row.getString("state_text"),
                row.getObject("state_next", LocalDate.class))
            .read(),
        row.getObject("fixed_finish", LocalDate.class),
        checked == null ? null : checked.toInstant(),
        row.getString("checked_by"),
        ZoneId.of(row.getString("zone")),
        row.getBoolean("confidential"),
        row.getInt("version"));
  }
}
