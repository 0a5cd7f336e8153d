package dev.linchpin.answers;

import dev.linchpin.access.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    sql.sql(
            """
            insert into answers.asked_often as often (hour, ref, times)
            values (date_trunc('hour', cast(:at as timestamptz)), :ref, 1)
            on conflict (hour, ref) do update set times = often.times + 1\
            """)
        .param("ref", ref.toString())
        .param("at", Timestamp.from(at))
        .update();
  }

  /// How often each thing was asked for since then, by all; the most often first.
  Map<Ref, Integer> often(Instant since, int max) {
    var all = new LinkedHashMap<Ref, Integer>();
    sql.sql(
            """
            select ref, sum(times) as times from answers.asked_often
             where hour >= :since group by ref order by sum(times) desc, max(hour) desc, ref
             limit :max\
            """)
        .param("since", Timestamp.from(since))
        .param("max", max)
        .query(row -> {
          int times = row.getInt("times");
          Ref.parse(row.getString("ref")).ifPresent(ref -> all.put(ref, times));
        });
    return all;
  }

  /// Forgets what was asked before.
  void forget(Instant before) {
    sql.sql("delete from answers.asked_often where hour < :before")
        .param("before", Timestamp.from(before))
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
