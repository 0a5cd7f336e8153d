package dev.linchpin.answers;

import dev.linchpin.access.AccountId;
import dev.linchpin.planning.Chance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who believes what does not stand any more, and how far their corrections are.
@Repository
public class Drifts {
  static final String OPEN = "drift.state in ('DRAFTED', 'APPROVED', 'SENDING')";

  /// From here somebody may still put it off, or say it on the telephone.
  private static final List<String> UNDECIDED = List.of("DRAFTED", "APPROVED");

  static final String SELECT =
      """
      select drift.id as drift, known_day, days, drift.words as correction, found_at, changed_at,
             drift.state as stage, held_until, approved_at, approved_by, approved_by_name, letter,
             version, drift.chance_tenths as known_chance, drift.forecast as known_forecast,
             answer_state,
             promise.id, promise.ref, channel, by_day, promise.words, promise.chance_tenths,
             promise.forecast, promise.state, told_at, told_by_name, zone, %s
        from answers.drift
        join answers.promise on promise.id = drift.promise
        join answers.hearer on hearer.id = drift.hearer\
      """
          .formatted(Hearers.COLUMNS);

  private final JdbcClient sql;

  public Drifts(JdbcClient sql) {
    this.sql = sql;
  }

  public Optional<Drift> find(UUID id) {
    return sql.sql(SELECT + " where drift.id = :id")
        .param("id", id)
        .query(Drifts::toDrift)
        .optional();
  }

  /// All open ones of these projects, by project and by who believes it.
  public List<Drift> open(Collection<String> projects) {
    return sql.sql(
            SELECT
                + " where drift.project = any(:projects) and "
                + OPEN
                + " order by drift.project, drift.ref, hearer.name, drift.id")
        .param("projects", projects.toArray(String[]::new))
        .query(Drifts::toDrift)
        .list();
  }

  /// How far off the beliefs about these projects are; those where all is told are missing.
  public List<UntoldDrift> untold(Collection<String> projects) {
    return sql.sql(
            """
            select drift.project, count(distinct drift.hearer) as people, min(by_day) as earliest,
                   max(by_day) as latest, max(abs(days)) as days,
                   (array_agg(known_day order by abs(days) desc, drift.id))[1] as known
              from answers.drift join answers.promise on promise.id = drift.promise
             where drift.project = any(:projects) and %s
             group by drift.project order by max(abs(days)) desc, drift.project\
            """
                .formatted(OPEN))
        .param("projects", projects.toArray(String[]::new))
        .query((row, _) ->
            new UntoldDrift(
                row.getString("project"),
                row.getInt("people"),
                row.getObject("earliest", LocalDate.class),
                row.getObject("latest", LocalDate.class),
                row.getObject("known", LocalDate.class),
                row.getInt("days")))
        .list();
  }

  /// Says yes to a line, with these words.
  ///
  /// @return false when it changed meanwhile
  boolean approve(Drift drift, String words, AccountId account, String by, Instant at) {
    return change(
        drift,
        List.of("DRAFTED"),
        """
        state = 'APPROVED', words = :words, edited = edited or words <> :words, held_until = null,
        approved_at = :at, approved_by = :account, approved_by_name = :by\
        """,
        Map.of("words", words, "at", Timestamp.from(at), "account", account.value(), "by", by));
  }

  /// "Not now".
  ///
  /// @return false when it changed meanwhile
  boolean hold(Drift drift, Instant until) {
    return change(
        drift,
        UNDECIDED,
        "state = 'DRAFTED', held_until = :until",
        Map.of("until", Timestamp.from(until)));
  }

  /// Somebody said it.
  ///
  /// @return false when it changed meanwhile
  boolean told(Drift drift, Instant at) {
    return change(
        drift, UNDECIDED, "state = 'TOLD', changed_at = :at", Map.of("at", Timestamp.from(at)));
  }

  private boolean change(Drift drift, List<String> from, String set, Map<String, ?> params) {
    return sql.sql(
                """
                update answers.drift set %s, version = version + 1
                 where id = :id and version = :version and state = any(:from)\
                """
                    .formatted(set))
            .params(params)
            .param("id", drift.id())
            .param("version", drift.version())
            .param("from", from.toArray(String[]::new))
            .update()
        == 1;
  }

  /// Says yes to all lines of a project that nobody put off, as they stood at a moment.
  ///
  /// @return how many
  int approveAll(String project, Instant seen, AccountId account, String by, Instant at) {
    return sql.sql(
            """
            update answers.drift
               set state = 'APPROVED', approved_at = :at, approved_by = :account,
                   approved_by_name = :by, held_until = null, version = version + 1
             where project = :project and state = 'DRAFTED' and changed_at <= :seen
               and (held_until is null or held_until <= :at)\
            """)
        .param("at", Timestamp.from(at))
        .param("account", account.value())
        .param("by", by)
        .param("project", project)
        .param("seen", Timestamp.from(seen))
        .update();
  }

  /// Nobody tells somebody who asked to be forgotten.
  void withdrawOf(UUID hearer, Instant at) {
    sql.sql(
            """
            update answers.drift
               set state = 'WITHDRAWN', changed_at = :at, version = version + 1
             where hearer = :hearer and state in ('DRAFTED', 'APPROVED', 'SENDING')\
            """)
        .param("hearer", hearer)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// What a line says, as something they were told; empty when it says that there is no date.
  Optional<Promise> promiseOf(Drift line, Channel channel, String by, Instant at) {
    LocalDate known = line.known();
    return known == null
        ? Optional.empty()
        : sql.sql(
                """
                select chance_tenths, forecast, answer_state from answers.drift where id = :id\
                """)
            .param("id", line.id())
            .query((row, _) -> {
              Integer tenths = row.getObject("chance_tenths", Integer.class);
              return new Promise(
                  UUID.randomUUID(),
                  line.ref(),
                  line.hearer(),
                  channel,
                  known,
                  line.words(),
                  tenths == null ? null : new Chance(tenths),
                  row.getString("forecast"),
                  AnswerState.valueOf(row.getString("answer_state")),
                  at,
                  by,
                  line.promise().zone());
            })
            .optional();
  }

  static Drift toDrift(ResultSet row, int number) throws SQLException {
    return new Drift(
        row.getObject("drift", UUID.class),
        Promises.toPromise(row, number),
        row.getObject("known_day", LocalDate.class),
        row.getInt("days"),
        row.getString("correction"),
        row.getTimestamp("found_at").toInstant(),
        state(row),
        row.getInt("version"));
  }

  private static Drift.State state(ResultSet row) throws SQLException {
    Instant changed = row.getTimestamp("changed_at").toInstant();
    Timestamp held = row.getTimestamp("held_until");
    return switch (row.getString("stage")) {
      case "APPROVED" ->
          new Drift.State.Approved(
              row.getString("approved_by_name"), row.getTimestamp("approved_at").toInstant());
      case "SENDING" -> new Drift.State.Sending(row.getString("letter"));
      case "SENT" -> new Drift.State.Sent(changed);
      case "TOLD" -> new Drift.State.Told(changed);
      case "WITHDRAWN" -> new Drift.State.Withdrawn(changed);
      default -> held == null ? new Drift.State.Drafted() : new Drift.State.Held(held.toInstant());
    };
  }
}
