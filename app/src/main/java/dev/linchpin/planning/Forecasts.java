package dev.linchpin.planning;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Forecaster.Question;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Every forecast ever made. A ref is a project's key (`NET`) or a task's or milestone's
/// (`NET-12`).
@Component
public class Forecasts {
  private static final String REF =
      """
      select r.*, f.made_at, f.number, f.runs, f.correction, s.checked_at
        from planning.forecast_ref r
        join planning.forecast f on f.id = r.forecast
        left join planning.standing s
          on s.project = split_part(r.ref, '-', 1) and s.forecast = r.forecast
      """;
  private static final String STANDING =
      """
      select r.*, f.made_at, f.number, f.runs, f.correction, s.checked_at
        from planning.standing s
        join planning.forecast_ref r on r.forecast = s.forecast
        join planning.forecast f on f.id = r.forecast
      """;
  private static final String KEPT =
      """
      select f.id, f.number, f.made_at, f.as_of, f.seed, f.runs, f.engine,
             f.correction, f.fingerprint,
             f.findings,
             (select max(s.checked_at) from planning.standing s where s.forecast = f.id)
               as checked_at
        from planning.forecast f
      """;

  private static final String[] LEFT_OUT =
      Arrays.stream(Finding.Code.values())
          .filter(Finding.Code::leavesOut)
          .map(Enum::name)
          .toArray(String[]::new);

  private final JdbcClient sql;

  public Forecasts(JdbcClient sql) {
    this.sql = sql;
  }

  /// The newest forecast, of whichever projects.
  public Optional<KeptForecast> latest() {
    return sql.sql(KEPT + " order by f.number desc limit 1").query(ForecastRows::kept).optional();
  }

  /// The forecast that stands for a project, together with those it shares people, links or risks
  /// with; empty when it does not run.
  public Optional<KeptForecast> standing(ProjectKey project) {
    return sql.sql(
            KEPT + " where f.id = (select forecast from planning.standing where project = :key)")
        .param("key", project.value())
        .query(ForecastRows::kept)
        .optional();
  }

  public Optional<KeptForecast> find(KeptForecast.Id id) {
    return sql.sql(KEPT + " where f.id = :id")
        .param("id", id.value())
        .query(ForecastRows::kept)
        .optional();
  }

  /// The forecast of that number; the first one ever is 1.
  public Optional<KeptForecast> numbered(long number) {
    return sql.sql(KEPT + " where f.number = :number")
        .param("number", number)
        .query(ForecastRows::kept)
        .optional();
  }

  /// The projects that a forecast is about, by key.
  public List<String> projects(KeptForecast.Id id) {
    return sql.sql(
            """
            select ref from planning.forecast_ref
             where forecast = :id and strpos(ref, '-') = 0 order by ref\
            """)
        .param("id", id.value())
        .query((row, _) -> row.getString("ref"))
        .list();
  }

  /// Those of some projects, by key, that have work which the forecast that stands could not place:
  /// it says when the rest ends, and that is no date to give to anybody.
  public Set<String> partial(Collection<ProjectKey> projects) {
    return Set.copyOf(
        sql.sql(
                """
                select s.project
                  from planning.standing s join planning.forecast f on f.id = s.forecast
                 where s.project = any(:projects)
                   and exists (select 1 from jsonb_array_elements(f.findings) as finding,
                                    jsonb_array_elements_text(finding -> 'tasks') as task
                                where finding ->> 'code' = any(:codes)
                                  and split_part(task, '-', 1) = s.project)\
                """)
            .param("projects", projects.stream().map(ProjectKey::value).toArray(String[]::new))
            .param("codes", LEFT_OUT)
            .query(String.class)
            .list());
  }

  /// Everything that one forecast said.
  public List<RefForecast> all(KeptForecast.Id id) {
    return sql.sql(REF + " where f.id = :id order by r.ref")
        .param("id", id.value())
        .query(ForecastRows::ref)
        .list();
  }

  /// What stands; empty when no forecast that stands knows the ref, even if an older one did.
  public Optional<RefForecast> latest(String ref) {
    return sql.sql(STANDING + " where s.project = split_part(:ref, '-', 1) and r.ref = :ref")
        .param("ref", ref)
        .query(ForecastRows::ref)
        .optional();
  }

  /// The same for many refs; those it does not know are missing.
  public Map<String, RefForecast> latest(Collection<String> refs) {
    return refs.isEmpty()
        ? Map.of()
        : byRef(
            sql.sql(
                    STANDING
                        + """
                         where (s.project, r.ref) in
                               (select split_part(one, '-', 1), one from unnest(:refs) as one)\
                        """)
                .param("refs", refs.toArray(String[]::new)));
  }

  /// What stands about everything of a project: the project itself, its tasks.
  public Map<String, RefForecast> latestOf(ProjectKey project) {
    return byRef(
        sql.sql(STANDING + " where s.project = :key and (r.ref = :key or r.ref like :key || '-%')")
            .param("key", project.value()));
  }

  private static Map<String, RefForecast> byRef(StatementSpec query) {
    return query.query(ForecastRows::ref).list().stream()
        .collect(Collectors.toMap(RefForecast::ref, Function.identity()));
  }

  /// What was in force just before the moment: the newest one made before it that knows the ref.
  public Optional<RefForecast> before(String ref, Instant moment) {
    return sql.sql(
            REF
                + """
                 where r.ref = :ref and f.made_at < :moment
                 order by f.number desc limit 1\
                """)
        .param("ref", ref)
        .param("moment", Timestamp.from(moment))
        .query(ForecastRows::ref)
        .optional();
  }

  /// The same for many refs; those nobody had forecast are missing.
  public Map<String, RefForecast> before(Collection<String> refs, Instant moment) {
    if (refs.isEmpty()) {
      return Map.of();
    }
    return byRef(
        sql.sql(
                """
                select distinct on (every.ref) every.* from (
                """
                    + REF
                    + """
                     where r.ref = any(:refs) and f.made_at < :moment) every
                     order by every.ref, every.number desc\
                    """)
            .param("refs", refs.toArray(String[]::new))
            .param("moment", Timestamp.from(moment)));
  }

  /// What was said about some refs by the newest forecast that knows each of them and was made
  /// before another one and up to a moment.
  Map<String, RefForecast> before(KeptForecast other, Collection<String> refs, Instant upTo) {
    return refs.isEmpty()
        ? Map.of()
        : byRef(
            sql.sql(
                    """
                    select distinct on (every.ref) every.* from (
                    """
                        + REF
                        + """
                         where r.ref = any(:refs) and f.number < :number and f.made_at <= :upTo)
                           every
                         order by every.ref, every.number desc\
                        """)
                .param("refs", refs.toArray(String[]::new))
                .param("number", other.number())
                .param("upTo", Timestamp.from(upTo)));
  }

  /// Everything that was ever forecast for the ref, the newest first.
  ///
  /// @param max how many at most
  public List<RefForecast> history(String ref, int max) {
    return sql.sql(REF + " where r.ref = :ref order by f.number desc limit :max")
        .param("ref", ref)
        .param("max", max)
        .query(ForecastRows::ref)
        .list();
  }

  /// Exactly what went into a forecast, to run it again: with as many runs as it took.
  public Optional<Question> inputs(KeptForecast.Id id) {
    return sql.sql("select inputs, runs from planning.forecast where id = :id")
        .param("id", id.value())
        .query((row, _) ->
            EngineJson.question(EngineJson.unpack(row.getBytes("inputs")))
                .withRuns(row.getInt("runs")))
        .optional();
  }

  /// What went wrong when the portfolio was last looked at; empty when nothing did.
  public Optional<Problem> problem() {
    return sql.sql("select at, problem from planning.forecast_look order by id desc limit 1")
        .query(ForecastRows::problem)
        .optional()
        .filter(problem -> !problem.message().isEmpty());
  }

  /// Why no new forecast could be made; the old one stands meanwhile.
  public record Problem(Instant at, String message) {}
}
