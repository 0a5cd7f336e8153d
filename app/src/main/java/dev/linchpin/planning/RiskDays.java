package dev.linchpin.planning;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Levers;
import dev.linchpin.forecast.Levers.Change;
import dev.linchpin.forecast.Movement;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Risk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What single risks cost in days: the newest forecast of a project again, with the same luck,
/// without the risk and with it for certain. Kept with the forecast.
@Component
public class RiskDays {
  private final JdbcClient sql;
  private final Forecasts forecasts;

  public RiskDays(JdbcClient sql, Forecasts forecasts) {
    this.sql = sql;
    this.forecasts = forecasts;
  }

  /// @param now the by-date
  /// @param without the by-date if it could not happen
  /// @param ifItHappens the by-date if it happens for certain
  /// @param isNewest whether it belongs to the newest forecast
  public record Days(LocalDate now, LocalDate without, LocalDate ifItHappens, boolean isNewest) {
    /// Calendar days by which the chance of it makes the by-date later.
    public long costs() {
      return ChronoUnit.DAYS.between(without, now);
    }

    /// Calendar days by which the by-date would move from what it is now.
    public long whenItHappens() {
      return ChronoUnit.DAYS.between(now, ifItHappens);
    }
  }

  /// Works it out for the newest forecast; asked twice, it is worked out once.
  ///
  /// @return empty when the forecast does not know the risk
  public Optional<Days> workOut(ProjectRisk risk) {
    Optional<Days> known = latest(risk).filter(Days::isNewest);
    return known.isPresent() ? known : measure(risk);
  }

  private Optional<Days> measure(ProjectRisk risk) {
    Optional<RefForecast> newest = forecasts.latest(risk.project().value());
    Optional<Question> question =
        newest
            .flatMap(forecast -> forecasts.inputs(forecast.forecast()))
            .filter(it -> it.plan().risks().stream().anyMatch(one -> isIt(one, risk)));
    if (question.isEmpty()) {
      return Optional.empty();
    }
    var of = new Promise.Of.AProject(new ProjectId(risk.project().value()));
    Question now = question.get();
    Question without = Levers.with(now, new Change.Avoid(risk.riskId()));
    Optional<Movement> costs = Movement.between(without, now, of);
    Optional<Movement> then = Movement.between(now, certain(now, risk), of);
    if (costs.isEmpty() || then.isEmpty()) {
      return Optional.empty();
    }
    var days =
        new Days(
            costs.get().after().by(), costs.get().before().by(), then.get().after().by(), true);
    keep(risk, newest.orElseThrow().forecast().value(), days);
    return Optional.of(days);
  }

  /// Without its bond: what else the cause would do is another question.
  private static Question certain(Question question, ProjectRisk risk) {
    List<Risk> risks =
        question.plan().risks().stream()
            .map(one ->
                isIt(one, risk)
                    ? new Risk(
                        one.id(), one.name(), one.project(), 1, one.effects(), null, one.cost())
                    : one)
            .toList();
    return question.with(question.plan().withRisks(risks));
  }

  private static boolean isIt(Risk one, ProjectRisk risk) {
    return one.id().equals(risk.riskId());
  }

  private void keep(ProjectRisk risk, UUID forecast, Days days) {
    sql.sql(
            """
            insert into planning.risk_days
              (project, risk, forecast, now_by, without_by, if_by)
            values (:project, :risk, :forecast, :now, :without, :if)
            on conflict do nothing\
            """)
        .param("project", risk.project().value())
        .param("risk", risk.id())
        .param("forecast", forecast)
        .param("now", days.now())
        .param("without", days.without())
        .param("if", days.ifItHappens())
        .update();
  }

  /// What was worked out last for a risk; empty when nobody asked.
  public Optional<Days> latest(ProjectRisk risk) {
    return Optional.ofNullable(latest(risk.project()).get(risk.id()));
  }

  /// What was worked out last for the risks of a project, by risk.
  public Map<UUID, Days> latest(ProjectKey project) {
    return sql
        .sql(
            """
            select distinct on (d.risk) d.*,
                   coalesce(f.id = s.forecast, false) as newest
              from planning.risk_days d join planning.forecast f on f.id = d.forecast
              left join planning.standing s on s.project = d.project
             where d.project = :project order by d.risk, f.number desc\
            """)
        .param("project", project.value())
        .query((row, _) -> Map.entry(row.getObject("risk", UUID.class), days(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Days days(ResultSet row) throws SQLException {
    return new Days(
        row.getObject("now_by", LocalDate.class),
        row.getObject("without_by", LocalDate.class),
        row.getObject("if_by", LocalDate.class),
        row.getBoolean("newest"));
  }
}
