package dev.linchpin.planning;

import dev.linchpin.forecast.Forecast;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// How far the forecast is that is being made now, and what it says so far.
@Component
public class ForecastProgress {
  private final JdbcClient sql;

  public ForecastProgress(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param runs played so far; 0 while only edited projects were looked at
  /// @param most it stops at the latest after so many, earlier when the dates are stable
  /// @param by each project's by-date so far
  public record SoFar(int runs, int most, Map<String, LocalDate> by) {
    public SoFar {
      by = Map.copyOf(by);
    }
  }

  /// Notes what a forecast says after some of its runs.
  ///
  /// @param surer by-dates, by ref, that are known better than from these runs
  void report(Forecast soFar, Map<String, LocalDate> surer, int most, long wish) {
    var by = new TreeMap<String, LocalDate>();
    soFar.projects().forEach((project, finish) -> by.put(project.value(), finish.by()));
    by.putAll(surer);
    report(by, soFar.runs(), most, wish);
  }

  /// Notes by-dates, by the refs of their projects.
  void report(Map<String, LocalDate> by, int runs, int most, long wish) {
    sql.sql(
            """
            insert into planning.forecast_progress (wish, runs, most, by)
            values (:wish, :runs, :most, cast(:by as jsonb))
            on conflict (one) do update
               set wish = excluded.wish, runs = excluded.runs, most = excluded.most,
                   by = excluded.by
             where planning.forecast_progress.wish <= excluded.wish\
            """)
        .param("wish", wish)
        .param("runs", runs)
        .param("most", most)
        .param("by", EngineJson.write(by))
        .update();
  }

  /// What is known of a forecast that answers a wish still open; empty before its first runs.
  public Optional<SoFar> open() {
    return sql.sql(
            """
            select runs, most, by from planning.forecast_progress
             where wish > (select coalesce(max(wish), 0) from planning.forecast_look)\
            """)
        .query(ForecastProgress::soFar)
        .optional();
  }

  private static SoFar soFar(ResultSet row, int number) throws SQLException {
    return new SoFar(
        row.getInt("runs"),
        row.getInt("most"),
        EngineJson.read(row.getString("by"), new TypeReference<Map<String, LocalDate>>() {}));
  }
}
