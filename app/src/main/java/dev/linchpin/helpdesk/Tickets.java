package dev.linchpin.helpdesk;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.forecast.WorkCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tickets of the organisation, by number. Where two sources share a number, the newer counts.
@Repository
public class Tickets implements Guarded<String, Ticket> {
  /// Tickets of one kind that are compared at most.
  private static final int ALIKE_MAX = 1_000;

  private static final int PLACE_SAID_MAX = 20;

  private static final String SELECT =
      """
      select id, source, number, title, description, state, opened, resolved, closed, caller,
             assignee, person, team, category, service, service_name, priority,
             logged_seconds is not null as logged, handled_seconds, touches
        from helpdesk.ticket\
      """;
  private static final String OPEN = "state in ('OPEN', 'WAITING')";

  private final JdbcClient sql;
  private final WorkingTime workingTime;

  public Tickets(JdbcClient sql, WorkingTime workingTime) {
    this.sql = sql;
    this.workingTime = workingTime;
  }

  /// Where a page of the list begins: after this ticket.
  public record After(LocalDateTime opened, long id) {}

  /// What the help desk carries now.
  ///
  /// @param total all tickets that are kept, open or not
  /// @param old open for more than a week
  /// @param lastWeek working time of the tickets that ended within the last seven days
  public record Load(long total, long open, long old, Duration lastWeek) {}

  @Override
  public Optional<Ticket> find(String number) {
    return sql.sql(SELECT + " where number = :number order by opened desc, id desc limit 1")
        .param("number", number)
        .query(Tickets::toTicket)
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, Ticket thing) {
    return switch (right) {
      case READ -> Permission.READ_TICKETS.isOf(who.roles());
      case WRITE -> Permission.CHANGE_TICKET.isOf(who.roles());
    };
  }

  /// Whose number or title holds the words, typing mistakes forgiven; the closest first, the open
  /// before the done.
  public List<Ticket> like(String words, int limit) {
    return sql.sql(
            SELECT
                + """
                 where number ilike :part or title ilike :part
                    or public.word_similarity(:words, title) >= 0.4
                 order by lower(number) = lower(:words) desc,
                          state in ('OPEN', 'WAITING') desc,
                          public.word_similarity(:words, title) desc, opened desc, id desc
                 limit :limit\
                """)
        .param("words", words)
        .param("part", anywhere(words))
        .param("limit", limit)
        .query(Tickets::toTicket)
        .list();
  }

  /// The newest first, a page at a time.
  ///
  /// @param words part of the title, number, caller, assignee or team; may be empty
  /// @param after null for the first page
  public List<Ticket> list(boolean openOnly, String words, @Nullable After after, int limit) {
    String where =
        " where (:words = '' or title ilike :part or number ilike :part or caller ilike :part"
            + " or assignee ilike :part or team ilike :part)"
            + (openOnly ? " and " + OPEN : "")
            + (after == null ? "" : " and (opened, id) < (:opened, :id)");
    JdbcClient.StatementSpec statement =
        sql.sql(SELECT + where + " order by opened desc, id desc limit :limit")
            .param("words", words)
            .param("part", anywhere(words))
            .param("limit", limit);
    if (after != null) {
      statement = statement.param("opened", after.opened()).param("id", after.id());
    }
    return statement.query(Tickets::toTicket).list();
  }

  /// @param now in the organisation's zone
  public Load load(LocalDateTime now) {
    return sql.sql(
            """
            select (select count(*) from helpdesk.ticket) as total,
                   (select count(*) from helpdesk.ticket
                     where state in ('OPEN', 'WAITING')) as open,
                   (select count(*) from helpdesk.ticket
                     where state in ('OPEN', 'WAITING') and opened < :week) as old,
                   (select coalesce(sum(handled_seconds), 0) from helpdesk.ticket
                     where coalesce(resolved, closed) between :week and :now) as seconds\
            """)
        .param("week", now.minusWeeks(1))
        .param("now", now)
        .query((row, number) ->
            new Load(
                row.getLong("total"),
                row.getLong("open"),
                row.getLong("old"),
                Duration.ofSeconds(row.getLong("seconds"))))
        .single();
  }

  /// The ticket's place in the line of whoever has it, else of its team; 1 is next. Empty when it
  /// does not wait for its turn, or the line is too long to be worth saying.
  public Optional<Integer> place(Ticket ticket) {
    boolean hasSomebody = !ticket.assignee().isEmpty();
    if (ticket.state() != TicketState.OPEN || !hasSomebody && ticket.team().isEmpty()) {
      return Optional.empty();
    }
    String same = hasSomebody ? "assignee = :assignee" : "team = :team and assignee = ''";
    int before =
        sql.sql(
                """
                select count(*) from helpdesk.ticket
                 where state = 'OPEN' and (opened, id) < (:opened, :id) and
                """
                    + same)
            .param("opened", ticket.opened())
            .param("id", ticket.id())
            .param("assignee", ticket.assignee())
            .param("team", ticket.team())
            .query(Integer.class)
            .single();
    return Optional.of(before + 1).filter(place -> place <= PLACE_SAID_MAX);
  }

  /// How long tickets like this one took, from opening to end: those of the same service, else of
  /// the same category. Empty when there are fewer than ten.
  public Optional<Pace> likeThis(String number) {
    Ticket ticket = find(number).orElse(null);
    if (ticket == null) {
      return Optional.empty();
    }
    List<Pace.Span> spans = spans(ticket);
    if (spans.size() < Pace.TICKETS_MIN) {
      return Optional.empty();
    }
    LocalDate first = spans.stream().map(Pace.Span::from).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = spans.stream().map(Pace.Span::to).max(LocalDate::compareTo).orElseThrow();
    WorkCalendar calendar = workingTime.organisationCalendar(first, last);
    return Optional.of(Pace.of(spans, calendar));
  }

  private List<Pace.Span> spans(Ticket ticket) {
    UUID service = ticket.service() == null ? null : ticket.service().value();
    if (service == null && ticket.category().isEmpty()) {
      return List.of();
    }
    String same = service == null ? "category = :category" : "service = :service";
    return sql.sql(
            """
            select opened::date as first, coalesce(resolved, closed)::date as last
              from helpdesk.ticket
             where coalesce(resolved, closed) >= opened
               and state not in ('OPEN', 'WAITING')
            """
                + " and "
                + same
                + " order by opened desc limit :limit")
        .param("category", ticket.category())
        .param("service", service)
        .param("limit", ALIKE_MAX)
        .query((row, number) ->
            new Pace.Span(
                row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
        .list();
  }

  private static String anywhere(String words) {
    return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static Ticket toTicket(ResultSet row, int number) throws SQLException {
    UUID person = row.getObject("person", UUID.class);
    UUID service = row.getObject("service", UUID.class);
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
        row.getString("caller"),
        row.getString("assignee"),
        person == null ? null : new PersonId(person),
        row.getString("team"),
        row.getString("category"),
        service == null ? null : new ServiceId(service),
        row.getString("service_name"),
        row.getString("priority"),
        row.getBoolean("logged"),
        Duration.ofSeconds(row.getLong("handled_seconds")),
        row.getInt("touches"));
  }
}
