package dev.linchpin.helpdesk;

import dev.linchpin.directory.ExtraDays;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tickets put into a database by hand, without the whole application.
public final class DeskSql {
  public static final Instant NOW = Instant.parse("2027-03-12T09:00:00Z");

  private final JdbcClient sql;
  private final Tickets tickets;

  public DeskSql(JdbcClient sql) {
    this.sql = sql;
    InstantSource clock = InstantSource.fixed(NOW);
    var audit = new Audit(sql, clock);
    var zone = new Zone(new Settings(sql), clock);
    var people = new People(sql, audit, _ -> {});
    var sites = new Sites(sql, audit, _ -> {});
    this.tickets =
        new Tickets(
            sql,
            new TicketSearch(sql),
            new WorkingTime(
                people,
                sites,
                new ExtraDays(sql, audit, _ -> {}),
                new Leaves(sql, audit, _ -> {}),
                zone));
  }

  public Audit audit() {
    return new Audit(sql, InstantSource.fixed(NOW));
  }

  public Tickets tickets() {
    return tickets;
  }

  /// @param opened like "2027-03-01T09:00"
  /// @param outcome what was done; with it the ticket is resolved
  public Ticket add(
      String number, String title, String description, String opened, String outcome) {
    sql.sql(
            """
            insert into helpdesk.ticket
                   (source, number, title, description, state, opened, resolved, caller, assignee,
                    team, category, service_name, priority, handled_seconds, touches, outcome)
            values ('linchpin', :number, :title, :description, :state, :opened,
                    cast(:resolved as timestamp), '', '', '', '', '', '', 0, 0, :outcome)\
            """)
        .param("number", number)
        .param("title", title)
        .param("description", description)
        .param("state", outcome.isEmpty() ? "OPEN" : "RESOLVED")
        .param("opened", LocalDateTime.parse(opened))
        .param("resolved", outcome.isEmpty() ? null : opened)
        .param("outcome", outcome)
        .update();
    return tickets.find(number).orElseThrow();
  }

  /// What a caller said.
  public void say(Ticket ticket, String text) {
    sql.sql(
            """
            insert into helpdesk.message
                   (id, ticket, home, at, kind, channel, who, text, delivery)
            values (gen_random_uuid(), :ticket, :ticket, now(), 'FROM_CALLER', 'phone', '', :text,
                    'NONE')\
            """)
        .param("ticket", ticket.id())
        .param("text", text)
        .update();
  }
}
