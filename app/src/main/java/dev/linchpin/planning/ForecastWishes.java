package dev.linchpin.planning;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Wishes for a new forecast, numbered, so that none is forgotten and many are met by one run.
@Component
public class ForecastWishes {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final ApplicationEventPublisher facts;

  public ForecastWishes(JdbcClient sql, InstantSource clock, ApplicationEventPublisher facts) {
    this.sql = sql;
    this.clock = clock;
    this.facts = facts;
  }

  /// Told after a wish; a job meets it once the transaction is through.
  record ForecastWished(long wish) {}

  /// Something changed that may move a date. Cheap; call it within the transaction of the change.
  ///
  /// @param because for the log: "NET changed its state", "tickets were imported"
  public void add(String because) {
    long wish =
        sql.sql(
                """
                insert into planning.forecast_wish (at, because) values (:at, :because)
                returning number\
                """)
            .param("at", Timestamp.from(clock.instant()))
            .param("because", because)
            .query(Long.class)
            .single();
    facts.publishEvent(new ForecastWished(wish));
  }

  /// The newest wish; 0 when there was none.
  long newest() {
    return sql.sql("select coalesce(max(number), 0) from planning.forecast_wish")
        .query(Long.class)
        .single();
  }

  /// Whether a forecast is being made, or soon will be.
  public boolean open() {
    return newest() > met();
  }

  /// Whether a new forecast of a project may be on its way: what stands for it was not looked at
  /// since the newest wish.
  public boolean open(ProjectKey project) {
    return open()
        && sql.sql(
                    "select count(*) from planning.standing where project = :key and wish >="
                        + " :newest")
                .param("key", project.value())
                .param("newest", newest())
                .query(Integer.class)
                .single()
            == 0;
  }

  long met() {
    return sql.sql("select coalesce(max(wish), 0) from planning.forecast_look")
        .query(Long.class)
        .single();
  }

  /// Whether a wish from before the moment is still open.
  boolean waitsSince(Instant moment) {
    return sql.sql(
                "select count(*) from planning.forecast_wish where number > :met and at < :moment")
            .param("met", met())
            .param("moment", Timestamp.from(moment))
            .query(Integer.class)
            .single()
        > 0;
  }

  /// Drops wishes that were met and are older than the moment.
  void forgetBefore(Instant moment) {
    sql.sql("delete from planning.forecast_wish where number < :met and at < :moment")
        .param("met", met())
        .param("moment", Timestamp.from(moment))
        .update();
  }
}
