package dev.linchpin.answers;

import dev.linchpin.planning.Chance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people believe, and the corrections that a check drafts, mends and withdraws.
@Repository
class Beliefs {
  /*
   * Whoever subscribed said from how many days on a change is news, and hears it without anybody's
   * approval. A feed or webhook says the new date itself, and is nobody to call.
   */
  private static final String SUBSCRIBED =
      """
      (exists (select 1 from answers.subscription
                where subscription.ref = belief.ref and way = 'MAIL'
                  and subscription.address = hearer.mail
                  and confirmed_at is not null and ended_at is null)
       or exists (select 1 from answers.heard
                    join answers.subscription on subscription.id = heard.subscription
                   where heard.promise = belief.id and way <> 'MAIL'))\
      """;

  private final JdbcClient sql;
  private final JdbcTemplate batches;

  Beliefs(JdbcTemplate batches) {
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
  }

  /// What somebody believes, and the correction that is open about it.
  ///
  /// @param subscribed they hear of it by a subscription of their own
  /// @param drift null where none is open
  /// @param letter null where none waits for the mail server
  record Belief(
      UUID promise,
      UUID hearer,
      String ref,
      String project,
      LocalDate by,
      boolean subscribed,
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

    /// The letter that waits for the mail server; empty where none does.
    String sending() {
      return letter != null && stage.equals("SENDING") ? letter : "";
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
      boolean byItself) {
    static final News GONE =
        new News(null, 0, CorrectionWords.GONE, null, null, AnswerState.NOT_PLANNED, false);
  }

  /// A belief and what should be said about it.
  record Found(Belief belief, News news) {}

  /// One check at a time, over all nodes; ends with the transaction.
  void inTurn() {
    sql.sql("select pg_advisory_xact_lock(hashtext('answers.drift'))").query().singleRow();
  }

  /// What people believe about these projects and their milestones. Who was told that no date
  /// stands, or asked to be forgotten, believes nothing.
  List<Belief> of(Collection<String> projects) {
    return sql.sql(
            """
            select belief.id, belief.hearer, belief.ref, belief.project, belief.by_day,
                   %s as subscribed,
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
                .formatted(SUBSCRIBED, Drifts.OPEN))
        .param("projects", projects.toArray(String[]::new))
        .query(Beliefs::toBelief)
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
        row.getBoolean("subscribed"),
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
  void withdraw(Collection<Belief> some, Instant at) {
    sql.sql(
            """
            update answers.drift
               set state = 'WITHDRAWN', changed_at = :at, version = version + 1
             where id = any(:ids) and state in ('DRAFTED', 'APPROVED', 'SENDING')\
            """)
        .param("at", Timestamp.from(at))
        .param("ids", some.stream().map(Belief::drift).toArray(UUID[]::new))
        .update();
  }

  /// The letters were taken back.
  void unsend(Collection<String> letters) {
    sql.sql(
            """
            update answers.drift set state = 'APPROVED', letter = null, version = version + 1
             where letter = any(:letters) and state = 'SENDING'\
            """)
        .param("letters", letters.toArray(String[]::new))
        .update();
  }
}
