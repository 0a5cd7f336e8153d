package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.ServiceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tickets as the database has them.
final class TicketRows {
  static final String SELECT =
      """
      select ticket.id, source, number, title, description, state, opened, resolved, closed,
             caller, caller_person, caller_email, caller_phone, assignee, person, team, category,
             service, service_name, priority, handled_seconds, touches, version, kind, impact,
             urgency, queue, outcome, changed, answer_due, answer_met, answer_left, resolve_due,
             resolve_met, resolve_left,
             logged_seconds is not null or booked_seconds > 0 as logged,
             (select kept.number from helpdesk.ticket kept
               where kept.id = ticket.merged_into) as merged_into_number
        from helpdesk.ticket\
      """;

  private TicketRows() {}

  static Ticket ticket(ResultSet row, int number) throws SQLException {
    UUID service = row.getObject("service", UUID.class);
    UUID queue = row.getObject("queue", UUID.class);
    return new Ticket(
        row.getLong("id"),
        row.getString("source"),
        row.getString("number"),
        row.getString("title"),
        row.getString("description"),
        TicketState.valueOf(row.getString("state")),
        row.getObject("opened", LocalDateTime.class),
        row.getObject("resolved", LocalDateTime.class),
        row.getObject("closed", LocalDateTime.class),
        caller(row),
        row.getString("assignee"),
        person(row, "person"),
        row.getString("team"),
        row.getString("category"),
        service == null ? null : new ServiceId(service),
        row.getString("service_name"),
        row.getString("priority"),
        row.getBoolean("logged"),
        Duration.ofSeconds(row.getLong("handled_seconds")),
        row.getInt("touches"),
        row.getInt("version"),
        TicketKind.valueOf(row.getString("kind")),
        grade(row.getString("impact")),
        grade(row.getString("urgency")),
        queue == null ? null : new QueueId(queue),
        row.getString("outcome"),
        row.getString("merged_into_number"),
        row.getObject("changed", LocalDateTime.class),
        new Targets(target(row, "answer"), target(row, "resolve")));
  }

  /// A ticket without a target has neither its moment nor what is left.
  private static @Nullable Target target(ResultSet row, String which) throws SQLException {
    Timestamp due = row.getTimestamp(which + "_due");
    Timestamp met = row.getTimestamp(which + "_met");
    Integer left = row.getObject(which + "_left", Integer.class);
    return left == null
        ? null
        : new Target(
            due == null ? null : due.toInstant(),
            met == null ? null : met.toInstant(),
            Duration.ofSeconds(left));
  }

  private static Caller caller(ResultSet row) throws SQLException {
    return new Caller(
        person(row, "caller_person"),
        row.getString("caller"),
        row.getString("caller_email"),
        row.getString("caller_phone"));
  }

  static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    UUID person = row.getObject(column, UUID.class);
    return person == null ? null : new PersonId(person);
  }

  private static @Nullable Grade grade(@Nullable String name) {
    return name == null ? null : Grade.valueOf(name);
  }
}
