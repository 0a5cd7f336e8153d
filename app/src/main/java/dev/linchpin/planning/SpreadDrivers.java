package dev.linchpin.planning;

import dev.linchpin.forecast.Drivers;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Promise;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Where the spread of a project's date comes from; worked out once a forecast stands.
@Component
public class SpreadDrivers {
  private final JdbcClient sql;
  private final Forecasts forecasts;

  public SpreadDrivers(JdbcClient sql, Forecasts forecasts) {
    this.sql = sql;
    this.forecasts = forecasts;
  }

  /// Looks at all projects of a forecast, and keeps it. Stops when the forecast does not stand any
  /// more; done twice, it changes nothing.
  public void explain(KeptForecast.Id id) {
    Question question = forecasts.inputs(id).orElseThrow();
    for (Project project : question.plan().projects()) {
      String ref = project.id().value();
      if (!forecasts.latest(ref).filter(one -> one.forecast().equals(id)).isPresent()) {
        return;
      }
      if (find(id, ref).isEmpty()) {
        Drivers.of(question, new Promise.Of.AProject(project.id()))
            .ifPresent(drivers -> keep(id, ref, drivers));
      }
    }
  }

  /// Of the forecast that stands; empty while nobody has looked.
  public Optional<Drivers> of(RefForecast forecast) {
    return find(forecast.forecast(), forecast.ref());
  }

  private Optional<Drivers> find(KeptForecast.Id id, String ref) {
    return sql.sql(
            "select drivers from planning.spread_driver where forecast = :forecast and ref = :ref")
        .param("forecast", id.value())
        .param("ref", ref)
        .query(String.class)
        .optional()
        .map(json -> EngineJson.read(json, new TypeReference<Drivers>() {}));
  }

  private void keep(KeptForecast.Id id, String ref, Drivers drivers) {
    sql.sql(
            """
            insert into planning.spread_driver (forecast, ref, drivers)
            values (:forecast, :ref, cast(:drivers as jsonb)) on conflict do nothing\
            """)
        .param("forecast", id.value())
        .param("ref", ref)
        .param("drivers", EngineJson.write(drivers))
        .update();
  }
}
