package dev.linchpin.helpdesk.reports;

import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.reports.DeskReport.Cause;
import dev.linchpin.helpdesk.reports.DeskReport.CauseKind;
import dev.linchpin.helpdesk.reports.DeskReport.Kept;
import dev.linchpin.helpdesk.reports.DeskReport.Times;
import dev.linchpin.helpdesk.reports.DeskReport.Week;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what the help desk did.
@Repository
public class DeskReports {
  private static final int CAUSES_MAX = 10;

  private final JdbcClient sql;

  public DeskReports(JdbcClient sql) {
    this.sql = sql;
  }

  /// Which tickets count.
  ///
  /// @param from a Monday
  /// @param until the Monday after the last week
  /// @param queue null for all
  public record Scope(LocalDate from, LocalDate until, @Nullable QueueId queue) {
    /// Whole weeks that hold these days.
    public static Scope of(LocalDate first, LocalDate last, @Nullable QueueId queue) {
      return new Scope(
          first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
          last.with(TemporalAdjusters.next(DayOfWeek.MONDAY)),
          queue);
    }
  }

  /// @param now in the organisation's zone
  public DeskReport of(Scope scope, LocalDateTime now, ZoneId zone) {
    return new DeskReport(
        weeks(scope),
        ages(scope, now),
        reopened(scope, zone),
        causes(scope),
        firstAnswer(scope, zone),
        resolution(scope),
        kept(scope, "answer", now, zone),
        kept(scope, "resolve", now, zone));
  }

  private Kept kept(Scope scope, String goal, LocalDateTime now, ZoneId zone) {
    return in(
            scope,
            """
            select count(*) filter (where met <= due) as kept,
                   count(*) filter (where met is not null or due < :instant) as over
              from (select GOAL_due as due, GOAL_met as met from helpdesk.ticket
                     where opened >= :from and opened < :until and GOAL_due is not null
                       and %s) all_of\
            """
                .replace("GOAL", goal))
        .param("instant", Timestamp.from(now.atZone(zone).toInstant()))
        .query((row, number) -> new Kept(row.getInt("kept"), row.getInt("over")))
        .single();
  }

  private List<Week> weeks(Scope scope) {
    Map<LocalDate, Integer> came = perWeek(scope, "opened");
    Map<LocalDate, Integer> resolved = perWeek(scope, "coalesce(resolved, closed)");
    int backlog = backlogBefore(scope);
    var weeks = new ArrayList<Week>();
    for (LocalDate day = scope.from(); day.isBefore(scope.until()); day = day.plusWeeks(1)) {
      int in = came.getOrDefault(day, 0);
      int out = resolved.getOrDefault(day, 0);
      backlog += in - out;
      weeks.add(new Week(day, in, out, backlog));
    }
    return weeks;
  }

  private Map<LocalDate, Integer> perWeek(Scope scope, String moment) {
    var counts = new HashMap<LocalDate, Integer>();
    in(
            scope,
            """
            select date_trunc('week', %1$s)::date as week, count(*) as tickets
              from helpdesk.ticket
             where %1$s >= :from and %1$s < :until and %2$s
             group by 1\
            """
                .formatted(moment, "%s"))
        .query(row -> {
          counts.put(row.getObject("week", LocalDate.class), row.getInt("tickets"));
        });
    return counts;
  }

  private int backlogBefore(Scope scope) {
    return in(
            scope,
            """
            select (select count(*) from helpdesk.ticket
                     where state not in ('RESOLVED', 'CLOSED') and opened < :from and %1$s)
                 + (select count(*) from helpdesk.ticket
                     where coalesce(resolved, closed) >= :from and opened < :from and %1$s)\
            """)
        .query(Integer.class)
        .single();
  }

  private Map<String, Integer> ages(Scope scope, LocalDateTime now) {
    var ages = new LinkedHashMap<String, Integer>();
    in(
            scope,
            """
            select count(*) filter (where opened > :now - interval '1 day') as a,
                   count(*) filter (where opened <= :now - interval '1 day'
                                      and opened > :now - interval '7 days') as b,
                   count(*) filter (where opened <= :now - interval '7 days'
                                      and opened > :now - interval '30 days') as c,
                   count(*) filter (where opened <= :now - interval '30 days') as d
              from helpdesk.ticket where state not in ('RESOLVED', 'CLOSED') and %s\
            """)
        .param("now", now)
        .query(row -> {
          ages.put("up to a day", row.getInt("a"));
          ages.put("up to a week", row.getInt("b"));
          ages.put("up to 30 days", row.getInt("c"));
          ages.put("longer", row.getInt("d"));
        });
    return ages;
  }

  private int reopened(Scope scope, ZoneId zone) {
    return in(
            scope,
            """
            select count(distinct ticket) from helpdesk.history
              join helpdesk.ticket on ticket.id = history.ticket
             where field = 'STATE' and reverses is null
               and at >= cast(:from as timestamp) at time zone :zone
               and at < cast(:until as timestamp) at time zone :zone
               and (was like 'RESOLVED|%%' or was like 'CLOSED|%%')
               and not (becomes like 'RESOLVED|%%' or becomes like 'CLOSED|%%') and %s\
            """)
        .param("zone", zone.getId())
        .query(Integer.class)
        .single();
  }

  private Map<CauseKind, List<Cause>> causes(Scope scope) {
    var causes = new EnumMap<CauseKind, List<Cause>>(CauseKind.class);
    causes.put(CauseKind.SERVICE, causes(scope, "service_name", ""));
    causes.put(CauseKind.CATEGORY, causes(scope, "category", ""));
    causes.put(
        CauseKind.PROJECT,
        causes(
            scope,
            "upper(split_part(link.ref, '-', 1))",
            """
            join helpdesk.ticket_link link
              on link.ticket = ticket.id and link.kind = 'BELONGS_TO' and link.ref !~* '^[tpc]-'\
            """));
    causes.values().removeIf(List::isEmpty);
    return causes;
  }

  private List<Cause> causes(Scope scope, String name, String join) {
    return in(
            scope,
            """
            select %s as name, count(*) as tickets, sum(handled_seconds) as seconds
              from helpdesk.ticket %s
             where opened >= :from and opened < :until and %s <> '' and %s
             group by 1 order by tickets desc, 1 limit :limit\
            """
                .formatted(name, join, name, "%s"))
        .param("limit", CAUSES_MAX)
        .query((row, number) ->
            new Cause(
                row.getString("name"),
                row.getInt("tickets"),
                Duration.ofSeconds(row.getLong("seconds"))))
        .list();
  }

  private @Nullable Times firstAnswer(Scope scope, ZoneId zone) {
    return times(
        in(
                scope,
                """
                select greatest(interval '0', answered - opened) as took
                  from (select opened,
                               (select min(at) at time zone :zone from helpdesk.message
                                 where message.ticket = ticket.id and kind = 'ANSWER') as answered
                          from helpdesk.ticket
                         where opened >= :from and opened < :until and %s) answered
                 where answered is not null\
                """,
                TIMES)
            .param("zone", zone.getId()));
  }

  private @Nullable Times resolution(Scope scope) {
    return times(
        in(
            scope,
            """
            select coalesce(resolved, closed) - opened as took from helpdesk.ticket
             where coalesce(resolved, closed) >= :from and coalesce(resolved, closed) < :until
               and coalesce(resolved, closed) >= opened and %s\
            """,
            TIMES));
  }

  private static final String TIMES =
      """
      select count(*) as tickets,
             extract(epoch from percentile_disc(0.5) within group (order by took)) as middle,
             extract(epoch from percentile_disc(0.8) within group (order by took)) as eight
        from (%s) of_each\
      """;

  private static @Nullable Times times(JdbcClient.StatementSpec query) {
    Times times =
        query
            .query((row, number) ->
                new Times(
                    row.getInt("tickets"),
                    Duration.ofSeconds(row.getLong("middle")),
                    Duration.ofSeconds(row.getLong("eight"))))
            .single();
    return times.tickets() == 0 ? null : times;
  }

  private JdbcClient.StatementSpec in(Scope scope, String query) {
    return in(scope, query, "%s");
  }

  /// The query with the scope's tickets only.
  private JdbcClient.StatementSpec in(Scope scope, String query, String around) {
    String only =
        scope.queue() == null
            ? "ticket.merged_into is null"
            : "ticket.merged_into is null and ticket.queue = :queue";
    String inner = query.replace("%1$s", only).replace("%%", "\u0000").replace("%s", only);
    JdbcClient.StatementSpec statement =
        sql.sql(around.replace("%s", inner.replace("\u0000", "%")))
            .param("from", scope.from().atStartOfDay())
            .param("until", scope.until().atStartOfDay());
    return scope.queue() == null ? statement : statement.param("queue", scope.queue().value());
  }
}
