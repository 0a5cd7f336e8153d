package dev.linchpin.helpdesk;

import dev.linchpin.access.AccountId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Opens a ticket once, however often a program asks with the same key. Keys are kept for a day.
@Repository
public class TicketRequests {
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient sql;
  private final TicketDesk desk;
  private final TicketTable table;

  TicketRequests(JdbcClient sql, TicketDesk desk, TicketTable table) {
    this.sql = sql;
    this.desk = desk;
    this.table = table;
  }

  /// @param once the key of the request
  @Transactional
  public Ticket open(AccountId account, String once, NewTicket asked, By by) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "helpdesk.request " + account + " " + once)
        .query((row, number) -> 0)
        .list();
    Optional<Long> before =
        sql.sql("select ticket from helpdesk.request where account = :account and once = :once")
            .param("account", account.value())
            .param("once", once)
            .query(Long.class)
            .optional();
    if (before.isPresent()) {
      return table.get(before.get());
    }
    Ticket ticket = desk.open(asked, by);
    sql.sql(
            """
            insert into helpdesk.request (account, once, ticket, at)
            values (:account, :once, :ticket, :at)\
            """)
        .param("account", account.value())
        .param("once", once)
        .param("ticket", ticket.id())
        .param("at", Timestamp.from(by.at()))
        .update();
    return ticket;
  }

  int forgetBefore(Instant now) {
    sql.sql("delete from helpdesk.work_once where at < :before")
        .param("before", Timestamp.from(now.minus(KEPT)))
        .update();
    return sql.sql("delete from helpdesk.request where at < :before")
        .param("before", Timestamp.from(now.minus(KEPT)))
        .update();
  }
}
