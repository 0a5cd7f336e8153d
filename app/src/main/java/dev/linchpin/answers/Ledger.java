package dev.linchpin.answers;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.platform.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All promises with what became of each, the newest first.
@Repository
public class Ledger {
  private static final String STATE =
      """
      case when exists (select 1 from answers.unheard where unheard.promise = promise.id)
                then 'LOST'
           when drift.state = 'DRAFTED' then 'DRIFTED'
           when drift.state in ('APPROVED', 'SENDING') then 'APPROVED'
           when drift.state in ('SENT', 'TOLD') then 'CORRECTED'
           when outcome.kept then 'KEPT'
           when not outcome.kept then 'MISSED'
           when exists (select 1 from answers.promise as later
                         where later.ref = promise.ref and later.hearer = promise.hearer
                           and later.told_at > promise.told_at) then 'REPLACED'
           else 'OPEN' end\
      """;
  private static final String SELECT =
      """
      select promise.id, ref, channel, by_day, promise.words, promise.chance_tenths,
             promise.forecast, promise.state, told_at, told_by_name, zone, %s, %s as became
        from answers.promise
        join answers.hearer on hearer.id = promise.hearer
        left join answers.outcome on outcome.promise = promise.id
        left join lateral (select state from answers.drift
                            where drift.promise = promise.id and state <> 'WITHDRAWN'
                            order by found_at desc limit 1) as drift on true
       where (promise.project = any(:projects) or promise.project = '' and :others)\
      """
          .formatted(Hearers.COLUMNS, STATE);

  private final JdbcClient sql;

  public Ledger(JdbcClient sql) {
    this.sql = sql;
  }

  /// Which promises.
  ///
  /// @param projects of these projects and their milestones
  /// @param others also those about tickets and services
  /// @param hearer told to this one; null for anybody
  /// @param words of whose name or address; empty for any
  /// @param state null for any
  public record Filter(
      Collection<String> projects,
      boolean others,
      @Nullable UUID hearer,
      String words,
      @Nullable PromiseState state) {}

  /// Behind which promise a page begins.
  public record Cursor(Instant toldAt, UUID id) {
    /// "2027-03-18T11:00:00Z_5f0c…"
    @Override
    public String toString() {
      return toldAt + "_" + id;
    }

    /// Reads what `toString` writes; empty when it is none.
    public static Optional<Cursor> parse(String text) {
      int dash = text.indexOf('_');
      try {
        return dash < 0
            ? Optional.empty()
            : Optional.of(
                new Cursor(
                    Instant.parse(text.substring(0, dash)),
                    UUID.fromString(text.substring(dash + 1))));
      } catch (RuntimeException no) {
        return Optional.empty();
      }
    }
  }

  /// A promise and what became of it.
  public record Entry(Promise promise, PromiseState state) {
    /// Behind which the next page begins.
    public Cursor cursor() {
      return new Cursor(promise.toldAt(), promise.id());
    }
  }

  /// One page.
  ///
  /// @param after the last one of the page before; null for the first page
  public List<Entry> page(Filter filter, @Nullable Cursor after, int max) {
    require(max > 0, "A page holds something.");
    PromiseState state = filter.state();
    return sql.sql(
            SELECT
                + """
                 and (cast(:hearer as uuid) is null or promise.hearer = :hearer)
                 and (:words = '' or hearer.name ilike :like or hearer.mail ilike :like)\
                """
                + (state == null ? "" : narrowed(state))
                + (after == null ? "" : " and (told_at, promise.id) < (:at, :id)")
                + " order by told_at desc, promise.id desc limit :max")
        .param("projects", filter.projects().toArray(String[]::new))
        .param("others", filter.others())
        .param("hearer", filter.hearer())
        .param("words", filter.words())
        .param("like", Like.anywhere(filter.words()))
        .param("state", state == null ? "" : state.name())
        .param("at", after == null ? null : Timestamp.from(after.toldAt()))
        .param("id", after == null ? null : after.id())
        .param("max", max)
        .query(Ledger::entry)
        .list();
  }

  /// What few are in is looked up from there.
  private static String narrowed(PromiseState state) {
    String from =
        switch (state) {
          case DRIFTED, APPROVED -> "select promise from answers.drift where " + Drifts.OPEN;
          case CORRECTED ->
              "select promise from answers.drift where drift.state in ('SENT', 'TOLD')";
          case LOST -> "select promise from answers.unheard";
          case KEPT, MISSED -> "select promise from answers.outcome";
          case OPEN, REPLACED -> "";
        };
    return (from.isEmpty() ? "" : " and promise.id in (" + from + ")")
        + " and "
        + STATE
        + " = :state";
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        Promises.toPromise(row, number), PromiseState.valueOf(row.getString("became")));
  }
}
