package dev.linchpin.planning;

import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.learn.DateRatios;
import dev.linchpin.forecast.learn.DateRatios.Claim;
import dev.linchpin.forecast.learn.DateRatios.Ended;
import dev.linchpin.forecast.score.Sample;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/*
 * A team that gives a date and no plan is not forecast by its work. But dates that teams gave
 * earlier turned out somehow, and the next one will turn out alike.
 */
/// What to expect of the date of a project that has no plan.
@Component
public class TeamDates {
  private static final int DAYS = 100;

  private static final String CLAIMS =
      """
      select c.project, c.set_on, c.day, p.created_at::date as began, p.state_on as ended
        from planning.fixed_finish c join planning.project p on p.key = c.project
       where c.day is not null
      """;

  private final JdbcClient sql;

  public TeamDates(JdbcClient sql) {
    this.sql = sql;
  }

  /// When a project without a plan ends.
  ///
  /// @param days 100 equally likely ones, ascending, weekends not left out
  /// @param saidOn the day on which its date was given
  /// @param learnedFrom how many finished projects of ours it rests on
  public record TeamDate(List<LocalDate> days, LocalDate saidOn, int learnedFrom) {
    public TeamDate {
      days = List.copyOf(days);
    }
  }

  /// A date as it was given.
  private record Said(String project, LocalDate on, LocalDate day, LocalDate began) {
    Claim claim(LocalDate at) {
      return new Claim(
          new ProjectId(project),
          Math.max(0, ChronoUnit.DAYS.between(began, at)),
          ChronoUnit.DAYS.between(at, day));
    }
  }

  /// Of those of some projects that have a date.
  public Map<ProjectKey, TeamDate> of(Collection<ProjectKey> projects, LocalDate today) {
    if (projects.isEmpty()) {
      return Map.of();
    }
    List<Ended> history = history();
    DateRatios ratios = DateRatios.of(history);
    int known = (int) history.stream().map(one -> one.claim().project()).distinct().count();
    var dates = new HashMap<ProjectKey, TeamDate>();
    for (Said said : last(projects)) {
      Sample left = ratios.remaining(said.claim(today));
      List<LocalDate> days =
          IntStream.range(0, DAYS)
              .mapToObj(i -> today.plusDays((long) Math.ceil(left.quantile((i + 0.5) / DAYS))))
              .toList();
      dates.put(new ProjectKey(said.project()), new TeamDate(days, said.on(), known));
    }
    return dates;
  }

  private List<Said> last(Collection<ProjectKey> projects) {
    return sql.sql(
            """
            select distinct on (c.project) c.* from (
            """
                + CLAIMS
                + """
                 and p.fixed_finish = c.day and c.project = any(:projects)) c
                 order by c.project, c.set_on desc\
                """)
        .param("projects", projects.stream().map(ProjectKey::value).toArray(String[]::new))
        .query((row, _) -> said(row))
        .list();
  }

  /// Only what was said before the end, and of projects that did end.
  private List<Ended> history() {
    return sql.sql(CLAIMS + " and p.state = 'DONE' and p.state_on > c.set_on order by c.id")
        .query((row, _) -> {
          Said said = said(row);
          LocalDate ended = row.getObject("ended", LocalDate.class);
          return new Ended(said.claim(said.on()), ChronoUnit.DAYS.between(said.on(), ended));
        })
        .list();
  }

  private static Said said(ResultSet row) throws SQLException {
    return new Said(
        row.getString("project"),
        row.getObject("set_on", LocalDate.class),
        row.getObject("day", LocalDate.class),
        row.getObject("began", LocalDate.class));
  }
}
