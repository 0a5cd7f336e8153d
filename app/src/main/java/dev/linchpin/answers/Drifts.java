package dev.linchpin.answers;

import dev.linchpin.access.AccountId;
import dev.linchpin.planning.Chance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who believes what does not stand any more, and how far their corrections are.
@Repository
public class Drifts {
  static final String OPEN = "drift.state in ('DRAFTED', 'APPROVED', 'SENDING')";

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
  private final JdbcTemplate batches;

  public Drifts(JdbcTemplate batches) {
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
  }

  /// What somebody believes, and the correction that is open about it.
  ///
  /// @param drift null where none is open
  /// @param letter null where none waits for the mail server
  record Belief(
      UUID promise,
      UUID hearer,
      String ref,
      String project,
      LocalDate by,
      @Nullable UUID drift,
      @Nullable UUID drifted,
      @Nullable LocalDate known,
      String words,
      boolean edited,
      String stage,
      @Nullable String letter) {
    boolean isOpen() {
      return drift != null;
    }
  }

  /// What we know now about one thing, for everybody who believes something else.
  ///
  /// @param day null when no date may be named
  record News(
      @Nullable LocalDate day,
      int days,
      String words,
      @Nullable String forecast,
      @Nullable Chance chance,
      AnswerState state,
      boolean byItself) {}

  /// A belief and what should be said about it.
  record Found(Belief belief, News news) {}

  /// One check at a time, over all nodes; ends with the transaction.
  void inTurn() {
    sql.sql("select pg_advisory_xact_lock(hashtext('answers.drift'))").query().singleRow();
  }

  /// What people believe about these projects and their milestones. Who was told that no date
  /// stands, or asked to be forgotten, believes nothing.
  List<Belief> beliefs(Collection<String> projects) {
    return sql.sql(
            """
            select belief.id, belief.hearer, belief.ref, belief.project, belief.by_day,
                   drift.id as drift, drift.promise as drifted, drift.known_day,
                   coalesce(drift.words, '') as words, coalesce(edited, false) as edited,
                   coalesce(drift.state, '') as stage, letter
              from answers.belief
              join answers.hearer on hearer.id = belief.hearer and hearer.forgotten_at is null
              left join answers.drift
                on drift.hearer = belief.hearer and drift.ref = belief.ref and %s
              left join answers.outcome on outcome.promise = belief.id
             where belief.project = any(:projects) and outcome.kept is not true
               and not exists (select 1 from answers.drift as over
                                where over.promise = belief.id
                                  and over.state in ('SENT', 'TOLD'))\
            """
                .formatted(OPEN))
        .param("projects", projects.toArray(String[]::new))
        .query(Drifts::toBelief)
        .list();
  }

  /// Projects about which somebody was told a date.
  List<String> projects() {
    return sql.sql("select distinct project from answers.promise where project <> ''")
        .query((row, _) -> row.getString("project"))
        .list();
  }

  private static Belief toBelief(ResultSet row, int number) throws SQLException {
    return new Belief(
        row.getObject("id", UUID.class),
        row.getObject("hearer", UUID.class),
        row.getString("ref"),
        row.getString("project"),
        row.getObject("by_day", LocalDate.class),
        row.getObject("drift", UUID.class),
        row.getObject("drifted", UUID.class),
        row.getObject("known_day", LocalDate.class),
        row.getString("words"),
        row.getBoolean("edited"),
        row.getString("stage"),
        row.getString("letter"));
  }

  /// Drafts corrections; one that is open already stays.
  void draft(List<Found> found, Instant at) {
    batches.batchUpdate(
        """
        insert into answers.drift
               (id, promise, hearer, ref, project, known_day, days, words, forecast,
                chance_tenths, answer_state, state, approved_at, approved_by_name, found_at,
                changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (hearer, ref) where state in ('DRAFTED', 'APPROVED', 'SENDING') do nothing\
        """,
        rows(found, at));
  }

  private static List<Object[]> rows(List<Found> found, Instant at) {
    Timestamp now = Timestamp.from(at);
    var rows = new ArrayList<Object[]>();
    for (Found one : found) {
      Belief belief = one.belief();
      News news = one.news();
      rows.add(
          row(
              UUID.randomUUID(),
              belief.promise(),
              belief.hearer(),
              belief.ref(),
              belief.project(),
              news.day(),
              news.days(),
              news.words(),
              news.forecast(),
              news.chance() == null ? null : news.chance().tenths(),
              news.state().name(),
              news.byItself() ? "APPROVED" : "DRAFTED",
              news.byItself() ? now : null,
              news.byItself() ? "rule" : "",
              now,
              now));
    }
    return rows;
  }

  @SuppressWarnings("NullAway") // JDBC takes null for null
  static Object[] row(@Nullable Object... values) {
    return values;
  }

  /// The date moved on before anybody was told: what was approved or edited was about another one.
  void redraft(List<Found> found, Instant at) {
    batches.batchUpdate(
        """
        update answers.drift
           set promise = ?, known_day = ?, days = ?, words = ?, forecast = ?, chance_tenths = ?,
               answer_state = ?, state = ?, approved_at = ?, approved_by_name = ?, edited = false,
               letter = null, changed_at = ?, version = version + 1
         where id = ? and state in ('DRAFTED', 'APPROVED', 'SENDING')\
        """,
        found.stream()
            .map(one -> {
              News news = one.news();
              return row(
                  one.belief().promise(),
                  news.day(),
                  news.days(),
                  news.words(),
                  news.forecast(),
                  news.chance() == null ? null : news.chance().tenths(),
                  news.state().name(),
                  news.byItself() ? "APPROVED" : "DRAFTED",
                  news.byItself() ? Timestamp.from(at) : null,
                  news.byItself() ? "rule" : "",
                  Timestamp.from(at),
                  one.belief().drift());
            })
            .toList());
  }

  /// The date is back, or the thing is over: nobody has to be told.
  void withdraw(Collection<UUID> drifts, Instant at) {
    sql.sql(
            """
            update answers.drift
               set state = 'WITHDRAWN', changed_at = :at, version = version + 1
             where id = any(:ids) and state in ('DRAFTED', 'APPROVED', 'SENDING')\
            """)
        .param("at", Timestamp.from(at))
        .param("ids", drifts.toArray(UUID[]::new))
        .update();
  }

  /// The letter was taken back.
  void unsend(String letter) {
    sql.sql(
            """
            update answers.drift set state = 'APPROVED', letter = null, version = version + 1
             where letter = :letter and state = 'SENDING'\
            """)
        .param("letter", letter)
        .update();
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
    return sql.sql(
                """
                update answers.drift
                   set state = 'APPROVED', words = :words, edited = edited or words <> :words,
                       held_until = null, approved_at = :at, approved_by = :account,
                       approved_by_name = :by, version = version + 1
                 where id = :id and version = :version and state = 'DRAFTED'\
                """)
            .param("words", words)
            .param("at", Timestamp.from(at))
            .param("account", account.value())
            .param("by", by)
            .param("id", drift.id())
            .param("version", drift.version())
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

  /// "Not now".
  ///
  /// @return false when it changed meanwhile
  boolean hold(Drift drift, Instant until) {
    return sql.sql(
                """
                update answers.drift
                   set state = 'DRAFTED', held_until = :until, version = version + 1
                 where id = :id and version = :version and state in ('DRAFTED', 'APPROVED')\
                """)
            .param("until", Timestamp.from(until))
            .param("id", drift.id())
            .param("version", drift.version())
            .update()
        == 1;
  }

  /// Somebody said it.
  ///
  /// @return false when it changed meanwhile
  boolean told(Drift drift, Instant at) {
    return sql.sql(
                """
                update answers.drift
                   set state = 'TOLD', changed_at = :at, version = version + 1
                 where id = :id and version = :version and state in ('DRAFTED', 'APPROVED')\
                """)
            .param("at", Timestamp.from(at))
            .param("id", drift.id())
            .param("version", drift.version())
            .update()
        == 1;
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
