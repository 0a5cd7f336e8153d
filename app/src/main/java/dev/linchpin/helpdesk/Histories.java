package dev.linchpin.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was changed on tickets here, by whom and when. Only ever added to.
@Repository
public class Histories {
  private static final String SELECT =
      """
      select step, at, who, person, field, element, was, was_said, becomes, becomes_said, reverses,
             request
        from helpdesk.history where ticket = :ticket\
      """;

  private final JdbcClient sql;

  public Histories(JdbcClient sql) {
    this.sql = sql;
  }

  /// All of a ticket, the newest first.
  public List<HistoryRow> of(Ticket ticket) {
    return rows(" order by step desc, id desc", ticket, 0);
  }

  /// What came after a version, in order.
  List<HistoryRow> since(Ticket ticket, int version) {
    return rows(" and step > :step order by id", ticket, version);
  }

  List<HistoryRow> step(Ticket ticket, int step) {
    return rows(" and step = :step order by id", ticket, step);
  }

  private List<HistoryRow> rows(String which, Ticket ticket, int step) {
    return sql.sql(SELECT + which)
        .param("ticket", ticket.id())
        .param("step", step)
        .query(Histories::row)
        .list();
  }

  /// Whether a step was taken back already.
  boolean isReversed(Ticket ticket, int step) {
    return sql.sql(
                "select count(*) from helpdesk.history where ticket = :ticket and reverses = :step")
            .param("ticket", ticket.id())
            .param("step", step)
            .query(Integer.class)
            .single()
        > 0;
  }

  void add(Ticket ticket, int step, Edit edit, By by, @Nullable Integer reverses) {
    sql.sql(
            """
            insert into helpdesk.history
                   (ticket, step, at, who, person, field, element, was, was_said, becomes,
                    becomes_said, reverses, request)
            values (:ticket, :step, :at, :who, :person, :field, :element, :was, :wasSaid,
                    :becomes, :becomesSaid, :reverses, :request)\
            """)
        .param("ticket", ticket.id())
        .param("step", step)
        .param("at", Timestamp.from(by.at()))
        .param("who", by.name())
        .param("person", by.person() == null ? null : by.person().value())
        .param("field", edit.field().name())
        .param("element", edit.element())
        .param("was", edit.was().key())
        .param("wasSaid", edit.was().said())
        .param("becomes", edit.becomes().key())
        .param("becomesSaid", edit.becomes().said())
        .param("reverses", reverses)
        .param("request", by.request())
        .update();
  }

  private static HistoryRow row(ResultSet row, int number) throws SQLException {
    return new HistoryRow(
        row.getInt("step"),
        row.getTimestamp("at").toInstant(),
        row.getString("who"),
        TicketRows.person(row, "person"),
        TicketField.valueOf(row.getString("field")),
        row.getString("element"),
        new Edit.Value(row.getString("was"), row.getString("was_said")),
        new Edit.Value(row.getString("becomes"), row.getString("becomes_said")),
        row.getObject("reverses", Integer.class),
        row.getObject("request", UUID.class));
  }
}
