package dev.linchpin.planning;

import dev.linchpin.forecast.CostSpread;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Spread;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What forecasts said about costs, kept with them.
@Component
public class ForecastCosts {
  private final JdbcTemplate batches;
  private final JdbcClient sql;

  public ForecastCosts(JdbcTemplate batches) {
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
  }

  /// Within the transaction that keeps the forecast. Where nothing has a price, nothing is kept.
  void keep(UUID forecast, Outcome outcome) {
    Map<ProjectId, Spread> ends = outcome.forecast().projects();
    var rows = new ArrayList<Object[]>();
    outcome
        .forecast()
        .costs()
        .forEach((project, cost) -> {
          Spread end = ends.get(project);
          if (end != null && costsAnything(cost)) {
            CostTable table = CostTable.of(end, cost);
            rows.add(
                new Object[] {
                  forecast,
                  project.value(),
                  table.days().stream().map(Date::valueOf).toArray(Date[]::new),
                  table.costs().toArray(Long[]::new),
                  table.chances().toArray(Double[]::new)
                });
          }
        });
    batches.batchUpdate(
        """
        insert into planning.forecast_cost (forecast, ref, days, costs, chances)
        values (?, ?, ?, ?, ?)\
        """,
        rows);
  }

  private static boolean costsAnything(CostSpread cost) {
    return cost.at(1) > 0;
  }

  /// What the newest forecast says; empty when it knows no price of the project.
  public Optional<CostTable> latest(ProjectKey project) {
    return sql.sql(
            """
            select * from planning.forecast_cost
             where ref = :ref
               and forecast = (select forecast from planning.standing where project = :ref)\
            """)
        .param("ref", project.value())
        .query(ForecastCosts::table)
        .optional();
  }

  private static CostTable table(ResultSet row, int number) throws SQLException {
    return new CostTable(
        Arrays.stream((Date[]) row.getArray("days").getArray()).map(Date::toLocalDate).toList(),
        List.of((Long[]) row.getArray("costs").getArray()),
        List.of((Double[]) row.getArray("chances").getArray()));
  }
}
