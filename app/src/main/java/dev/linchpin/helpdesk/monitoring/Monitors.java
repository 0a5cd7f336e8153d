package dev.linchpin.helpdesk.monitoring;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.access.Secret;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The monitoring systems that may open tickets, and their tokens.
@Repository
public class Monitors {
  /// Deliveries of one monitor in a minute; then it is asked to wait.
  public static final int DELIVERIES_PER_MINUTE = 600;

  private static final int NAME_MAX = 100;

  private final JdbcClient sql;
  private final SecureRandom random;
  private final Audit audit;
  private final Zone zone;

  public Monitors(JdbcClient sql, SecureRandom random, Audit audit, Zone zone) {
    this.sql = sql;
    this.random = random;
    this.audit = audit;
    this.zone = zone;
  }

  /// @param last when something came last; null when nothing did
  /// @param problem what was wrong with the last delivery; empty when nothing was
  public record Monitor(
      UUID id,
      String name,
      @Nullable ServiceId service,
      Instant madeAt,
      @Nullable Instant last,
      String problem) {}

  /// Those whose token works, by name.
  public List<Monitor> all() {
    return sql.sql(
            """
            select monitor.id, name, service, made_at, newest.at as last,
                   coalesce(newest.problem, '') as problem
              from helpdesk.monitor
              left join lateral (select at, problem from helpdesk.delivery
                                  where delivery.monitor = monitor.id
                                  order by delivery.id desc limit 1) newest on true
             where revoked_at is null order by name collate "und-x-icu", monitor.id\
            """)
        .query((row, number) -> {
          UUID service = row.getObject("service", UUID.class);
          Timestamp last = row.getTimestamp("last");
          return new Monitor(
              row.getObject("id", UUID.class),
              row.getString("name"),
              service == null ? null : new ServiceId(service),
              row.getTimestamp("made_at").toInstant(),
              last == null ? null : last.toInstant(),
              row.getString("problem"));
        })
        .list();
  }

  /// @param service what its checks are about where they name no service we know; null for none
  /// @return its token, told only now
  /// @throws IllegalArgumentException with a sentence when the name is not good
  @Transactional
  public String make(String name, @Nullable ServiceId service, String by) {
    require(!name.isBlank(), "Enter a name, like Prometheus.");
    require(name.length() <= NAME_MAX, "Enter a name of at most %d characters.", NAME_MAX);
    String token = Secret.fresh(random);
    Timestamp now = Timestamp.from(zone.instant());
    sql.sql(
            """
            insert into helpdesk.monitor (id, name, hash, service, made_at, made_by, minute)
            values (:id, :name, :hash, :service, :now, :by, :now)\
            """)
        .param("id", UUID.randomUUID())
        .param("name", name.strip())
        .param("hash", Secret.hash(token))
        .param("service", service == null ? null : service.value())
        .param("now", now)
        .param("by", by)
        .update();
    audit.add(by, "made a monitor", "monitor " + name.strip(), "");
    return token;
  }

  /// @return false when there is none such that works
  @Transactional
  public boolean revoke(UUID id, String by) {
    Optional<String> name =
        sql.sql(
                """
                update helpdesk.monitor set revoked_at = :now
                 where id = :id and revoked_at is null returning name\
                """)
            .param("now", Timestamp.from(zone.instant()))
            .param("id", id)
            .query(String.class)
            .optional();
    name.ifPresent(was -> audit.add(by, "revoked a monitor", "monitor " + was, ""));
    return name.isPresent();
  }

  /// What becomes of somebody who shows a token.
  public sealed interface Entry {
    record Open(UUID monitor) implements Entry {}

    record TooMany() implements Entry {}

    record Unknown() implements Entry {}
  }

  /// Counts a delivery.
  @Transactional
  public Entry enter(String token, Instant now) {
    return sql.sql(
            """
            update helpdesk.monitor
               set deliveries = case when minute = :minute then deliveries + 1 else 1 end,
                   minute = :minute
             where hash = :hash and revoked_at is null
            returning id, deliveries\
            """)
        .param("minute", Timestamp.from(now.truncatedTo(ChronoUnit.MINUTES)))
        .param("hash", Secret.hash(token))
        .query((row, number) -> {
          Entry entry =
              row.getInt("deliveries") > DELIVERIES_PER_MINUTE
                  ? new Entry.TooMany()
                  : new Entry.Open(row.getObject("id", UUID.class));
          return entry;
        })
        .optional()
        .orElseGet(Entry.Unknown::new);
  }
}
