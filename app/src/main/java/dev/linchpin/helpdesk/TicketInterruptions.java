package dev.linchpin.helpdesk;

import dev.linchpin.directory.Crew;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.load.GoLive;
import dev.linchpin.helpdesk.InterruptionModel.Unmatched;
import dev.linchpin.planning.InterruptionSource;
import dev.linchpin.planning.Milestones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the kept tickets of the last half year take from people. Whoever has none loses nothing.
@Component
public class TicketInterruptions implements InterruptionSource {
  private static final int WEEKS = 26;

  /// Names that are nobody here must not be taken for somebody by accident.
  private static final String NOBODY_HERE = "nobody here: ";

  private final JdbcClient sql;
  private final WorkingTime workingTime;
  private final TicketImports imports;
  private final TicketArrivals arrivals;
  private final Milestones milestones;

  public TicketInterruptions(
      JdbcClient sql,
      WorkingTime workingTime,
      TicketImports imports,
      TicketArrivals arrivals,
      Milestones milestones) {
    this.sql = sql;
    this.workingTime = workingTime;
    this.imports = imports;
    this.arrivals = arrivals;
    this.milestones = milestones;
  }

  @Override
  public Interruptions interruptions(Collection<Person> people, LocalDateTime now) {
    TicketHistory history = history(now.truncatedTo(ChronoUnit.HOURS).plusHours(1));
    LocalDate asOf = now.toLocalDate();
    if (history.tickets().isEmpty() || people.isEmpty()) {
      return Interruptions.NONE;
    }
    Crew crew = workingTime.crew(people.stream().map(Person::id).toList(), asOf, asOf);
    return InterruptionModel.of(
            history, imports.assumptions(), arrivals.perDay(asOf), goLives(asOf), now)
        .forPeople(crew.people(), crew.calendars(), Unmatched.NONE)
        .interruptions();
  }

  /// Past ones, and those that the forecast before this one saw ahead.
  private List<GoLive> goLives(LocalDate asOf) {
    return milestones.goLives().stream()
        .filter(one -> one.reached() != one.day().isAfter(asOf))
        .map(GoLiveWaves::goLive)
        .toList();
  }

  @Override
  public Optional<String> warning(LocalDate asOf) {
    return arrivals.warning(asOf);
  }

  /// What was known before a moment: the end of the hour that runs, so that what is booked counts
  /// at once.
  private TicketHistory history(LocalDateTime until) {
    var tickets = new LinkedHashMap<Long, List<Touched>>();
    sql.sql(
            """
            select ticket.id, ticket.number, ticket.opened, ticket.resolved, ticket.closed,
                   ticket.logged_seconds as whole, ticket.team as last_team,
                   coalesce(
                     case when 'ASSIGNEE' = any(ticket.own) then ticket.person end::text,
                     owner.person::text, :nobody || ticket.assignee) as owner,
                   ticket.assignee as owner_name, touch.at, touch.team, touch.logged_seconds,
                   touch.assignee,
                   coalesce(touch.person::text, hand.person::text, :nobody || touch.assignee)
                     as hand,
                   touch.home is not null as here
              from helpdesk.ticket
              left join helpdesk.assignee owner
                on owner.source = ticket.source and owner.name = ticket.assignee
              left join helpdesk.touch on touch.ticket = ticket.id and touch.at < :until
              left join helpdesk.assignee hand
                on hand.source = ticket.source and hand.name = touch.assignee
             where ticket.opened >= :from and ticket.opened < :until
             order by ticket.id, touch.at\
            """)
        .param("nobody", NOBODY_HERE)
        .param("from", until.toLocalDate().minusWeeks(WEEKS).atStartOfDay())
        .param("until", until)
        .query(row -> {
          tickets.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>()).add(touched(row));
        });
    return TicketHistory.of(
        "kept tickets", tickets.values().stream().map(rows -> record(rows, until)).toList());
  }

  private record Touched(
      String number,
      LocalDateTime opened,
      @Nullable LocalDateTime resolved,
      @Nullable LocalDateTime closed,
      @Nullable Duration whole,
      String owner,
      String team,
      boolean here,
      @Nullable Touch touch) {

    /// When booked time began at the latest: it may be more than the ticket is old, after a call.
    LocalDateTime began() {
      Touch touched = touch;
      Duration booked = touched == null ? null : touched.logged();
      LocalDateTime began = touched == null || booked == null ? opened : touched.at().minus(booked);
      return here && began.isBefore(opened) ? began : opened;
    }
  }

  private static Touched touched(ResultSet row) throws SQLException {
    LocalDateTime at = row.getObject("at", LocalDateTime.class);
    String owner = row.getString("owner_name").isEmpty() ? "" : row.getString("owner");
    return new Touched(
        row.getString("number"),
        row.getObject("opened", LocalDateTime.class),
        row.getObject("resolved", LocalDateTime.class),
        row.getObject("closed", LocalDateTime.class),
        seconds(row, "whole"),
        owner,
        row.getString("last_team"),
        row.getBoolean("here"),
        at == null
            ? null
            : new Touch(
                at,
                row.getString("assignee").isEmpty() ? "" : row.getString("hand"),
                row.getString("team"),
                seconds(row, "logged_seconds")));
  }

  private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
    Long seconds = row.getObject(column, Long.class);
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  /// The ticket as it was known at that moment.
  private static TicketRecord record(List<Touched> rows, LocalDateTime now) {
    Touched one = rows.getFirst();
    LocalDateTime resolved = before(one.resolved(), now);
    LocalDateTime closed = before(one.closed(), now);
    boolean done = resolved != null || closed != null;
    return new TicketRecord(
            one.number(),
            "",
            "",
            done ? TicketState.RESOLVED : TicketState.OPEN,
            rows.stream().map(Touched::began).min(LocalDateTime::compareTo).orElse(one.opened()),
            resolved,
            closed,
            "",
            one.owner(),
            one.team(),
            "",
            "",
            "",
            done ? one.whole() : null,
            rows.stream().map(Touched::touch).filter(Objects::nonNull).toList())
        .beside();
  }

  private static @Nullable LocalDateTime before(@Nullable LocalDateTime at, LocalDateTime now) {
    return at != null && at.isBefore(now) ? at : null;
  }
}
