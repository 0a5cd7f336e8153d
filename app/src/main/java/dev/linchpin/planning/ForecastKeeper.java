package dev.linchpin.planning;

import dev.linchpin.forecast.Forecast.TaskForecast;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.Task;
import dev.linchpin.planning.Forecasting.Made;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes forecasts and what came of looking at the portfolio; each in one transaction, one after
/// the other.
@Component
public class ForecastKeeper {
  private final JdbcTemplate batches;
  private final JdbcClient sql;

  public ForecastKeeper(JdbcTemplate batches) {
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
  }

  /// Notes that the newest forecast still stands, if these are its inputs.
  @Transactional
  public Optional<KeptForecast.Id> confirm(String fingerprint, long wish, Instant now) {
    inTurn();
    Optional<UUID> same = newestWith(fingerprint);
    same.ifPresent(id -> look(id, wish, now));
    return same.map(KeptForecast.Id::new);
  }

  /// Keeps a forecast, unless another node kept the same one meanwhile.
  @Transactional
  public Made keep(
      Question question,
      Outcome outcome,
      byte[] inputs,
      String fingerprint,
      long wish,
      Instant now) {
    inTurn();
    Optional<UUID> same = newestWith(fingerprint);
    if (same.isPresent()) {
      look(same.get(), wish, now);
      return new Made.Same(new KeptForecast.Id(same.get()));
    }
    UUID id = UUID.randomUUID();
    sql.sql(
            """
            insert into planning.forecast
              (id, made_at, as_of, seed, runs, engine, fingerprint, inputs, findings)
            values (:id, :now, :asOf, :seed, :runs, :engine, :fingerprint, :inputs,
                    cast(:findings as jsonb))\
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("asOf", question.asOf())
        .param("seed", question.seed().value())
        .param("runs", question.runs())
        .param("engine", outcome.forecast().version())
        .param("fingerprint", fingerprint)
        .param("inputs", EngineJson.pack(inputs))
        .param("findings", EngineJson.findings(outcome.findings()))
        .update();
    refs(id, question, outcome);
    look(id, wish, now);
    return new Made.New(new KeptForecast.Id(id));
  }

  /// Notes that no forecast could be made.
  @Transactional
  public void failed(String problem, long wish, Instant now) {
    sql.sql(
            """
            insert into planning.forecast_look (at, wish, problem) values (:at, :wish, :problem)\
            """)
        .param("at", Timestamp.from(now))
        .param("wish", wish)
        .param("problem", problem)
        .update();
  }

  private void inTurn() {
    batches.execute("lock table planning.forecast in share row exclusive mode");
  }

  private Optional<UUID> newestWith(String fingerprint) {
    return sql.sql(
            """
            select id from
              (select id, fingerprint from planning.forecast order by number desc limit 1) newest
             where fingerprint = :fingerprint\
            """)
        .param("fingerprint", fingerprint)
        .query(UUID.class)
        .optional();
  }

  private void look(UUID forecast, long wish, Instant now) {
    sql.sql(
            """
            insert into planning.forecast_look (at, wish, forecast)
            values (:at, :wish, :forecast)\
            """)
        .param("at", Timestamp.from(now))
        .param("wish", wish)
        .param("forecast", forecast)
        .update();
  }

  private void refs(UUID id, Question question, Outcome outcome) {
    var all = new ArrayList<@Nullable Object[]>();
    for (Project project : question.plan().projects()) {
      WorkDays days = WorkDays.of(project, question.plan());
      Spread finish = outcome.forecast().projects().get(project.id());
      String ref = project.id().value();
      if (finish != null) {
        all.add(row(id, ref, finish, days, true, null, null));
      }
      for (Task task : project.tasks()) {
        TaskForecast forecast = outcome.forecast().tasks().get(task.id());
        if (forecast != null) {
          all.add(row(id, task, forecast, days));
        }
      }
    }
    insert(all);
  }

  private static @Nullable Object[] row(UUID id, Task task, TaskForecast forecast, WorkDays days) {
    return row(
        id,
        task.id().value(),
        forecast.finish(),
        days,
        task.isMilestone(),
        forecast.likelyStart(),
        forecast.critical());
  }

  private static @Nullable Object[] row(
      UUID id,
      String ref,
      Spread finish,
      WorkDays days,
      boolean counted,
      @Nullable LocalDateTime start,
      @Nullable Double critical) {
    LocalDateTime by = days.onOrAfter(finish.at(0.80));
    DayCounts counts = counted ? DayCounts.of(finish, days::onOrAfter) : DayCounts.NONE;
    return new @Nullable Object[] {
      id,
      ref,
      start,
      days.onOrAfter(finish.at(0.10)),
      days.onOrAfter(finish.at(0.50)),
      by,
      days.onOrAfter(finish.at(0.95)),
      finish.chanceBy(by.toLocalDate()),
      critical,
      counted ? counts.days().toArray(LocalDate[]::new) : null,
      counted ? counts.counts().toArray(Integer[]::new) : null
    };
  }

  private void insert(List<@Nullable Object[]> all) {
    if (all.isEmpty()) {
      return;
    }
    batches.batchUpdate(
        """
        insert into planning.forecast_ref (
          forecast, ref, likely_start, q10, q50, q80, q95, chance, critical, days, counts)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        all,
        all.size(),
        (statement, row) -> {
          for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, sqlValue(statement.getConnection(), row[i]));
          }
        });
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
