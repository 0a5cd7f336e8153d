package dev.linchpin.helpdesk.monitoring;

import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketKind;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/*
 * News are kept, then the episodes of the check are worked out from all of them and compared with
 * what was done before: only what differs is done. So news that come twice do nothing, and news
 * that come late lead where they would have led in time. Where late news join two episodes, the
 * later ticket is merged into the earlier one.
 *
 * What people do on a ticket stays: it is resolved or opened again only when the check itself
 * changed.
 */
/// The checks of monitoring systems, and the tickets they have. Within the caller's transaction.
@Component
class Checks {
  private static final String CHANNEL = "monitoring";
  private static final int NEWS_DAYS = 90;

  private final JdbcClient sql;
  private final TicketDesk desk;
  private final Tickets tickets;
  private final Services services;
  private final Zone zone;

  Checks(JdbcClient sql, TicketDesk desk, Tickets tickets, Services services, Zone zone) {
    this.sql = sql;
    this.desk = desk;
    this.tickets = tickets;
    this.services = services;
    this.zone = zone;
  }

  private record Done(
      Instant begins, @Nullable Instant ends, Severity severity, String title, long ticket) {}

  /// @param signals all of one check
  void news(UUID monitor, String key, Collection<Signal> signals, Instant now) {
    lock(monitor, key);
    int fresh = signals.stream().mapToInt(signal -> add(monitor, signal)).sum();
    if (fresh > 0) {
      reconcile(monitor, key, now);
    }
  }

  private void lock(UUID monitor, String key) {
    sql.sql(
            "insert into helpdesk.watched_check (monitor, key) values (:monitor, :key)"
                + " on conflict do nothing")
        .param("monitor", monitor)
        .param("key", key)
        .update();
    sql.sql(
            "select key from helpdesk.watched_check where monitor = :monitor and key = :key"
                + " for update")
        .param("monitor", monitor)
        .param("key", key)
        .query(String.class)
        .single();
  }

  private int add(UUID monitor, Signal signal) {
    return sql.sql(
            """
            insert into helpdesk.signal
                   (monitor, key, at, problem, severity, title, service, detail)
            values (:monitor, :key, :at, :problem, :severity, :title, :service, :detail)
            on conflict do nothing\
            """)
        .param("monitor", monitor)
        .param("key", signal.key())
        .param("at", Timestamp.from(signal.at()))
        .param("problem", signal.problem())
        .param("severity", signal.severity().name())
        .param("title", signal.title())
        .param("service", signal.service())
        .param("detail", signal.detail())
        .update();
  }

  private void reconcile(UUID monitor, String key, Instant now) {
    List<Episode> episodes = Episodes.of(signals(monitor, key));
    List<Done> done = done(monitor, key);
    var by = new By(CHANNEL, null, now);
    for (int i = 0; i < episodes.size(); i++) {
      Episode episode = episodes.get(i);
      Instant next = i + 1 < episodes.size() ? episodes.get(i + 1).begins() : Instant.MAX;
      List<Done> same =
          done.stream()
              .filter(one -> !one.begins().isBefore(episode.begins()))
              .filter(one -> one.begins().isBefore(next))
              .toList();
      Ticket ticket =
          same.isEmpty() ? open(monitor, episode, by) : ticket(same.getFirst().ticket());
      join(same, ticket, by);
      follow(episode, same.isEmpty() ? null : same.getFirst(), ticket, by);
      forget(monitor, key, same);
      keep(monitor, key, episode, ticket.id());
    }
  }

  private List<Signal> signals(UUID monitor, String key) {
    return sql.sql(
            """
            select at, problem, severity, title, service, detail from helpdesk.signal
             where monitor = :monitor and key = :key order by at, problem\
            """)
        .param("monitor", monitor)
        .param("key", key)
        .query((row, number) ->
            new Signal(
                key,
                row.getTimestamp("at").toInstant(),
                row.getBoolean("problem"),
                Severity.valueOf(row.getString("severity")),
                row.getString("title"),
                row.getString("service"),
                row.getString("detail")))
        .list();
  }

  private List<Done> done(UUID monitor, String key) {
    return sql.sql(
            """
            select begins, ends, severity, title, ticket from helpdesk.episode
             where monitor = :monitor and key = :key order by begins\
            """)
        .param("monitor", monitor)
        .param("key", key)
        .query((row, number) -> {
          Timestamp ends = row.getTimestamp("ends");
          return new Done(
              row.getTimestamp("begins").toInstant(),
              ends == null ? null : ends.toInstant(),
              Severity.valueOf(row.getString("severity")),
              row.getString("title"),
              row.getLong("ticket"));
        })
        .list();
  }

  private Ticket open(UUID monitor, Episode episode, By by) {
    Signal first = episode.first();
    return desk.open(
        NewTicket.of(first.title(), CHANNEL)
            .as(TicketKind.INCIDENT)
            .withText(first.detail())
            .prioritised(episode.severity().impact(), episode.severity().urgency())
            .about(service(monitor, first.service()).orElse(null)),
        by);
  }

  private Optional<ServiceId> service(UUID monitor, String named) {
    Optional<ServiceId> known =
        services.all().stream()
            .filter(one -> one.key().equalsIgnoreCase(named) || one.name().equalsIgnoreCase(named))
            .findFirst()
            .map(Service::id);
    return known.or(() ->
        sql.sql("select service from helpdesk.monitor where id = :id and service is not null")
            .param("id", monitor)
            .query((row, number) -> new ServiceId(row.getObject("service", UUID.class)))
            .optional());
  }

  private Ticket ticket(long id) {
    String number =
        sql.sql("select number from helpdesk.ticket where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    return tickets.find(number).orElseThrow();
  }

  private void join(List<Done> same, Ticket kept, By by) {
    for (Done one : same) {
      if (one.ticket() != kept.id()) {
        desk.change(ticket(one.ticket()), new Change.MergeInto(kept.number()), by);
      }
    }
  }

  /// What the check says now, where it said something else before.
  private void follow(Episode episode, @Nullable Done before, Ticket ticket, By by) {
    Instant ends = episode.ends();
    Instant ended = before == null ? null : before.ends();
    var changes = new ArrayList<Change>();
    if (before != null && episode.severity().isWorseThan(before.severity())) {
      changes.add(new Change.Prioritise(episode.severity().impact(), episode.severity().urgency()));
    }
    boolean retitled = before != null && !before.title().equals(episode.first().title());
    if (retitled && before != null && ticket.title().equals(before.title())) {
      changes.add(new Change.Retitle(episode.first().title()));
    }
    boolean isOpen = ticket.state().isOpen();
    boolean weSaid = ended != null && ticket.outcome().equals(outcome(ended));
    if (ends != null && (ended == null ? isOpen : !isOpen && weSaid)) {
      changes.add(new Change.Resolve(outcome(ends)));
    } else if (ends == null && ended != null && !isOpen) {
      changes.add(new Change.Reopen());
    }
    changes.forEach(change -> desk.change(ticket, change, by));
  }

  private void forget(UUID monitor, String key, List<Done> same) {
    for (Done one : same) {
      sql.sql(
              """
              delete from helpdesk.episode
               where monitor = :monitor and key = :key and begins = :begins\
              """)
          .param("monitor", monitor)
          .param("key", key)
          .param("begins", Timestamp.from(one.begins()))
          .update();
    }
  }

  private void keep(UUID monitor, String key, Episode episode, long ticket) {
    sql.sql(
            """
            insert into helpdesk.episode
                   (monitor, key, begins, ends, problems, severity, title, ticket)
            values (:monitor, :key, :begins, :ends, :problems, :severity, :title, :ticket)\
            """)
        .param("monitor", monitor)
        .param("key", key)
        .param("begins", Timestamp.from(episode.begins()))
        .param("ends", episode.ends() == null ? null : Timestamp.from(episode.ends()))
        .param("problems", episode.problems())
        .param("severity", episode.severity().name())
        .param("title", episode.first().title())
        .param("ticket", ticket)
        .update();
  }

  private String outcome(Instant ends) {
    return "The check is fine again since %s."
        .formatted(Dates.full(LocalDateTime.ofInstant(ends, zone.id())));
  }

  /// Drops news of checks that were fine for long.
  void forgetBefore(Instant now) {
    sql.sql(
            """
            delete from helpdesk.signal
             where at < :long_ago
               and not exists (select 1 from helpdesk.episode
                                where episode.monitor = signal.monitor
                                  and episode.key = signal.key
                                  and (episode.ends is null or episode.ends >= :long_ago))\
            """)
        .param("long_ago", Timestamp.from(now.minus(java.time.Duration.ofDays(NEWS_DAYS))))
        .update();
  }
}
