package dev.linchpin.planning;

import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ScopeGrowth;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/*
 * A plan grew by the estimates of the tasks that its first forecast did not know, over those of the
 * tasks it knew. What was dropped meanwhile does not count against that: it is not work that is
 * met. Below five finished projects there is no growth, because nobody knows it.
 */
/// How plans grew after they began: what finished projects teach about work nobody has planned yet.
@Component
public class PastGrowth {
  static final int PROJECTS_MIN = 5;
  private static final double LOW = 0.1;
  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.9;
  private static final double MOST = 10;

  private final JdbcClient sql;

  public PastGrowth(JdbcClient sql) {
    this.sql = sql;
  }

  /// Added work over planned work.
  ///
  /// @param projects finished ones that it was learned from
  public record Growth(double low, double likely, double high, int projects) {}

  /// What the newest so many finished projects show; empty while there are too few.
  public Optional<Growth> known(LocalDateTime asOf) {
    List<Double> shares = shares(asOf);
    return shares.size() < PROJECTS_MIN
        ? Optional.empty()
        : Optional.of(
            new Growth(at(shares, LOW), at(shares, MIDDLE), at(shares, HIGH), shares.size()));
  }

  /// The same for each of these projects, as the engine takes it; empty where plans did not grow.
  List<ScopeGrowth> of(List<Project> projects, LocalDateTime asOf) {
    var growth = new ArrayList<ScopeGrowth>();
    known(asOf)
        .filter(past -> past.high() > 0)
        .ifPresent(past ->
            projects.forEach(project ->
                growth.add(new ScopeGrowth(project.id(), past.low(), past.likely(), past.high()))));
    return growth;
  }

  /// Going up, one for each finished project with a forecast from when it ran.
  private List<Double> shares(LocalDateTime asOf) {
    return sql
        .sql(
            """
            with began as (
              select distinct on (r.ref) r.ref as project, r.forecast
                from planning.project p
                join planning.forecast_ref r on r.ref = p.key
                join planning.forecast f on f.id = r.forecast
               where p.state = 'DONE' and p.state_on <= cast(:asOf as date)
               order by r.ref, f.number)
            select sum(t.likely_minutes) filter (where known.ref is null) as added,
                   sum(t.likely_minutes) filter (where known.ref is not null) as planned
              from began
              join planning.task t on t.project = began.project and t.kind = 'TASK'
               and t.work_unit in ('EFFORT', 'WORKING')
              left join planning.forecast_ref known
                on known.forecast = began.forecast and known.ref = t.project || '-' || t.number
             group by began.project
            having sum(t.likely_minutes) filter (where known.ref is not null) > 0\
            """)
        .param("asOf", asOf)
        .query((row, _) -> Math.min(MOST, row.getDouble("added") / row.getDouble("planned")))
        .list()
        .stream()
        .sorted()
        .toList();
  }

  /// Read between the values, so that few projects do not jump.
  private static double at(List<Double> sorted, double q) {
    double place = q * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
