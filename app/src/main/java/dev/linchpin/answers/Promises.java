package dev.linchpin.answers;

import dev.linchpin.access.AccountId;
import dev.linchpin.planning.Chance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All promises ever made. They are added to and never changed.
@Repository
public class Promises {
  static final int SHOWN_MAX = 20;

  /// How many of our last dates speak about how good our dates are.
  private static final int TRACK_RECORD_MAX = 50;

  private static final String SELECT =
      """
      select promise.id, ref, channel, by_day, words, chance_tenths, forecast, state, told_at,
             told_by_name, zone, %s
        from answers.promise join answers.hearer on hearer.id = promise.hearer\
      """
          .formatted(Hearers.COLUMNS);

  private final JdbcClient sql;

  public Promises(JdbcClient sql) {
    this.sql = sql;
  }

  /// Keeps a promise. Told twice with the same key by the same account, it is one promise: the
  /// first.
  ///
  /// @param by the teller's account
  /// @param once what makes a repeated request the same one; null when nothing does
  /// @return what is kept: this one, or the earlier one with the same key
  public Promise add(Promise promise, AccountId by, @Nullable String once) {
    Chance chance = promise.chance();
    int added =
        sql.sql(
                """
                insert into answers.promise
                       (id, ref, hearer, channel, by_day, words, chance_tenths, forecast, state,
                        told_at, told_by, told_by_name, zone, once)
                values (:id, :ref, :hearer, :channel, :by, :words, :chance, :forecast, :state,
                        :at, :account, :teller, :zone, :once)
                on conflict (told_by, once) do nothing\
                """)
            .param("id", promise.id())
            .param("ref", promise.ref().toString())
            .param("hearer", promise.toldTo().id())
            .param("channel", promise.channel().name())
            .param("by", promise.by())
            .param("words", promise.words())
            .param("chance", chance == null ? null : chance.tenths())
            .param("forecast", promise.forecast())
            .param("state", promise.state().name())
            .param("at", Timestamp.from(promise.toldAt()))
            .param("account", by.value())
            .param("teller", promise.toldBy())
            .param("zone", promise.zone().getId())
            .param("once", once)
            .update();
    return added == 1 || once == null ? promise : told(by, once).orElseThrow();
  }

  public Optional<Promise> find(UUID id) {
    return sql.sql(SELECT + " where promise.id = :id")
        .param("id", id)
        .query(Promises::toPromise)
        .optional();
  }

  /// Who was told about this, the newest first.
  public List<Promise> about(Ref ref) {
    return sql.sql(SELECT + " where ref = :ref order by told_at desc, promise.id limit :max")
        .param("ref", ref.toString())
        .param("max", SHOWN_MAX)
        .query(Promises::toPromise)
        .list();
  }

  /// What this hearer was told last about this, if it reached them.
  public Optional<Promise> believed(Hearer hearer, Ref ref) {
    return sql.sql(
            SELECT
                + """
                 where promise.id = (select id from answers.belief
                                      where belief.ref = :ref and belief.hearer = :hearer)\
                """)
        .param("ref", ref.toString())
        .param("hearer", hearer.id())
        .query(Promises::toPromise)
        .optional();
  }

  /// A promise never reached whom it was made to; said again, it changes nothing.
  ///
  /// @param why a sentence
  public void unheard(UUID promise, String why, Instant at) {
    sql.sql(
            """
            insert into answers.unheard (promise, found_at, why) values (:promise, :at, :why)
            on conflict (promise) do nothing\
            """)
        .param("promise", promise)
        .param("at", Timestamp.from(at))
        .param("why", why)
        .update();
  }

  /// What this account told last about each of these; of what it told nothing is missing.
  public Map<String, Promise> lastOf(AccountId account, Collection<String> refs) {
    return sql
        .sql(
            SELECT.replaceFirst("select", "select distinct on (ref)")
                + """
                 where ref = any(:refs) and told_by = :account
                 order by ref, told_at desc, promise.id\
                """)
        .param("refs", refs.toArray(String[]::new))
        .param("account", account.value())
        .query(Promises::toPromise)
        .list()
        .stream()
        .collect(Collectors.toMap(promise -> promise.ref().toString(), Function.identity()));
  }

  /// A date that people were told about one thing, and how many of them.
  record Told(String ref, LocalDate by, int people) {}

  /// What people believe about projects and milestones: what each was told last, of dates that are
  /// not over.
  ///
  /// @param asOf what was told later does not count
  List<Told> believed(LocalDate asOf) {
    return sql.sql(
            """
            select ref, by_day, count(*) as people
              from (select distinct on (ref, hearer) ref, by_day from answers.promise
                     where project <> '' and (told_at at time zone zone)::date <= :asOf
                     order by ref, hearer, told_at desc, id) as last
             where by_day >= :asOf group by ref, by_day order by ref, by_day\
            """)
        .param("asOf", asOf)
        .query((row, _) ->
            new Told(
                row.getString("ref"),
                row.getObject("by_day", LocalDate.class),
                row.getInt("people")))
        .list();
  }

  /// Promises whose day is over and of which nobody has said yet whether they were kept, by id.
  ///
  /// @param after the last one of the page before; null for the first page
  List<Promise> overWithoutOutcome(LocalDate today, @Nullable UUID after, int max) {
    return sql.sql(
            SELECT
                + """
                 where by_day < :today and (cast(:after as uuid) is null or promise.id > :after)
                   and not exists (select 1 from answers.outcome where promise = promise.id)
                 order by promise.id limit :max\
                """)
        .param("today", today)
        .param("after", after)
        .param("max", max)
        .query(Promises::toPromise)
        .list();
  }

  /// Says whether a promise was kept; said again, the first word stands.
  public void judge(Promise promise, boolean kept, Instant at) {
    LocalDate told = promise.toldAt().atZone(promise.zone()).toLocalDate();
    Chance chance = promise.chance();
    boolean counts = chance == null || chance.tenths() >= Thresholds.SAFE_TENTHS_MIN;
    sql.sql(
            """
            insert into answers.outcome (promise, kept, found_at, kind, day, horizon)
            values (:promise, :kept, :at, :kind, :by, :horizon)
            on conflict (promise) do nothing\
            """)
        .param("promise", promise.id())
        .param("kept", kept)
        .param("at", Timestamp.from(at))
        .param("kind", promise.ref().kind().name())
        .param("by", promise.by())
        .param(
            "horizon",
            counts ? TrackRecords.horizon(ChronoUnit.DAYS.between(told, promise.by())) : null)
        .update();
  }

  /// How good our last dates of this kind of thing were, of those told with 8 in 10 or more, by how
  /// far away they were told.
  public TrackRecords trackRecords(Ref.Kind kind) {
    var records = new HashMap<Integer, TrackRecord>();
    sql.sql(
            """
            select horizon, count(*) as "over", count(*) filter (where kept) as kept
              from generate_series(0, :furthest) as horizon
             cross join lateral (select kept from answers.outcome
                                  where kind = :kind and outcome.horizon = horizon.horizon
                                  order by day desc limit :max) as last
             group by horizon\
            """)
        .param("furthest", TrackRecords.HORIZONS.size())
        .param("kind", kind.name())
        .param("max", TRACK_RECORD_MAX)
        .query((row, _) ->
            records.put(
                row.getInt("horizon"), new TrackRecord(row.getInt("over"), row.getInt("kept"))))
        .list();
    return new TrackRecords(records);
  }

  /// What was told with keys that begin like this, by whomever.
  List<Promise> toldWith(String once) {
    return sql.sql(SELECT + " where once like :once")
        .param("once", once + " %")
        .query(Promises::toPromise)
        .list();
  }

  Optional<Promise> told(AccountId by, String once) {
    return sql.sql(SELECT + " where told_by = :account and once = :once")
        .param("account", by.value())
        .param("once", once)
        .query(Promises::toPromise)
        .optional();
  }

  static Promise toPromise(ResultSet row, int number) throws SQLException {
    Integer tenths = row.getObject("chance_tenths", Integer.class);
    return new Promise(
        row.getObject("id", UUID.class),
        Ref.parse(row.getString("ref")).orElseThrow(),
        Hearers.toHearer(row, number),
        Channel.valueOf(row.getString("channel")),
        row.getObject("by_day", LocalDate.class),
        row.getString("words"),
        tenths == null ? null : new Chance(tenths),
        row.getString("forecast"),
        AnswerState.valueOf(row.getString("state")),
        row.getTimestamp("told_at").toInstant(),
        row.getString("told_by_name"),
        ZoneId.of(row.getString("zone")));
  }
}
