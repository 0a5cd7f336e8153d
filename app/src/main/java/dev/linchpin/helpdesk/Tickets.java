package dev.linchpin.helpdesk;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.forecast.WorkCalendar;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

  /// Titles that are compared letter by letter at most.
  private static final int NEAR_AMONG = 500;

  private static final String SELECT = TicketRows.SELECT;
  private static final String AFTER_OPENED = " and (opened, ticket.id) < (:opened, :id)";
  private static final String AFTER_DUE = " and (due, ticket.id) > (:dueAfter, :id)";

  private final JdbcClient sql;
  private final TicketSearch search;
  private final WorkingTime workingTime;

  public Tickets(JdbcClient sql, TicketSearch search, WorkingTime workingTime) {
    this.sql = sql;
    this.search = search;
    this.workingTime = workingTime;
  }

  /// Where a page of the list begins: after this ticket.
  ///
  /// @param at when it was opened; in a list by what is due, when it is due, in UTC
  public record After(LocalDateTime at, long id) {
    public static After of(Ticket ticket, boolean byDue) {
      return new After(
          byDue
              ? LocalDateTime.ofInstant(ticket.targets().due().orElseThrow(), ZoneOffset.UTC)
              : ticket.opened(),
          ticket.id());
    }

    @Override
    public String toString() {
      return at + "_" + id;
    }
  }

  /// What the help desk carries now.
  ///
  /// @param any whether there is a ticket at all, open or not
  /// @param old open for more than a week
  /// @param lastWeek working time of the tickets that ended within the last seven days
  public record Load(boolean any, long open, long old, Duration lastWeek) {}

  @Override
  public Optional<Ticket> find(String number) {
    return sql.sql(
            SELECT
                + " where number = :number order by source = :here desc, opened desc, id desc limit"
                + " 1")
        .param("here", Ticket.HERE)
        .param("number", number)
        .query(TicketRows::ticket)
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, Ticket thing) {
    return switch (right) {
      case READ -> Permission.READ_TICKETS.isOf(who.roles());
      case WRITE -> Permission.CHANGE_TICKET.isOf(who.roles());
    };
  }

  /// As the search of tickets finds them, the closest first.
  public List<Ticket> like(String words, int limit) {
    return search.find(TicketFilter.ALL.withWords(words), null, limit);
  }

  /// Of the newest open ones those whose title is like the words: typing errors forgiven.
  public List<Ticket> near(String words, int limit) {
    return sql.sql(
            SELECT
                + """
                 where ticket.id in (select id from helpdesk.ticket
                                      where state not in ('RESOLVED', 'CLOSED')
                                      order by opened desc, id desc limit :among)
                   and public.word_similarity(:words, title) > 0.45
                 order by public.word_similarity(:words, title) desc, opened desc, id desc
                 limit :limit\
                """)
        .param("words", words)
        .param("among", NEAR_AMONG)
        .param("limit", limit)
        .query(TicketRows::ticket)
        .list();
  }

  /// The newest first, or what is due next first, a page at a time; with words the closest first,
  /// as `TicketSearch` finds them.
  ///
  /// @param after null for the first page
  public List<Ticket> list(TicketFilter filter, @Nullable After after, int limit) {
    if (!filter.words().isEmpty()) {
      return search.find(filter, after == null ? null : after.id(), limit);
    }
    JdbcClient.StatementSpec statement =
        sql.sql(
            SELECT
                + " where "
                + filter.where()
                + (after == null ? "" : filter.isByDue() ? AFTER_DUE : AFTER_OPENED)
                + (filter.isByDue()
                    ? " order by due, ticket.id limit :limit"
                    : " order by opened desc, ticket.id desc limit :limit"));
    for (var param : filter.params().entrySet()) {
      statement = statement.param(param.getKey(), param.getValue());
    }
    if (after != null) {
      statement =
          statement
              .param("opened", after.at())
              .param("dueAfter", Timestamp.from(after.at().toInstant(ZoneOffset.UTC)))
              .param("id", after.id());
    }
    return statement.param("limit", limit).query(TicketRows::ticket).list();
  }

  /// What this caller has open or had lately, the newest first.
  public List<Ticket> calledBy(PersonId caller, int limit) {
    return sql.sql(
            SELECT
                + " where caller_person = :caller order by opened desc, ticket.id desc limit"
                + " :limit")
        .param("caller", caller.value())
        .param("limit", limit)
        .query(TicketRows::ticket)
        .list();
  }

  /// Those that a problem caused, by its ref; the newest first.
  public List<Ticket> causedBy(String ref, int limit) {
    return sql.sql(
            SELECT
                + """
                 where ticket.id in (select ticket from helpdesk.ticket_link
                                      where ref = :ref and kind = 'CAUSED_BY')
                 order by opened desc, ticket.id desc limit :limit\
                """)
        .param("ref", ref)
        .param("limit", limit)
        .query(TicketRows::ticket)
        .list();
  }

  /// @param now in the organisation's zone
  public Load load(LocalDateTime now) {
    return sql.sql(
            """
            select exists (select 1 from helpdesk.ticket) as any_at_all,
                   count(*) as open, count(*) filter (where opened < :week) as old,
                   (select coalesce(sum(handled_seconds), 0) from helpdesk.ticket
                     where coalesce(resolved, closed) between :week and :now) as seconds
              from helpdesk.ticket where state not in ('RESOLVED', 'CLOSED')\
            """)
        .param("week", now.minusWeeks(1))
        .param("now", now)
        .query((row, number) ->
            new Load(
                row.getBoolean("any_at_all"),
                row.getLong("open"),
                row.getLong("old"),
                Duration.ofSeconds(row.getLong("seconds"))))
        .single();
  }

  /// The ticket's place in the line of whoever has it, else of its team; 1 is next. Empty when it
  /// does not wait for its turn, or the line is too long to be worth saying.
  public Optional<Integer> place(Ticket ticket) {
    boolean hasSomebody = !ticket.assignee().isEmpty();
    boolean waitsHere = ticket.state().isOpen() && !ticket.state().isWaiting();
    if (!waitsHere || !hasSomebody && ticket.team().isEmpty()) {
      return Optional.empty();
    }
    String same = hasSomebody ? "assignee = :assignee" : "team = :team and assignee = ''";
    int before =
        sql.sql(
                """
                select count(*) from helpdesk.ticket
                 where state in ('NEW', 'OPEN') and (opened, id) < (:opened, :id) and
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
               and state in ('RESOLVED', 'CLOSED')
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
}
