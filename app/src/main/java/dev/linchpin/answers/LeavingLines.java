package dev.linchpin.answers;

import dev.linchpin.access.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lines of corrections on their way: approved, waiting for the mail server, out, or lost.
@Repository
class LeavingLines {
  private final JdbcClient sql;

  LeavingLines(JdbcClient sql) {
    this.sql = sql;
  }

  /// All lines of those people whose correction can leave by mail: none of their lines waits for a
  /// decision, or the first approval is old. Their rows are locked until the transaction ends; who
  /// is locked by another node is left to it.
  ///
  /// @param now lines put off until later do not count
  /// @param patience approvals from before do not wait for other decisions
  List<Drift> ready(Instant now, Instant patience, int people) {
    List<UUID> hearers =
        sql.sql(
                """
                select hearer.id from answers.hearer
                 where mail <> '' and mail_failure = ''
                   and exists (select 1 from answers.drift
                                where drift.hearer = hearer.id and state = 'APPROVED')
                   and (not exists (select 1 from answers.drift
                                     where drift.hearer = hearer.id and state = 'DRAFTED'
                                       and (held_until is null or held_until <= :now))
                        or exists (select 1 from answers.drift
                                    where drift.hearer = hearer.id and state = 'APPROVED'
                                      and approved_at <= :patience))
                 order by hearer.id limit :people for update skip locked\
                """)
            .param("now", Timestamp.from(now))
            .param("patience", Timestamp.from(patience))
            .param("people", people)
            .query((row, _) -> row.getObject("id", UUID.class))
            .list();
    return hearers.isEmpty()
        ? List.of()
        : sql.sql(
                Drifts.SELECT
                    + """
                     where drift.hearer = any(:hearers) and drift.state = 'APPROVED'
                     order by drift.hearer, drift.ref\
                    """)
            .param("hearers", hearers.toArray(UUID[]::new))
            .query(Drifts::toDrift)
            .list();
  }

  /// The lines wait for the mail server, by name of their letter.
  void sending(Map<String, List<Drift>> letters) {
    var names = new ArrayList<String>();
    var ids = new ArrayList<UUID>();
    letters.forEach((letter, lines) ->
        lines.forEach(line -> {
          names.add(letter);
          ids.add(line.id());
        }));
    sql.sql(
            """
            update answers.drift
               set state = 'SENDING', letter = line.letter, version = version + 1
              from unnest(:letters, :ids) as line (letter, id)
             where drift.id = line.id and state = 'APPROVED'\
            """)
        .param("letters", names.toArray(String[]::new))
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /// A line that reached somebody, and who approved it.
  record Gone(Drift drift, Teller by) {}

  /// The letter went out; said again, nothing is left to say.
  List<Gone> sent(String letter, Instant at) {
    List<Gone> gone =
        sql.sql(Drifts.SELECT + " where letter = :letter and drift.state = 'SENDING'")
            .param("letter", letter)
            .query((row, number) -> new Gone(Drifts.toDrift(row, number), approver(row)))
            .list();
    close(letter, "SENDING", "SENT", at);
    return gone;
  }

  private static Teller approver(ResultSet row) throws SQLException {
    UUID account = row.getObject("approved_by", UUID.class);
    return account == null
        ? Teller.LINCHPIN
        : new Teller(new AccountId(account), row.getString("approved_by_name"));
  }

  /// The letter was lost: its lines wait for a decision again, and for a telephone.
  void lost(String letter, Instant at) {
    close(letter, "SENDING", "DRAFTED", at);
    sql.sql(
            """
            update answers.drift
               set state = 'DRAFTED', letter = null, approved_at = null, changed_at = :at,
                   version = version + 1
             where letter = :letter and state = 'SENT'
               and not exists (select 1 from answers.drift as other
                                where other.hearer = drift.hearer and other.ref = drift.ref
                                  and other.state in ('DRAFTED', 'APPROVED', 'SENDING'))\
            """)
        .param("letter", letter)
        .param("at", Timestamp.from(at))
        .update();
  }

  private void close(String letter, String from, String to, Instant at) {
    sql.sql(
            """
            update answers.drift set state = :to, changed_at = :at, version = version + 1
             where letter = :letter and state = :from\
            """)
        .param("to", to)
        .param("from", from)
        .param("letter", letter)
        .param("at", Timestamp.from(at))
        .update();
  }
}
