package dev.linchpin.planning;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Movement;
import dev.linchpin.forecast.Movement.Dates;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Promise;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/*
 * A forecast is compared with two earlier ones: the one that stood a week before, because that is
 * what people remember and what the answer card compares with, and the one just before it, because
 * that shows what the last change did.
 */
/// Why dates of projects and milestones moved from one forecast to the next, cause by cause.
@Component
public class Movements {
  static final Duration WEEK = Duration.ofDays(7);

  /// Of a forecast; each takes as long as a few forecasts.
  private static final int MILESTONES_MAX = 100;

  private static final String MOVED =
      """
      select m.ref, m.movement, b.made_at, b.number
        from planning.standing s
        join planning.movement m
          on m.forecast = s.forecast and split_part(m.ref, '-', 1) = s.project
        join planning.forecast f on f.id = m.forecast
        join planning.forecast b on b.id = m.base
       where true\
      """;

  private final JdbcClient sql;
  private final Forecasts forecasts;

  public Movements(JdbcClient sql, Forecasts forecasts) {
    this.sql = sql;
    this.forecasts = forecasts;
  }

  /// How one date moved.
  ///
  /// @param ref of the project or milestone
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

  /// Explains how the dates of a forecast moved, and keeps it: projects first, then milestones.
  /// Stops when the forecast does not stand any more; done twice, it changes nothing.
  public void explain(KeptForecast.Id id) {
    KeptForecast after = forecasts.find(id).orElseThrow();
    Question question = forecasts.inputs(id).orElseThrow();
    Map<String, Promise.Of> ends = ends(question.plan());
    Map<String, RefForecast> now =
        forecasts.all(id).stream()
            .filter(one -> ends.containsKey(one.ref()))
            .collect(Collectors.toMap(RefForecast::ref, Function.identity()));
    var earlier = new Earlier(after);
    for (Map.Entry<String, Promise.Of> end : ends.entrySet()) {
      RefForecast here = now.get(end.getKey());
      if (here != null && !forecasts.latest(end.getKey()).filter(here::isOf).isPresent()) {
        return;
      }
      for (RefForecast told : earlier.of(end.getKey(), ends.keySet())) {
        if (moved(told, here) && !isKept(after, told.forecast(), end.getKey())) {
          explain(after, question, end.getValue(), earlier, told);
        }
      }
    }
  }

  private void explain(
      KeptForecast after, Question question, Promise.Of of, Earlier earlier, RefForecast told) {
    Movement.between(earlier.question(told.forecast()), question, of)
        .map(movement -> asTold(movement, earlier.kept(told.forecast()), after, told))
        .ifPresent(movement -> keep(after, told.forecast(), told.ref(), movement));
  }

  /// Projects, then milestones that are not reached.
  private static Map<String, Promise.Of> ends(Plan plan) {
    var ends = new LinkedHashMap<String, Promise.Of>();
    for (Project project : plan.projects()) {
      ends.put(project.id().value(), new Promise.Of.AProject(project.id()));
    }
    plan.tasks().stream()
        .filter(task -> task.isMilestone() && !(task.progress() instanceof Progress.Done))
        .limit(MILESTONES_MAX)
        .forEach(task -> ends.put(task.id().value(), new Promise.Of.ATask(task.id())));
    return ends;
  }

  /// What was said before: a week ago, and by the forecast just before.
  private final class Earlier {
    private final KeptForecast after;
    private final Map<KeptForecast.Id, Question> questions = new HashMap<>();
    private @Nullable List<Map<String, RefForecast>> said;

    Earlier(KeptForecast after) {
      this.after = after;
    }

    List<RefForecast> of(String ref, Collection<String> all) {
      List<Map<String, RefForecast>> both = said;
      if (both == null) {
        both =
            List.of(
                forecasts.before(after, all, after.madeAt().minus(WEEK)),
                forecasts.before(after, all, after.madeAt()));
        said = both;
      }
      return both.stream().flatMap(one -> Stream.ofNullable(one.get(ref))).distinct().toList();
    }

    Question question(KeptForecast.Id id) {
      return questions.computeIfAbsent(id, it -> forecasts.inputs(it).orElseThrow());
    }

    KeptForecast kept(KeptForecast.Id id) {
      return forecasts.find(id).orElseThrow();
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

  private boolean isKept(KeptForecast after, KeptForecast.Id before, String ref) {
    return sql.sql(
                """
                select count(*) from planning.movement
                 where forecast = :forecast and base = :base and ref = :ref\
                """)
            .param("forecast", after.id().value())
            .param("base", before.value())
            .param("ref", ref)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void keep(KeptForecast after, KeptForecast.Id before, String ref, Movement movement) {
    sql.sql(
            """
            insert into planning.movement (forecast, base, ref, movement)
            values (:forecast, :base, :ref, cast(:movement as jsonb))
            on conflict do nothing\
            """)
        .param("forecast", after.id().value())
        .param("base", before.value())
        .param("ref", ref)
        .param("movement", EngineJson.write(movement))
        .update();
  }

  /// How the date of a project or milestone moved: since a week ago first, then since the one
  /// before.
  public List<Moved> of(String ref) {
    return sql.sql(MOVED + " and m.ref = :ref order by b.number")
        .param("ref", ref)
        .query(Movements::moved)
        .list();
  }

  /// How the dates of these projects and milestones moved since about a week ago; what stands is
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
                 and m.ref = any(:refs)
                 and b.made_at <= f.made_at - make_interval(secs => :week)) as week
                 order by ref, number\
                """)
        .param("refs", refs.toArray(String[]::new))
        .param("week", WEEK.toSeconds())
        .query(Movements::moved)
        .list()
        .stream()
        .collect(Collectors.toMap(Moved::ref, Function.identity()));
  }

  /// The same since the forecast just before; what was explained with none is missing.
  public Map<String, Moved> sinceTheOneBefore(Collection<String> refs) {
    return refs.isEmpty()
        ? Map.of()
        : sql
            .sql(
                "select distinct on (ref) * from ("
                    + MOVED
                    + " and m.ref = any(:refs)) as every order by ref, number desc")
            .param("refs", refs.toArray(String[]::new))
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
