package dev.linchpin.helpdesk;

import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When somebody of the directory had a ticket in hands here. The forecast takes their hours from
/// it.
@Repository
class Touches {
  private final JdbcClient sql;
  private final Zone zone;

  Touches(JdbcClient sql, Zone zone) {
    this.sql = sql;
    this.zone = zone;
  }

  /// A change or a message; a second one within the same minute is no second touch.
  void add(Ticket ticket, By by) {
    if (by.person() == null) {
      return;
    }
    insert(ticket, by, null, null);
    recount(ticket);
  }

  /// Booked working time, up to the moment of `by`.
  void add(Ticket ticket, By by, UUID work, Duration time) {
    insert(ticket, by, work, time.toSeconds());
  }

  private void insert(Ticket ticket, By by, @Nullable UUID work, @Nullable Long seconds) {
    sql.sql(
            """
            insert into helpdesk.touch
                   (ticket, at, assignee, team, logged_seconds, person, work, home)
            select :ticket, :at, :name, :team, cast(:seconds as bigint), :person,
                   cast(:work as uuid), :ticket
             where cast(:work as uuid) is not null
                or not exists (select 1 from helpdesk.touch
                                where ticket = :ticket and at = :at and person = :person
                                  and logged_seconds is null)\
            """)
        .param("ticket", ticket.id())
        .param("at", minute(by))
        .param("name", by.name())
        .param("team", ticket.team())
        .param("seconds", seconds)
        .param("person", by.person() == null ? null : by.person().value())
        .param("work", work)
        .update();
  }

  private LocalDateTime minute(By by) {
    return LocalDateTime.ofInstant(by.at(), zone.id()).truncatedTo(ChronoUnit.MINUTES);
  }

  /// Says again how much work the ticket was.
  void recount(Ticket ticket) {
    List<Touch> touches =
        new ArrayList<>(
            sql.sql(
                    """
                    select at, assignee, team, logged_seconds from helpdesk.touch
                     where ticket = :ticket order by at\
                    """)
                .param("ticket", ticket.id())
                .query((row, number) ->
                    new Touch(
                        row.getObject("at", LocalDateTime.class),
                        row.getString("assignee"),
                        row.getString("team"),
                        seconds(row.getObject("logged_seconds", Long.class))))
                .list());
    Duration whole =
        seconds(
            sql.sql("select coalesce(logged_seconds, 0) from helpdesk.ticket where id = :id")
                .param("id", ticket.id())
                .query(Long.class)
                .single());
    TicketRecord record =
        record(ticket, whole == null || whole.isZero() ? null : whole, touches).beside();
    double minutes = new HoursSpent(Assumptions.USUAL).add(record);
    sql.sql(
            """
            update helpdesk.ticket
               set handled_seconds = :handled, touches = :touches,
                   booked_seconds =
                     (select coalesce(sum(seconds), 0) from helpdesk.work where ticket = :id)
             where id = :id\
            """)
        .param("handled", Math.round(60 * minutes))
        .param("touches", touches.size())
        .param("id", ticket.id())
        .update();
  }

  private static TicketRecord record(Ticket ticket, @Nullable Duration whole, List<Touch> touches) {
    return new TicketRecord(
        ticket.number(),
        "",
        "",
        ticket.state(),
        ticket.opened(),
        ticket.resolved(),
        ticket.closed(),
        "",
        ticket.assignee(),
        ticket.team(),
        "",
        "",
        "",
        whole,
        touches);
  }

  private static @Nullable Duration seconds(@Nullable Long seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }
}
