package dev.linchpin.helpdesk;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tickets of whoever asks, as their caller: found by the account's e-mail address.
@Repository
public class OwnTickets implements Guarded<String, Ticket> {
  private final JdbcClient sql;
  private final Tickets tickets;

  OwnTickets(JdbcClient sql, Tickets tickets) {
    this.sql = sql;
    this.tickets = tickets;
  }

  @Override
  public Optional<Ticket> find(String number) {
    return tickets.find(number);
  }

  @Override
  public boolean allows(Who who, Right right, Ticket ticket) {
    return !who.email().isEmpty() && who.email().equalsIgnoreCase(ticket.caller().email());
  }

  /// The newest first.
  public List<Ticket> of(Who who, int limit) {
    return sql.sql(
            TicketRows.SELECT
                + """
                 where lower(caller_email) = lower(:email) and caller_email <> ''
                 order by opened desc, ticket.id desc limit :limit\
                """)
        .param("email", who.email())
        .param("limit", limit)
        .query(TicketRows::ticket)
        .list();
  }
}
