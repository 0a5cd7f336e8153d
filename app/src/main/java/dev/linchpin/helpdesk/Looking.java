package dev.linchpin.helpdesk;

import dev.linchpin.access.AccountId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who has which ticket open now, so that two do not do the same work.
@Repository
public class Looking {
  /// A page says every 20 seconds that it is open; after so long it is not any more.
  private static final Duration GONE_AFTER = Duration.ofSeconds(45);

  private static final Duration KEPT = Duration.ofHours(1);

  private final JdbcClient sql;

  public Looking(JdbcClient sql) {
    this.sql = sql;
  }

  /// Says that somebody has it open.
  ///
  /// @return the names of the others who have it open too
  @Transactional
  public List<String> at(Ticket ticket, AccountId account, String name, Instant now) {
    sql.sql(
            """
            insert into helpdesk.looking (ticket, account, name, at)
            values (:ticket, :account, :name, :at)
            on conflict (ticket, account) do update set at = excluded.at, name = excluded.name\
            """)
        .param("ticket", ticket.id())
        .param("account", account.value())
        .param("name", name)
        .param("at", Timestamp.from(now))
        .update();
    sql.sql("delete from helpdesk.looking where ticket = :ticket and at < :before")
        .param("ticket", ticket.id())
        .param("before", Timestamp.from(now.minus(KEPT)))
        .update();
    return sql.sql(
            """
            select name from helpdesk.looking
             where ticket = :ticket and account <> :account and at >= :since order by name\
            """)
        .param("ticket", ticket.id())
        .param("account", account.value())
        .param("since", Timestamp.from(now.minus(GONE_AFTER)))
        .query((row, number) -> row.getString("name"))
        .list();
  }
}
