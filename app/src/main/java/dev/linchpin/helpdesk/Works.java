package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Edit.Value;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Working time that people booked on tickets, typed or by a timer. Each counts in the forecast of
/// the projects of that person from the same minute.
@Repository
public class Works {
  /// What one booking may hold; a timer that ran longer was forgotten.
  public static final Duration MOST = Duration.ofHours(10);

  private static final Duration LEAST = Duration.ofMinutes(1);

  private final JdbcClient sql;
  private final TicketTable table;
  private final Touches touches;
  private final Steps steps;

  Works(JdbcClient sql, TicketTable table, Touches touches, Steps steps) {
    this.sql = sql;
    this.table = table;
    this.touches = touches;
    this.steps = steps;
  }

  /// @param at when it ended
  public record Work(UUID id, String who, Instant at, Duration time, String about) {}

  /// A timer that runs.
  public record Timer(String ticket, Instant since) {}

  /// All of a ticket, the oldest first.
  public List<Work> of(Ticket ticket) {
    return of(ticket, PageEnd.START, Integer.MAX_VALUE);
  }

  /// A page of them.
  public List<Work> of(Ticket ticket, PageEnd after, int limit) {
    return sql.sql(
            """
            select id, who, at, seconds, about from helpdesk.work
             where ticket = :ticket and (at, id) > (:at, :id) order by at, id limit :limit\
            """)
        .param("ticket", ticket.id())
        .param("at", Timestamp.from(after.at()))
        .param("id", after.id())
        .param("limit", limit)
        .query((row, number) ->
            new Work(
                row.getObject("id", UUID.class),
                row.getString("who"),
                row.getTimestamp("at").toInstant(),
                Duration.ofSeconds(row.getLong("seconds")),
                row.getString("about")))
        .list();
  }

  /// Books working time that ended at the moment of `by`.
  ///
  /// @param person who worked
  /// @param time a minute to ten hours
  /// @return the step of the ticket's history
  @Transactional
  public int book(Ticket shown, PersonId person, Duration time, String about, By by) {
    return book(UUID.randomUUID(), shown, person, time, about, by);
  }

  private int book(UUID id, Ticket shown, PersonId person, Duration time, String about, By by) {
    if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(SpentTime.HOW);
    }
    Ticket ticket = table.lock(shown.id());
    sql.sql(
            """
            insert into helpdesk.work (id, ticket, home, person, who, at, seconds, about)
            values (:id, :ticket, :ticket, :person, :who, :at, :seconds, :about)\
            """)
        .param("id", id)
        .param("ticket", ticket.id())
        .param("person", person.value())
        .param("who", by.name())
        .param("at", Timestamp.from(by.at()))
        .param("seconds", time.toSeconds())
        .param("about", about.strip())
        .update();
    touches.add(ticket, new By(by.name(), person, by.at(), by.request()), id, time);
    var edit =
        new Edit(
            TicketField.WORK,
            id.toString(),
            Value.NOTHING,
            new Value(Long.toString(time.toSeconds()), words(time)));
    return steps.write(ticket, List.of(edit), by, null);
  }

  /// The same, once for a key: sent again, nothing is booked.
  ///
  /// @param once null where nothing makes it the same
  /// @return what was booked the first time
  @Transactional
  public UUID bookOnce(
      Ticket shown, PersonId person, Duration time, String about, By by, @Nullable String once) {
    UUID id = UUID.randomUUID();
    UUID first = once == null ? id : first(once, id);
    if (first.equals(id)) {
      book(id, shown, person, time, about, by);
    }
    return first;
  }

  private UUID first(String once, UUID id) {
    return sql.sql(
            """
            insert into helpdesk.work_once (once, work) values (:once, :id)
            on conflict (once) do update set once = excluded.once returning work\
            """)
        .param("once", once)
        .param("id", id)
        .query(UUID.class)
        .single();
  }

  /// The timer of this person.
  public Optional<Timer> timer(PersonId person) {
    return sql.sql(
            """
            select number, since from helpdesk.timer
              join helpdesk.ticket on ticket.id = timer.ticket where timer.person = :person\
            """)
        .param("person", person.value())
        .query((row, number) ->
            new Timer(row.getString("number"), row.getTimestamp("since").toInstant()))
        .optional();
  }

  /// Starts the timer; one that runs on another ticket is stopped and booked there.
  @Transactional
  public void start(Ticket ticket, PersonId person, By by) {
    if (timer(person).filter(timer -> timer.ticket().equals(ticket.number())).isPresent()) {
      return;
    }
    stop(person, by);
    sql.sql("insert into helpdesk.timer (person, ticket, since) values (:person, :ticket, :since)")
        .param("person", person.value())
        .param("ticket", ticket.id())
        .param("since", Timestamp.from(by.at()))
        .update();
  }

  /// Stops the timer and books what it ran, ten hours at most.
  ///
  /// @return what was booked; empty when none ran, or for less than half a minute
  @Transactional
  public Optional<Duration> stop(PersonId person, By by) {
    record Running(long ticket, Instant since) {}
    Optional<Running> running =
        sql.sql("delete from helpdesk.timer where person = :person returning ticket, since")
            .param("person", person.value())
            .query((row, number) ->
                new Running(row.getLong("ticket"), row.getTimestamp("since").toInstant()))
            .optional();
    if (running.isEmpty()) {
      return Optional.empty();
    }
    long minutes = Math.round(Duration.between(running.get().since(), by.at()).toSeconds() / 60.0);
    if (minutes < 1) {
      return Optional.empty();
    }
    Duration time = Duration.ofMinutes(Math.min(minutes, MOST.toMinutes()));
    book(table.get(running.get().ticket()), person, time, "", by);
    return Optional.of(time);
  }

  /// "1 h 30 min"
  public static String words(Duration time) {
    long minutes = time.toMinutes();
    return minutes < 60
        ? minutes + " min"
        : minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
