package dev.linchpin.planning;

import static java.util.Objects.requireNonNullElse;

import dev.linchpin.forecast.Seed;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of `planning.forecast` and `planning.forecast_ref`.
final class ForecastRows {
  private ForecastRows() {}

  static KeptForecast kept(ResultSet row, int number) throws SQLException {
    Instant made = row.getTimestamp("made_at").toInstant();
    return new KeptForecast(
        new KeptForecast.Id(row.getObject("id", UUID.class)),
        row.getLong("number"),
        made,
        row.getObject("as_of", LocalDateTime.class),
        new Seed(row.getLong("seed")),
        row.getInt("runs"),
        row.getString("engine"),
        row.getInt("correction"),
        row.getString("fingerprint"),
        instant(row.getTimestamp("checked_at"), made),
        EngineJson.findings(row.getString("findings")));
  }

  static RefForecast ref(ResultSet row, int number) throws SQLException {
    Instant made = row.getTimestamp("made_at").toInstant();
    return new RefForecast(
        new KeptForecast.Id(row.getObject("forecast", UUID.class)),
        row.getString("ref"),
        made,
        instant(row.getTimestamp("checked_at"), made),
        row.getInt("runs"),
        row.getObject("likely_start", LocalDateTime.class),
        row.getObject("q10", LocalDateTime.class),
        row.getObject("q50", LocalDateTime.class),
        row.getObject("q80", LocalDateTime.class),
        row.getObject("q95", LocalDateTime.class),
        row.getDouble("chance"),
        row.getObject("critical", Double.class),
        days(row.getArray("days"), row.getArray("counts")),
        days(row.getArray("stated_days"), row.getArray("stated_counts")),
        row.getInt("correction"));
  }

  static Forecasts.Problem problem(ResultSet row, int number) throws SQLException {
    return new Forecasts.Problem(
        row.getTimestamp("at").toInstant(), requireNonNullElse(row.getString("problem"), ""));
  }

  private static DayCounts days(@Nullable Array days, @Nullable Array counts) throws SQLException {
    if (days == null || counts == null) {
      return DayCounts.NONE;
    }
    List<LocalDate> read = Arrays.stream((Date[]) days.getArray()).map(Date::toLocalDate).toList();
    return new DayCounts(read, Arrays.asList((Integer[]) counts.getArray()));
  }

  private static Instant instant(@Nullable Timestamp some, Instant other) {
    return some == null ? other : some.toInstant();
  }
}
