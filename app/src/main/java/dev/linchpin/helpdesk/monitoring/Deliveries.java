package dev.linchpin.helpdesk.monitoring;

import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What monitoring systems sent: kept as it came, worked on afterwards, on any node. What cannot be
/// worked on is tried three times, then put aside with the reason; all others go on.
@Component
public class Deliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration KEPT = Duration.ofDays(14);

  private final JdbcClient sql;
  private final Checks checks;
  private final Zone zone;
  private final TransactionTemplate transaction;
  private final TransactionTemplate savepoint;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final AtomicBoolean waits = new AtomicBoolean();

  Deliveries(JdbcClient sql, Checks checks, Zone zone, PlatformTransactionManager transactions) {
    this.sql = sql;
    this.checks = checks;
    this.zone = zone;
    this.transaction = new TransactionTemplate(transactions);
    this.savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
  }

  /// Keeps it; the work follows at once, on another thread.
  ///
  /// @param problem why it cannot be understood; empty when it can
  public void keep(UUID monitor, String body, String problem) {
    sql.sql(
            """
            insert into helpdesk.delivery (monitor, at, body, done_at, problem)
            values (:monitor, :now, :body, :done, :problem)\
            """)
        .param("monitor", monitor)
        .param("now", Timestamp.from(zone.instant()))
        .param("body", body.replace("\0", ""))
        .param("done", problem.isEmpty() ? null : Timestamp.from(zone.instant()))
        .param("problem", problem)
        .update();
    if (problem.isEmpty() && waits.compareAndSet(false, true)) {
      worker.execute(this::workAll);
    }
  }

  private void workAll() {
    waits.set(false);
    try {
      work();
    } catch (RuntimeException e) {
      LOG.warn("deliveries of monitors wait for the next look", e);
    }
  }

  /// Works on all that wait.
  ///
  /// @return how many
  public int work() {
    int count = 0;
    while (Boolean.TRUE.equals(transaction.execute(_ -> one()))) {
      count++;
    }
    return count;
  }

  private record Delivery(long id, UUID monitor, Instant at, String body) {}

  private boolean one() {
    Optional<Delivery> next =
        sql.sql(
                """
                select id, monitor, at, body from helpdesk.delivery
                 where done_at is null and tries < 3
                 order by id limit 1 for update skip locked\
                """)
            .query((row, number) ->
                new Delivery(
                    row.getLong("id"),
                    row.getObject("monitor", UUID.class),
                    row.getTimestamp("at").toInstant(),
                    row.getString("body")))
            .optional();
    next.ifPresent(this::one);
    return next.isPresent();
  }

  /// A savepoint keeps the count of tries when the work is rolled back.
  private void one(Delivery delivery) {
    String problem = "";
    try {
      nested(delivery);
    } catch (RuntimeException e) {
      LOG.warn("delivery={} of monitor={} failed", delivery.id(), delivery.monitor(), e);
      problem = "It could not be worked on. The log says why.";
    }
    sql.sql(
            """
            update helpdesk.delivery
               set tries = tries + 1, problem = :problem,
                   done_at = case when :problem = '' then cast(:now as timestamptz) end
             where id = :id\
            """)
        .param("problem", problem)
        .param("now", Timestamp.from(zone.instant()))
        .param("id", delivery.id())
        .update();
  }

  private void nested(Delivery delivery) {
    savepoint.executeWithoutResult(_ -> {
      Map<String, List<Signal>> byKey = new TreeMap<>();
      for (Signal signal : SignalReader.read(delivery.body(), delivery.at())) {
        byKey.computeIfAbsent(signal.key(), _ -> new ArrayList<>()).add(signal);
      }
      byKey.forEach(
          (key, signals) -> checks.news(delivery.monitor(), key, signals, zone.instant()));
    });
  }

  /// How often the check of this ticket failed: "12 times since 1 March 2027, 09:10"; empty for a
  /// ticket that monitoring did not open.
  public Optional<String> about(Ticket ticket) {
    return sql.sql(
            """
            select key, sum(problems) as problems, min(begins) as begins
              from helpdesk.episode where ticket = :ticket group by key order by key limit 1\
            """)
        .param("ticket", ticket.id())
        .query((row, number) -> {
          int problems = row.getInt("problems");
          Instant begins = row.getTimestamp("begins").toInstant();
          return "%s failed %s since %s"
              .formatted(
                  row.getString("key"),
                  problems == 1 ? "once" : problems + " times",
                  Dates.full(LocalDateTime.ofInstant(begins, zone.id())));
        })
        .optional();
  }

  /// Drops what was worked on long ago.
  void forget() {
    Instant now = zone.instant();
    sql.sql("delete from helpdesk.delivery where done_at < :long_ago")
        .param("long_ago", Timestamp.from(now.minus(KEPT)))
        .update();
    checks.forgetBefore(now);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
