package dev.linchpin.planning;

import dev.linchpin.directory.Crew;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.WorkCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/*
 * How long a finished task really took is the working time of those who did it, from its first to
 * its last day, less what tickets take from them on such days. The simulation takes tickets off
 * again, so what stays in would count twice. Typed estimates of what is left never enter: only
 * what is done.
 */
/// How estimates turned out: what the engine learns from.
@Component
public class FinishedTasks {
  /// The newest so many are looked at.
  private static final int MOST = 3_000;

  private final JdbcClient sql;

  public FinishedTasks(JdbcClient sql) {
    this.sql = sql;
  }

  /// One task that is done.
  ///
  /// @param who directory ids of those who did it, as text
  /// @param people how much of people's time it took while it ran, all together
  /// @param kind the topic it asked for, the only word for a sort of work that projects share;
  ///   empty when it asked for none, or for several
  private record Finished(
      String project,
      boolean effort,
      Duration estimated,
      LocalDateTime start,
      LocalDateTime finish,
      List<String> who,
      double people,
      String kind) {}

  /// Tasks with an estimate that were done before the moment, oldest first.
  public History history(
      LocalDateTime asOf, Crew crew, WorkCalendar usual, Interruptions interruptions) {
    var had = new TimeHad(crew, usual, interruptions);
    return new History(
        finished(asOf).reversed().stream()
            .map(task ->
                new History.Finished(
                    new ProjectId(task.project()),
                    task.estimated(),
                    took(task, had),
                    task.kind(),
                    task.who().size() == 1 ? new PersonId(task.who().getFirst()) : null,
                    task.finish()))
            .filter(task -> !task.actual().isZero())
            .toList(),
        unfinished(asOf));
  }

  /// What is done of them says something about tasks and nothing about whole projects: those that
  /// rest or were cancelled as well.
  private List<ProjectId> unfinished(LocalDateTime asOf) {
    return sql.sql(
            """
            select key from planning.project
             where state <> 'DONE' or state_on > cast(:asOf as date) order by key\
            """)
        .param("asOf", asOf)
        .query((row, _) -> new ProjectId(row.getString("key")))
        .list();
  }

  private List<Finished> finished(LocalDateTime asOf) {
    return sql.sql(
            """
            select t.project, t.work_unit, t.likely_minutes, t.started_at, t.finished_at,
                   t.conditions,
                   array(select a.person::text from planning.assignment a
                          where a.project = t.project and a.task = t.number
                            and a.person is not null order by a.person) as who,
                   (select sum(a.share) from planning.assignment a
                     where a.project = t.project and a.task = t.number) as people
              from planning.task t
             where t.kind = 'TASK' and t.finished_at < :asOf and t.likely_minutes > 0
               and t.work_unit in ('EFFORT', 'WORKING')
             order by t.finished_at desc, t.project, t.number limit :most\
            """)
        .param("asOf", asOf)
        .param("most", MOST)
        .query(FinishedTasks::finished)
        .list();
  }

  private static Finished finished(ResultSet row, int number) throws SQLException {
    double people = row.getDouble("people");
    return new Finished(
        row.getString("project"),
        row.getString("work_unit").equals("EFFORT"),
        Duration.ofMinutes(row.getLong("likely_minutes")),
        row.getObject("started_at", LocalDateTime.class),
        row.getObject("finished_at", LocalDateTime.class),
        Arrays.asList((String[]) row.getArray("who").getArray()),
        people > 0 ? people : 1,
        kind(EngineJson.conditions(row.getString("conditions"))));
  }

  private static String kind(Conditions asked) {
    return asked.needs().size() == 1 ? asked.needs().getFirst().topic().value() : "";
  }

  private static Duration took(Finished task, TimeHad had) {
    double each =
        task.who().isEmpty()
            ? had.minutes(null, task.start(), task.finish())
            : task.who().stream()
                .mapToDouble(who -> had.minutes(who, task.start(), task.finish()))
                .average()
                .orElseThrow();
    return Duration.ofMinutes(Math.round(task.effort() ? each * task.people() : each));
  }
}
