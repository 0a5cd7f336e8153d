package dev.linchpin.answers.subscriptions;

import dev.linchpin.access.Secret;
import dev.linchpin.answers.AnswerState;
import dev.linchpin.answers.HearerForgotten;
import dev.linchpin.answers.Ref;
import dev.linchpin.planning.Chance;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All subscriptions, the secrets in their addresses, and what was heard by them.
@Repository
public class Subscriptions {
  static final int SHOWN_MAX = 200;
  private static final Duration READ_NOTED = Duration.ofHours(1);
  private static final String SELECT = "select * from answers.subscription";

  private final JdbcClient sql;
  private final SecureRandom random;

  public Subscriptions(JdbcClient sql, SecureRandom random) {
    this.sql = sql;
    this.random = random;
  }

  /// @return false when this address hears of it, or was asked to confirm, already
  boolean add(Subscription one) {
    Instant confirmed = one.confirmedAt();
    return sql.sql(
                """
                insert into answers.subscription
                       (id, ref, title, way, address, more_than, made_at, made_by, made_by_name,
                        confirmed_at)
                values (:id, :ref, :title, :way, :address, :moreThan, :at, :by, :name, :confirmed)
                on conflict (ref, way, address) where address <> '' and ended_at is null
                do nothing\
                """)
            .param("id", one.id())
            .param("ref", one.ref().toString())
            .param("title", one.title())
            .param("way", one.way().name())
            .param("address", one.address())
            .param("moreThan", one.moreThan())
            .param("at", Timestamp.from(one.madeAt()))
            .param("by", one.madeBy())
            .param("name", one.madeByName())
            .param("confirmed", confirmed == null ? null : Timestamp.from(confirmed))
            .update()
        == 1;
  }

  /// The one to this address that goes on, confirmed or not.
  Optional<Subscription> at(String address, Way way, Ref ref) {
    return sql.sql(
            SELECT
                + """
                 where ref = :ref and address = :address and way = :way and ended_at is null\
                """)
        .param("ref", ref.toString())
        .param("way", way.name())
        .param("address", address)
        .query(Subscriptions::subscription)
        .optional();
  }

  public Optional<Subscription> find(UUID id) {
    return sql.sql(SELECT + " where id = :id")
        .param("id", id)
        .query(Subscriptions::subscription)
        .optional();
  }

  /// A new secret for an address of a subscription: 256 random bits. Only its hash is kept.
  ///
  /// @param askedFrom who asked for it; empty for what we make ourselves
  String key(Subscription one, String askedFrom, Instant now) {
    String secret = Secret.fresh(random);
    sql.sql(
            """
            insert into answers.subscription_key (hash, subscription, made_at, asked_from)
            values (:hash, :subscription, :now, :from)\
            """)
        .param("hash", Secret.hash(secret))
        .param("subscription", one.id())
        .param("now", Timestamp.from(now))
        .param("from", askedFrom.isEmpty() ? "" : Secret.hash(askedFrom))
        .update();
    return secret;
  }

  /// The one behind an address. What is looked up is the hash: how long that takes says nothing
  /// about a secret.
  public Optional<Subscription> with(String secret) {
    return sql.sql(
            SELECT
                + """
                 where id = (select subscription from answers.subscription_key
                              where hash = :hash)\
                """)
        .param("hash", Secret.hash(secret))
        .query(Subscriptions::subscription)
        .optional();
  }

  /// How many asked from there since then.
  int askedSince(String from, Instant since) {
    return sql.sql(
            """
            select count(*) from answers.subscription_key
             where asked_from = :from and made_at > :since\
            """)
        .param("from", Secret.hash(from))
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /// How many asked at all since then.
  int askedSince(Instant since) {
    return sql.sql(
            """
            select count(*) from answers.subscription_key
             where asked_from <> '' and made_at > :since\
            """)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /// How many times somebody asked in the name of a mail address since then.
  int askedFor(String address, Instant since) {
    return sql.sql(
            """
            select count(*) from answers.subscription_key k
              join answers.subscription s on s.id = k.subscription
             where s.address = :address and k.asked_from <> '' and k.made_at > :since\
            """)
        .param("address", address)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /// Whoever asks for the same at the same time waits until the first is done.
  void lock(String what) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "answers.subscription " + what)
        .query((row, number) -> 0)
        .list();
  }

  /// @return false when it was confirmed before, or ended
  boolean confirm(Subscription one, Instant now) {
    return sql.sql(
                """
                update answers.subscription set confirmed_at = :now
                 where id = :id and confirmed_at is null and ended_at is null\
                """)
            .param("id", one.id())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// @param why a sentence
  /// @return false when it ended before
  public boolean end(Subscription one, String why, Instant now) {
    return sql.sql(
                """
                update answers.subscription set ended_at = :now, ended_why = :why
                 where id = :id and ended_at is null\
                """)
            .param("id", one.id())
            .param("why", why)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// Forgets those that nobody confirmed, and ends feeds that nobody reads any more.
  void tidy(Instant unconfirmed, Instant unread, Instant now) {
    sql.sql(
            """
            delete from answers.subscription where confirmed_at is null and made_at < :old\
            """)
        .param("old", Timestamp.from(unconfirmed))
        .update();
    sql.sql(
            """
            update answers.subscription set ended_at = :now, ended_why = :why
             where way in ('CALENDAR', 'ATOM') and ended_at is null
               and coalesce(read_at, made_at) < :old\
            """)
        .param("now", Timestamp.from(now))
        .param("why", "Nobody read this feed for long.")
        .param("old", Timestamp.from(unread))
        .update();
  }

  /// All that go on and are confirmed, by what they are about.
  List<Subscription> active() {
    return sql.sql(
            SELECT + " where confirmed_at is not null and ended_at is null order by ref, made_at")
        .query(Subscriptions::subscription)
        .list();
  }

  /// Those about one thing, the newest first.
  public List<Subscription> about(Ref ref) {
    return sql.sql(SELECT + " where ref = :ref order by made_at desc, id limit :max")
        .param("ref", ref.toString())
        .param("max", SHOWN_MAX)
        .query(Subscriptions::subscription)
        .list();
  }

  /// All, the newest first, from one on.
  ///
  /// @param after the last one of the page before; null for the first page
  public List<Subscription> all(@Nullable UUID after, int max) {
    return sql.sql(
            SELECT
                + """
                 where cast(:after as uuid) is null
                    or (made_at, id) < (select made_at, id from answers.subscription
                                         where id = :after)
                 order by made_at desc, id desc limit :max\
                """)
        .param("after", after)
        .param("max", max)
        .query(Subscriptions::subscription)
        .list();
  }

  /// What each heard last, of those that go on.
  Map<UUID, Heard> lastHeard() {
    var all = new LinkedHashMap<UUID, Heard>();
    sql.sql(
            """
            select distinct on (heard.subscription) heard.*
              from answers.heard join answers.subscription s on s.id = heard.subscription
             where s.ended_at is null order by heard.subscription, heard.number desc\
            """)
        .query(row -> {
          all.put(row.getObject("subscription", UUID.class), heard(row, 0));
        });
    return all;
  }

  /// What those who hear by mail were told last, by whatever channel, of those that go on.
  Map<UUID, Heard.Told> lastTold() {
    var all = new LinkedHashMap<UUID, Heard.Told>();
    sql.sql(
            """
            select subscription.id, belief.id as promise, belief.by_day, belief.told_at
              from answers.subscription
              join answers.hearer on hearer.key = subscription.address
             cross join lateral (
               select id, by_day, told_at from answers.promise
                where promise.ref = subscription.ref and promise.hearer = hearer.id
                  and not exists (select 1 from answers.unheard where unheard.promise = promise.id)
                order by told_at desc, promise.id limit 1) as belief
             where way = 'MAIL' and confirmed_at is not null and ended_at is null\
            """)
        .query(row -> {
          all.put(
              row.getObject("id", UUID.class),
              new Heard.Told(
                  row.getObject("promise", UUID.class),
                  row.getObject("by_day", LocalDate.class),
                  row.getTimestamp("told_at").toInstant()));
        });
    return all;
  }

  /// Somebody asked to be forgotten: nothing more goes there, and nobody sees where it went.
  @EventListener
  void on(HearerForgotten fact) {
    sql.sql(
            """
            update answers.subscription
               set address = '', ended_at = coalesce(ended_at, :at), ended_why = :why
             where way = 'MAIL' and address = :address\
            """)
        .param("at", Timestamp.from(fact.at()))
        .param("why", "Whoever got it asked to be forgotten.")
        .param("address", fact.mail())
        .update();
  }

  /// What was heard by one, the newest first.
  public List<Heard> heard(Subscription one, int max) {
    return sql.sql(
            """
            select * from answers.heard where subscription = :id order by number desc limit :max\
            """)
        .param("id", one.id())
        .param("max", max)
        .query(Subscriptions::heard)
        .list();
  }

  /// @return false when somebody else said it at the same moment
  boolean add(Subscription one, Heard heard) {
    Chance chance = heard.chance();
    return sql.sql(
                """
                insert into answers.heard
                       (id, subscription, number, at, state, by_day, room, chance_tenths, words,
                        forecast)
                values (:id, :subscription, :number, :at, :state, :by, :room, :chance, :words,
                        :forecast)
                on conflict (subscription, number) do nothing\
                """)
            .param("id", heard.id())
            .param("subscription", one.id())
            .param("number", heard.number())
            .param("at", Timestamp.from(heard.at()))
            .param("state", heard.state().name())
            .param("by", heard.by())
            .param("room", heard.room())
            .param("chance", chance == null ? null : chance.tenths())
            .param("words", heard.words())
            .param("forecast", heard.forecast())
            .update()
        == 1;
  }

  /// Notes that it became a promise.
  void promised(Heard heard, UUID promise) {
    sql.sql("update answers.heard set promise = :promise where id = :id and promise is null")
        .param("promise", promise)
        .param("id", heard.id())
        .update();
  }

  /// A feed was read; noted once an hour.
  void read(Subscription one, Instant now) {
    sql.sql(
            """
            update answers.subscription set read_at = :now
             where id = :id and (read_at is null or read_at < :before)\
            """)
        .param("id", one.id())
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(now.minus(READ_NOTED)))
        .update();
  }

  private static Subscription subscription(ResultSet row, int number) throws SQLException {
    return new Subscription(
        row.getObject("id", UUID.class),
        Ref.parse(row.getString("ref")).orElseThrow(),
        row.getString("title"),
        Way.valueOf(row.getString("way")),
        row.getString("address"),
        row.getInt("more_than"),
        row.getTimestamp("made_at").toInstant(),
        row.getObject("made_by", UUID.class),
        row.getString("made_by_name"),
        instant(row, "confirmed_at"),
        instant(row, "read_at"),
        instant(row, "ended_at"),
        row.getString("ended_why"));
  }

  private static Heard heard(ResultSet row, int number) throws SQLException {
    Integer tenths = row.getObject("chance_tenths", Integer.class);
    return new Heard(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getTimestamp("at").toInstant(),
        AnswerState.valueOf(row.getString("state")),
        row.getObject("by_day", LocalDate.class),
        row.getInt("room"),
        tenths == null ? null : new Chance(tenths),
        row.getString("words"),
        row.getString("forecast"),
        row.getObject("promise", UUID.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
