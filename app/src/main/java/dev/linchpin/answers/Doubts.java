package dev.linchpin.answers;

import dev.linchpin.access.AccountId;
import dev.linchpin.access.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All doubts, and how they were settled. They are added to and never changed.
@Repository
public class Doubts {
  private static final int OPEN_MAX = 20;
  private static final String SELECT =
      "select id, ref, text, said_at, said_by_name from answers.doubt";
  private static final String OPEN =
      " not exists (select 1 from answers.settlement where doubt = doubt.id)";

  private final JdbcClient sql;

  public Doubts(JdbcClient sql) {
    this.sql = sql;
  }

  public void add(Doubt doubt, AccountId by) {
    sql.sql(
            """
            insert into answers.doubt (id, ref, text, said_at, said_by, said_by_name)
            values (:id, :ref, :text, :at, :by, :name)\
            """)
        .param("id", doubt.id())
        .param("ref", doubt.ref().toString())
        .param("text", doubt.text().strip())
        .param("at", Timestamp.from(doubt.saidAt()))
        .param("by", by.value())
        .param("name", doubt.saidBy())
        .update();
  }

  public Optional<Doubt> find(UUID id) {
    return sql.sql(SELECT + " where id = :id").param("id", id).query(Doubts::toDoubt).optional();
  }

  /// What is not settled yet, the newest first.
  public List<Doubt> open(Ref ref) {
    return sql.sql(SELECT + " where ref = :ref and" + OPEN + " order by said_at desc limit :max")
        .param("ref", ref.toString())
        .param("max", OPEN_MAX)
        .query(Doubts::toDoubt)
        .list();
  }

  /// What the newest open doubt about each of these says; those nobody doubts are missing.
  Map<String, String> open(Collection<String> refs) {
    return sql
        .sql(
            """
            select distinct on (ref) ref, text from answers.doubt
             where ref = any(:refs) and
            """
                + OPEN
                + " order by ref, said_at desc")
        .param("refs", refs.toArray(String[]::new))
        .query((row, _) -> Map.entry(row.getString("ref"), row.getString("text")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Settles a doubt; settled again, the first word stands.
  ///
  /// @param text what was found
  public void settle(Doubt doubt, String text, Who by, Instant at) {
    sql.sql(
            """
            insert into answers.settlement (doubt, text, settled_at, settled_by, settled_by_name)
            values (:doubt, :text, :at, :by, :name) on conflict (doubt) do nothing\
            """)
        .param("doubt", doubt.id())
        .param("text", text.strip())
        .param("at", Timestamp.from(at))
        .param("by", by.account().value())
        .param("name", by.name())
        .update();
  }

  private static Doubt toDoubt(ResultSet row, int number) throws SQLException {
    return new Doubt(
        row.getObject("id", UUID.class),
        Ref.parse(row.getString("ref")).orElseThrow(),
        row.getString("text"),
        row.getTimestamp("said_at").toInstant(),
        row.getString("said_by_name"));
  }
}
