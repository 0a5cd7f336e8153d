package dev.linchpin.planning;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Levers;
import dev.linchpin.forecast.Levers.Change;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/// What would help a project: looked for when somebody asks, once for each forecast.
@Component
public class LeverSearches {
  private static final Logger LOG = LoggerFactory.getLogger(LeverSearches.class);
  private static final int LEVERS = 8;

  private final JdbcClient sql;
  private final Forecasts forecasts;
  private final ApplicationEventPublisher facts;

  public LeverSearches(JdbcClient sql, Forecasts forecasts, ApplicationEventPublisher facts) {
    this.sql = sql;
    this.forecasts = forecasts;
    this.facts = facts;
  }

  /// Told when somebody asks; a job looks once the transaction is through.
  record LeversAsked(UUID forecast, String ref) {}

  /// One thing that would help.
  ///
  /// @param kind of change: the engine's name of it
  /// @param by the by-date with it
  /// @param byDays calendar days by which the by-date comes earlier
  /// @param costs hundredths that it costs more, below 0 less; null where nothing has a price
  /// @param left for a change with which more of the plan can be placed, how many tasks it still
  ///   leaves out; null for one that only makes the date earlier
  /// @param projects keys of all projects it names
  public record Lever(
      String kind,
      String sentence,
      LocalDate by,
      long byDays,
      @Nullable Long costs,
      @Nullable Long left,
      List<String> projects) {
    public Lever {
      projects = List.copyOf(projects);
    }
  }

  /// How far the search for one forecast of a project is.
  ///
  /// @param begun null while nobody has begun
  /// @param levers null until it is done; the best first
  /// @param problem why nothing was found; null when all is well
  /// @param isNewest whether it belongs to the newest forecast
  public record Search(
      UUID forecast,
      Instant asked,
      @Nullable Instant begun,
      @Nullable List<Lever> levers,
      @Nullable String problem,
      boolean isNewest) {
    public boolean isOpen() {
      return levers == null && problem == null;
    }
  }

  /// Asks for levers of the newest forecast; asked twice, it is looked for once.
  ///
  /// @return false when there is no forecast of the project
  @Transactional
  public boolean ask(Project project, String by, Instant now) {
    Optional<KeptForecast> newest = forecasts.standing(project.key());
    if (newest.isEmpty()) {
      return false;
    }
    UUID forecast = newest.get().id().value();
    int asked =
        sql.sql(
                """
                insert into planning.lever_search (forecast, ref, asked_at, asked_by)
                values (:forecast, :ref, :now, :by) on conflict do nothing\
                """)
            .param("forecast", forecast)
            .param("ref", project.ref())
            .param("now", Timestamp.from(now))
            .param("by", by)
            .update();
    if (asked == 1) {
      facts.publishEvent(new LeversAsked(forecast, project.ref()));
    }
    return true;
  }

  /// Looks for what was asked for, and keeps it. Whoever is late finds it done.
  public void look(UUID forecast, String ref, Supplier<Instant> clock) {
    if (begin(forecast, ref, clock.get())) {
      try {
        Question question = forecasts.inputs(new KeptForecast.Id(forecast)).orElseThrow();
        done(forecast, ref, EngineJson.write(found(question, ref)), null, clock.get());
      } catch (RuntimeException e) { // the page has to say so, whatever it was
        LOG.warn("planning levers-failed forecast={} ref={}", forecast, ref, e);
        String problem = "The search failed. Ask an admin to look at the log.";
        done(forecast, ref, null, problem, clock.get());
      }
    }
  }

  /// What cannot be placed comes first: without it every date is of a part.
  private static List<Lever> found(Question question, String ref) {
    var of = new Promise.Of.AProject(new ProjectId(ref));
    List<Lever> remedies =
        Levers.remedies(question, of, LEVERS).stream().map(LeverSearches::lever).toList();
    return remedies.isEmpty()
        ? Levers.find(question, of, LEVERS)
            .map(levers -> priced(question, levers))
            .orElse(List.of())
        : remedies;
  }

  private static Lever lever(Levers.Remedy remedy) {
    Change change = remedy.change();
    return new Lever(
        change.getClass().getSimpleName(),
        remedy.sentence(),
        remedy.then().by(),
        0,
        null,
        remedy.left(),
        projects(change).distinct().toList());
  }

  private boolean begin(UUID forecast, String ref, Instant now) {
    return sql.sql(
                """
                update planning.lever_search set begun_at = :now
                 where forecast = :forecast and ref = :ref and done_at is null\
                """)
            .param("forecast", forecast)
            .param("ref", ref)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private void done(
      UUID forecast, String ref, @Nullable String levers, @Nullable String problem, Instant now) {
    sql.sql(
            """
            update planning.lever_search
               set done_at = :now, levers = cast(:levers as jsonb), problem = :problem
             where forecast = :forecast and ref = :ref\
            """)
        .param("forecast", forecast)
        .param("ref", ref)
        .param("levers", levers)
        .param("problem", problem)
        .param("now", Timestamp.from(now))
        .update();
  }

  private static List<Lever> priced(Question question, Levers levers) {
    var costs = new LeverCosts(question);
    return levers.levers().stream().map(found -> lever(found, costs)).toList();
  }

  private static Lever lever(Levers.Lever found, LeverCosts all) {
    Change change = found.change();
    OptionalLong costs = all.of(change, found.then().by());
    return new Lever(
        change.getClass().getSimpleName(),
        found.sentence(),
        found.then().by(),
        found.byDays(),
        costs.isPresent() ? costs.getAsLong() : null,
        null,
        projects(change).distinct().toList());
  }

  private static Stream<String> projects(Change change) {
    return switch (change) {
      case Change.AddPerson it -> project(it.task());
      case Change.HandOver it -> project(it.task());
      case Change.Drop it -> project(it.task());
      case Change.StartWhenReady it -> project(it.task());
      case Change.StartNow it -> Stream.of(it.project().value());
      case Change.GoBefore it -> Stream.of(it.project().value(), it.other().value());
      case Change.Avoid it -> ProjectRisk.projectOf(it.risk()).stream();
      case Change.Teach _, Change.HalfTheTickets _, Change.MoveFreeze _ -> Stream.of();
    };
  }

  private static Stream<String> project(TaskId task) {
    return TaskRef.parse(task.value()).stream().map(ref -> ref.project().value());
  }

  /// The last search for a project; empty when nobody has asked.
  public Optional<Search> latest(String ref) {
    return sql.sql(
            """
            select s.*, exists (select 1 from planning.standing now
                                 where now.project = s.ref and now.forecast = s.forecast)
                     as newest
              from planning.lever_search s join planning.forecast f on f.id = s.forecast
             where s.ref = :ref order by f.number desc limit 1\
            """)
        .param("ref", ref)
        .query(LeverSearches::search)
        .optional();
  }

  private static Search search(ResultSet row, int number) throws SQLException {
    String levers = row.getString("levers");
    Timestamp begun = row.getTimestamp("begun_at");
    return new Search(
        row.getObject("forecast", UUID.class),
        row.getTimestamp("asked_at").toInstant(),
        begun == null ? null : begun.toInstant(),
        levers == null ? null : EngineJson.read(levers, new TypeReference<List<Lever>>() {}),
        row.getString("problem"),
        row.getBoolean("newest"));
  }
}
