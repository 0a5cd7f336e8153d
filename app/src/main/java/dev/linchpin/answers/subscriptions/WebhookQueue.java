package dev.linchpin.answers.subscriptions;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.linchpin.planning.Chance;
import dev.linchpin.platform.Retries;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What waits to be posted to webhooks, and what became of it.
@Repository
class WebhookQueue {
  static final int SHOWN_MAX = 100;

  /// As Standard Webhooks advises: ten tries in three days.
  static final Retries RETRIES =
      new Retries(
          Duration.ofMinutes(2),
          List.of(
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)));

  private final JdbcClient sql;
  private final JsonMapper json;

  WebhookQueue(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /// What a webhook is sent.
  @JsonPropertyOrder({"type", "timestamp", "data"})
  record Body(String type, Instant timestamp, Data data) {}

  /// @param by null where no date is named
  /// @param before the date that was said last; null where none was
  @JsonPropertyOrder({"ref", "title", "state", "by", "chance", "say", "before"})
  record Data(
      String ref,
      String title,
      String state,
      @Nullable LocalDate by,
      @Nullable Double chance,
      String say,
      @Nullable LocalDate before) {}

  /// One that is about to be posted.
  ///
  /// @param tries this one counted
  record Claimed(UUID heard, UUID subscription, String body, int tries) {}

  /// How one went.
  record Line(Instant madeAt, int tries, boolean isDone, boolean hasFailed, String outcome) {}

  void add(Subscription one, @Nullable Heard before, Heard heard, Instant now) {
    Chance chance = heard.chance();
    var data =
        new Data(
            one.ref().toString(),
            one.title(),
            heard.state().code(),
            heard.by(),
            chance == null ? null : chance.share(),
            heard.words(),
            before == null ? null : before.by());
    sql.sql(
            """
            insert into answers.delivery (heard, subscription, body, made_at, due_at)
            values (:heard, :subscription, :body, :now, :now)\
            """)
        .param("heard", heard.id())
        .param("subscription", one.id())
        .param("body", json.writeValueAsString(new Body("date.changed", heard.at(), data)))
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Those that are due, at most one of each webhook, for this node alone for a while.
  List<Claimed> claim(int max, Instant now) {
    return sql.sql(
            """
            update answers.delivery set claimed_until = :until, tries = tries + 1
             where heard in (
               select heard from answers.delivery
                where heard in (
                    select distinct on (subscription) heard from answers.delivery
                     where done_at is null and failed_at is null
                     order by subscription, made_at, heard)
                  and due_at <= :now and (claimed_until is null or claimed_until < :now)
                order by due_at limit :max for update skip locked)
            returning heard, subscription, body, tries\
            """)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(RETRIES.claim())))
        .param("max", max)
        .query((row, number) ->
            new Claimed(
                row.getObject("heard", UUID.class),
                row.getObject("subscription", UUID.class),
                row.getString("body"),
                row.getInt("tries")))
        .list();
  }

  void done(Claimed one, String outcome, Instant now) {
    sql.sql(
            """
            update answers.delivery
               set done_at = :now, claimed_until = null, outcome = :outcome where heard = :heard\
            """)
        .param("heard", one.heard())
        .param("outcome", outcome)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// It is tried again, later each time.
  ///
  /// @param wanted how long the other side wants to be left alone; null when it did not say
  /// @return false when it was the last try
  boolean again(Claimed one, String outcome, @Nullable Duration wanted, Instant now) {
    Optional<Duration> next = RETRIES.after(one.tries());
    if (next.isEmpty()) {
      sql.sql(
              """
              update answers.delivery
                 set failed_at = :now, claimed_until = null, outcome = :outcome
               where heard = :heard\
              """)
          .param("heard", one.heard())
          .param("outcome", outcome)
          .param("now", Timestamp.from(now))
          .update();
      return false;
    }
    Duration usual = next.get();
    Duration wait = wanted != null && wanted.compareTo(usual) > 0 ? wanted : usual;
    sql.sql(
            """
            update answers.delivery
               set due_at = :due, claimed_until = null, outcome = :outcome where heard = :heard\
            """)
        .param("heard", one.heard())
        .param("outcome", outcome)
        .param("due", Timestamp.from(now.plus(wait)))
        .update();
    return true;
  }

  /// How the last ones of a webhook went, the newest first.
  List<Line> lines(Subscription one) {
    return sql.sql(
            """
            select made_at, tries, done_at is not null as done, failed_at is not null as failed,
                   outcome
              from answers.delivery where subscription = :id
             order by made_at desc, heard limit :max\
            """)
        .param("id", one.id())
        .param("max", SHOWN_MAX)
        .query((row, number) ->
            new Line(
                row.getTimestamp("made_at").toInstant(),
                row.getInt("tries"),
                row.getBoolean("done"),
                row.getBoolean("failed"),
                row.getString("outcome")))
        .list();
  }

  /// Nothing more goes to a webhook that is off.
  void drop(Subscription one, String outcome, Instant now) {
    sql.sql(
            """
            update answers.delivery set failed_at = :now, claimed_until = null, outcome = :outcome
             where subscription = :id and done_at is null and failed_at is null\
            """)
        .param("id", one.id())
        .param("outcome", outcome)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// What was heard with it, if it is still there.
  Optional<Heard> heard(Claimed one, Subscriptions subscriptions, Subscription of) {
    return subscriptions.heard(of, SHOWN_MAX).stream()
        .filter(heard -> heard.id().equals(one.heard()))
        .findFirst();
  }
}
