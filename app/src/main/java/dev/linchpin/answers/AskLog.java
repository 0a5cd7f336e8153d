package dev.linchpin.answers;

import dev.linchpin.access.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What each account asked for last, to find it again without searching.
@Repository
class AskLog {
  private final JdbcClient sql;

  AskLog(JdbcClient sql) {
    this.sql = sql;
  }

  void add(AccountId account, Ref ref, Instant at) {
    sql.sql(
            """
            insert into answers.asked (account, ref, asked_at) values (:account, :ref, :at)
            on conflict (account, ref) do update set asked_at = excluded.asked_at\
            """)
        .param("account", account.value())
        .param("ref", ref.toString())
        .param("at", Timestamp.from(at))
        .update();
  }

  /// The newest first.
  List<Ref> last(AccountId account, int max) {
    return sql
        .sql(
            """
            select ref from answers.asked where account = :account
             order by asked_at desc limit :max\
            """)
        .param("account", account.value())
        .param("max", max)
        .query((row, number) -> Ref.parse(row.getString("ref")))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
