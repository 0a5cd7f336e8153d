package dev.linchpin.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The audit trail, for those who may read it.
@Component
public class AuditTrail {
  private final JdbcClient sql;

  AuditTrail(JdbcClient sql) {
    this.sql = sql;
  }

  /// One line: who did what to which thing, when.
  ///
  /// @param id grows with time; names the place to read on from
  public record Line(long id, Instant at, String who, String what, String ref, String detail) {}

  /// Lines before this one, newest first.
  public List<Line> before(long id, int most) {
    return sql.sql(
            """
            select id, at, who, what, ref, detail
              from platform.audit
             where id < :id
             order by id desc
             limit :most\
            """)
        .param("id", id)
        .param("most", most)
        .query(AuditTrail::toLine)
        .list();
  }

  private static Line toLine(ResultSet row, int n) throws SQLException {
    return new Line(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        row.getString("who"),
        row.getString("what"),
        row.getString("ref"),
        row.getString("detail"));
  }
}
