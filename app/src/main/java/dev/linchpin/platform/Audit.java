package dev.linchpin.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The audit trail: who did what to which thing, when. Only ever added to.
@Component
public class Audit {
  private final JdbcClient sql;
  private final InstantSource clock;

  public Audit(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Adds one line, in the caller's transaction.
  ///
  /// @param who the account's name, or what acted on its own: "import", "sample"
  /// @param what past tense: "signed in", "imported a plan"
  /// @param ref the thing: "NET", "account asa@example.org"
  /// @param detail old and new values, for people
  public void add(String who, String what, String ref, String detail) {
    add(clock.instant(), who, what, ref, detail);
  }

  /// The same, of something that happened at another moment.
  public void add(Instant at, String who, String what, String ref, String detail) {
    sql.sql(
            """
            insert into platform.audit (at, who, what, ref, detail)
            values (:at, :who, :what, :ref, :detail)\
            """)
        .param("at", Timestamp.from(at))
        .param("who", who)
        .param("what", what)
        .param("ref", ref)
        .param("detail", detail)
        .update();
  }
}
