package dev.linchpin.planning;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.planning.Forecasting.Made;
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
  private final JdbcTemplate batches;
  private final JdbcClient sql;

  public ForecastKeeper(JdbcTemplate batches, ApplicationEventPublisher facts) {
    this.facts = facts;
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
  }

  /// Told within the transaction that keeps a forecast.
  record ForecastMade(KeptForecast.Id forecast) {}

  /// Notes that the newest forecast still stands, if these are its inputs.
  @Transactional
  public Optional<KeptForecast.Id> confirm(String fingerprint, long wish, Instant now) {
    inTurn();
    Optional<UUID> same = newestWith(fingerprint);
    same.ifPresent(id -> look(id, wish, now));
    return same.map(KeptForecast.Id::new);
  }

  /// Keeps a forecast, unless another node kept the same one meanwhile, or one that knows of a
  /// later wish: the newest forecast is never the older one.
  @Transactional
  public Made keep(
      Question question,
      Outcome outcome,
      byte[] inputs,
      String fingerprint,
      long wish,
      Instant now) {
    inTurn();
    Optional<UUID> standing = newestWith(fingerprint).or(() -> newestIfItKnowsMore(wish));
    if (standing.isPresent()) {
      look(standing.get(), wish, now);
      return new Made.Same(new KeptForecast.Id(standing.get()));
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
        .param("runs", outcome.forecast().runs())
        .param("engine", outcome.forecast().version())
        .param("fingerprint", fingerprint)
        .param("inputs", EngineJson.pack(inputs))
        .param("findings", EngineJson.findings(outcome.findings()))
        .update();
    insert(id, ForecastLine.all(question, outcome));
    look(id, wish, now);
    var made = new KeptForecast.Id(id);
    facts.publishEvent(new ForecastMade(made));
    return new Made.New(made);
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

  private Optional<UUID> newestIfItKnowsMore(long wish) {
    return sql.sql(
            """
            select id from
              (select id from planning.forecast order by number desc limit 1) newest
             where exists (select 1 from planning.forecast_look
                            where forecast = newest.id and wish > :wish)\
            """)
        .param("wish", wish)
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

  private void insert(UUID id, List<ForecastLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    batches.batchUpdate(
        """
        insert into planning.forecast_ref (
          forecast, ref, likely_start, q10, q50, q80, q95, chance, critical, days, counts)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
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
    DayCounts days = line.days();
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
      days.days().isEmpty() ? null : days.days().toArray(LocalDate[]::new),
      days.days().isEmpty() ? null : days.counts().toArray(Integer[]::new)
    };
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
