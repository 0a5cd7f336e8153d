package dev.linchpin.planning;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Movement;
import dev.linchpin.forecast.Movement.Dates;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/*
 * A forecast is compared with two earlier ones: the one that stood a week before, because that is
 * what people remember and what the answer card compares with, and the one just before it, because
 * that shows what the last change did.
 */
/// Why dates of projects moved from one forecast to the next, cause by cause.
@Component
public class Movements {
  static final Duration WEEK = Duration.ofDays(7);

  private static final String MOVED =
      """
      select m.ref, m.movement, b.made_at, b.number
        from planning.movement m
        join planning.forecast f on f.id = m.forecast
        join planning.forecast b on b.id = m.base
       where f.number = (select max(number) from planning.forecast)\
      """;

  private final JdbcClient sql;
  private final Forecasts forecasts;

  public Movements(JdbcClient sql, Forecasts forecasts) {
    this.sql = sql;
    this.forecasts = forecasts;
  }

  /// How one project's date moved.
  ///
  /// @param ref of the project
  /// @param since when the forecast was made that it is compared with
  public record Moved(String ref, Instant since, Movement movement) {
    /// The cause that moved the by-date most in the direction it went; empty when it stands.
    public Optional<Movement.Step> main() {
      long whole = movement.steps().stream().mapToLong(Movement.Step::byDays).sum();
      return movement.steps().stream()
          .filter(step -> Long.signum(step.byDays()) == Long.signum(whole) && step.byDays() != 0)
          .max((a, b) -> Long.compare(Math.abs(a.byDays()), Math.abs(b.byDays())));
    }
  }

  /// Explains how the dates of a forecast moved, and keeps it. Stops when a newer forecast is
  /// there; done twice, it changes nothing.
  public void explain(KeptForecast.Id id) {
    KeptForecast after = forecasts.find(id).orElseThrow();
    Optional<Question> inputs = forecasts.inputs(id);
    if (inputs.isPresent()) {
      for (KeptForecast.Id base : bases(after)) {
        explain(after, inputs.get(), forecasts.find(base).orElseThrow());
      }
    }
  }

  private void explain(KeptForecast after, Question question, KeptForecast before) {
    Map<String, RefForecast> now = projects(after);
    Map<String, RefForecast> then = projects(before);
    Question earlier = null;
    for (Project project : question.plan().projects()) {
      String ref = project.id().value();
      RefForecast told = then.get(ref);
      if (told != null && moved(told, now.get(ref)) && !isKept(after, before, ref)) {
        if (isOld(after)) {
          return;
        }
        earlier = earlier == null ? forecasts.inputs(before.id()).orElseThrow() : earlier;
        var of = new Promise.Of.AProject(new ProjectId(ref));
        Movement.between(earlier, question, of)
            .map(movement -> asTold(movement, before, after, told))
            .ifPresent(movement -> keep(after, before, ref, movement));
      }
    }
  }

  private static boolean moved(RefForecast then, @Nullable RefForecast now) {
    return now != null
        && !(then.byDay().equals(now.byDay()) && then.likelyDay().equals(now.likelyDay()));
  }

  /// What an older version of the model said cannot be said again by this one.
  private static Movement asTold(
      Movement movement, KeptForecast before, KeptForecast after, RefForecast then) {
    return before.engine().equals(after.engine())
        ? movement
        : movement.startingAt(new Dates(then.likelyDay(), then.byDay()));
  }

  private Collection<KeptForecast.Id> bases(KeptForecast after) {
    var bases = new LinkedHashSet<KeptForecast.Id>();
    earlier(after, after.madeAt().minus(WEEK)).ifPresent(bases::add);
    earlier(after, after.madeAt()).ifPresent(bases::add);
    return bases;
  }

  /// The newest forecast that was made up to the moment and before this one.
  private Optional<KeptForecast.Id> earlier(KeptForecast after, Instant upTo) {
    return sql.sql(
            """
            select id from planning.forecast where made_at <= :upTo and number < :number
             order by number desc limit 1\
            """)
        .param("upTo", Timestamp.from(upTo))
        .param("number", after.number())
        .query(UUID.class)
        .optional()
        .map(KeptForecast.Id::new);
  }

  private Map<String, RefForecast> projects(KeptForecast kept) {
    return forecasts.projects(kept.id()).stream()
        .collect(Collectors.toMap(RefForecast::ref, Function.identity()));
  }

  private boolean isOld(KeptForecast kept) {
    return forecasts.latest().filter(newest -> newest.number() > kept.number()).isPresent();
  }

  private boolean isKept(KeptForecast after, KeptForecast before, String ref) {
    return sql.sql(
                """
                select count(*) from planning.movement
                 where forecast = :forecast and base = :base and ref = :ref\
                """)
            .param("forecast", after.id().value())
            .param("base", before.id().value())
            .param("ref", ref)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void keep(KeptForecast after, KeptForecast before, String ref, Movement movement) {
    sql.sql(
            """
            insert into planning.movement (forecast, base, ref, movement)
            values (:forecast, :base, :ref, cast(:movement as jsonb))
            on conflict do nothing\
            """)
        .param("forecast", after.id().value())
        .param("base", before.id().value())
        .param("ref", ref)
        .param("movement", EngineJson.write(movement))
        .update();
  }

  /// How the newest forecast of a project moved: since a week ago first, then since the one before.
  public List<Moved> of(String ref) {
    return sql.sql(MOVED + " and m.ref = :ref order by b.number")
        .param("ref", ref)
        .query(Movements::moved)
        .list();
  }

  /// How the newest forecasts of these projects moved since about a week ago; what stands is
  /// missing.
  public Map<String, Moved> sinceLastWeek(Collection<String> refs) {
    if (refs.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(
            "select distinct on (ref) * from ("
                + MOVED
                + """
                 and m.ref in (:refs)
                 and b.made_at <= f.made_at - make_interval(secs => :week)) as week
                 order by ref, number\
                """)
        .param("refs", refs)
        .param("week", WEEK.toSeconds())
        .query(Movements::moved)
        .list()
        .stream()
        .collect(Collectors.toMap(Moved::ref, Function.identity()));
  }

  private static Moved moved(ResultSet row, int number) throws SQLException {
    return new Moved(
        row.getString("ref"),
        row.getTimestamp("made_at").toInstant(),
        EngineJson.read(row.getString("movement"), new TypeReference<Movement>() {}));
  }
}
