package dev.linchpin.planning;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes forecasts and what came of looking at the portfolio; each in one transaction, one after
/// the other.
@Component
public class ForecastKeeper {
  private final ApplicationEventPublisher facts;
  private final ForecastCosts costs;
  private final JdbcTemplate batches;
  private final JdbcClient sql;

  public ForecastKeeper(
      JdbcTemplate batches, ForecastCosts costs, ApplicationEventPublisher facts) {
    this.costs = costs;
    this.facts = facts;
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
  }

  /// Notes that what stands for these projects still does, if the same touches them.
  ///
  /// @param touchedBy see [Touch]
  @Transactional
  public boolean confirm(List<String> projects, String touchedBy, long wish, Instant now) {
    inTurn();
    boolean stands = stands(projects, touchedBy);
    if (stands) {
      sql.sql(
              """
              update planning.standing set checked_at = :now, wish = greatest(wish, :wish)
               where project = any(:projects)\
              """)
          .param("now", Timestamp.from(now))
          .param("wish", wish)
          .param("projects", projects.toArray(String[]::new))
          .update();
    }
    return stands;
  }

  /// Keeps a forecast, unless another node kept the same one meanwhile, or one that knows of a
  /// later wish: what stands is never the older one.
  ///
  /// @return the forecast that was kept; empty when what is there stands
  @Transactional
  public Optional<KeptForecast.Id> keep(
      Question question, Outcome outcome, byte[] inputs, String touchedBy, long wish, Instant now) {
    inTurn();
    List<String> projects = refs(question);
    if (confirm(projects, touchedBy, wish, now) || isLate(projects, wish)) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    sql.sql(
            """
            insert into planning.forecast
              (id, made_at, as_of, seed, runs, engine, correction, fingerprint, touched_by, inputs,
               findings)
            values (:id, :now, :asOf, :seed, :runs, :engine, :correction, :fingerprint, :touchedBy,
                    :inputs, cast(:findings as jsonb))\
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("asOf", question.asOf())
        .param("seed", question.seed().value())
        .param("runs", outcome.forecast().runs())
        .param("engine", outcome.forecast().version())
        .param("correction", question.correction().version())
        .param("fingerprint", EngineJson.fingerprint(inputs))
        .param("touchedBy", touchedBy)
        .param("inputs", EngineJson.pack(inputs))
        .param("findings", EngineJson.findings(outcome.findings()))
        .update();
    insert(id, ForecastLine.all(question, outcome));
    costs.keep(id, outcome);
    stand(id, projects, wish, now);
    var made = new KeptForecast.Id(id);
    facts.publishEvent(new ForecastMade(made));
    return Optional.of(made);
  }

  static List<String> refs(Question question) {
    return question.plan().projects().stream().map(project -> project.id().value()).toList();
  }

  /// Notes that the whole portfolio was looked at, and lets go of what does not run any more.
  ///
  /// @param running the refs of all projects that run
  @Transactional
  public void looked(List<String> running, long wish, Instant now) {
    inTurn();
    for (String table : List.of("standing", "schedule")) {
      sql.sql("delete from planning." + table + " where project <> all(:running) and wish <= :wish")
          .param("running", running.toArray(String[]::new))
          .param("wish", wish)
          .update();
    }
    sql.sql(
            """
            delete from planning.schedule_line line
             where not exists (select 1 from planning.schedule
                                where project = split_part(line.ref, '-', 1))\
            """)
        .update();
    look(null, wish, now);
  }

  /// Notes that no forecast could be made.
  @Transactional
  public void failed(String problem, long wish, Instant now) {
    look(problem, wish, now);
  }

  private void inTurn() {
    batches.execute("lock table planning.standing in share row exclusive mode");
  }

  private boolean stands(List<String> projects, String touchedBy) {
    return sql.sql(
                """
                select count(*) from planning.standing s
                  join planning.forecast f on f.id = s.forecast
                 where s.project = any(:projects) and f.touched_by = :touchedBy\
                """)
            .param("projects", projects.toArray(String[]::new))
            .param("touchedBy", touchedBy)
            .query(Integer.class)
            .single()
        == projects.size();
  }

  private boolean isLate(List<String> projects, long wish) {
    return sql.sql(
            """
            select exists (select 1 from planning.standing
                            where project = any(:projects) and wish > :wish)
                or exists (select 1 from planning.forecast_look
                            where wish > :wish and problem is null)\
            """)
        .param("projects", projects.toArray(String[]::new))
        .param("wish", wish)
        .query(Boolean.class)
        .single();
  }

  private void stand(UUID forecast, List<String> projects, long wish, Instant now) {
    batches.batchUpdate(
        """
        insert into planning.standing (project, forecast, wish, checked_at) values (?, ?, ?, ?)
        on conflict (project) do update
           set forecast = excluded.forecast, wish = excluded.wish,
               checked_at = excluded.checked_at\
        """,
        projects.stream()
            .map(project -> new Object[] {project, forecast, wish, Timestamp.from(now)})
            .toList());
  }

  private void look(@Nullable String problem, long wish, Instant now) {
    sql.sql(
            """
            insert into planning.forecast_look (at, wish, problem) values (:at, :wish, :problem)\
            """)
        .param("at", Timestamp.from(now))
        .param("wish", wish)
        .param("problem", problem)
        .update();
  }

  private void insert(UUID id, List<ForecastLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    batches.batchUpdate(
        """
        insert into planning.forecast_ref (
          forecast, ref, likely_start, q10, q50, q80, q95, chance, critical, days, counts,
          stated_days, stated_counts)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        lines,
        lines.size(),
        (statement, line) -> {
          @Nullable Object[] row = row(id, line);
          for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, sqlValue(statement.getConnection(), row[i]));
          }
        });
  }

  private static @Nullable Object[] row(UUID id, ForecastLine line) {
    return new @Nullable Object[] {
      id,
      line.ref(),
      line.start(),
      line.earliest(),
      line.likely(),
      line.by(),
      line.late(),
      line.chance(),
      line.critical(),
      days(line.days()),
      counts(line.days()),
      days(line.stated()),
      counts(line.stated())
    };
  }

  private static LocalDate @Nullable [] days(DayCounts counted) {
    return counted.days().isEmpty() ? null : counted.days().toArray(LocalDate[]::new);
  }

  private static Integer @Nullable [] counts(DayCounts counted) {
    return counted.days().isEmpty() ? null : counted.counts().toArray(Integer[]::new);
  }

  private static @Nullable Object sqlValue(Connection connection, @Nullable Object value)
      throws SQLException {
    return switch (value) {
      case LocalDate[] days -> connection.createArrayOf("date", days);
      case Integer[] counts -> connection.createArrayOf("int4", counts);
      case null -> null;
      default -> value;
    };
  }
}
