package dev.linchpin.planning;

import dev.linchpin.forecast.learn.Recalibration;
import dev.linchpin.forecast.score.Pinball;
import dev.linchpin.forecast.score.Sample;
import dev.linchpin.forecast.score.Scored;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/*
 * A forecast gets its marks once, when what it was about has ended: later forecasts never change
 * them. How far away a date was counts from the day of the forecast to the by-date it named, which
 * is known beforehand; counted to the true end, late projects would sort themselves.
 *
 * Many forecasts of one thing say nearly the same. So the track record counts one a week for each
 * project and milestone: the last one, which stood over the weekend.
 */
/// How good the forecasts of projects and milestones were, once the truth is known.
@Component
public class Marks {
  private static final String TENTHS =
      IntStream.rangeClosed(1, 10)
          .mapToObj(
              "count(*) filter (where least(10, width_bucket(pit, 0, 1, 10)) = %d)"::formatted)
          .collect(Collectors.joining(", "));

  /// One forecast a week of each project and milestone that has ended: the last one.
  static final String WEEKLY =
      """
      (select distinct on (m.ref, date_trunc('week', f.as_of)) m.*, f.as_of
         from planning.mark m join planning.forecast f on f.id = m.forecast
        order by m.ref, date_trunc('week', f.as_of), f.number desc) as weekly
      """;

  private final JdbcTemplate batches;
  private final JdbcClient sql;
  private final Ends ends;

  public Marks(JdbcTemplate batches, Ends ends) {
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
    this.ends = ends;
  }

  /// One forecast of something that has ended; days count from the day it was made.
  private record Case(
      UUID forecast,
      String ref,
      boolean project,
      int ahead,
      Sample days,
      Sample stated,
      int correction,
      int actual) {
    double unitNumber() {
      return new SplittableRandom(forecast.getLeastSignificantBits() ^ ref.hashCode()).nextDouble();
    }
  }

  /// Marks what can be marked now; done twice, it changes nothing.
  ///
  /// @return how many forecasts got their marks
  @Transactional
  public int mark(Instant now) {
    int marked = 0;
    for (Ends.Ended ended : ends.unmarked()) {
      List<Case> cases = cases(ended);
      insert(cases, ended.day(), now);
      marked += cases.size();
    }
    return marked;
  }

  private List<Case> cases(Ends.Ended ended) {
    return sql.sql(
            """
            select r.forecast, r.days, r.counts, r.stated_days, r.stated_counts,
                   r.q80::date as by_day, f.as_of::date as made_on, f.correction
              from planning.forecast_ref r join planning.forecast f on f.id = r.forecast
             where r.ref = :ref and r.days is not null and f.as_of::date < :day
               and not exists (select 1 from planning.mark m
                                where m.forecast = r.forecast and m.ref = r.ref)\
            """)
        .param("ref", ended.ref())
        .param("day", ended.day())
        .query((row, _) -> toCase(row, ended))
        .list();
  }

  private static Case toCase(ResultSet row, Ends.Ended ended) throws SQLException {
    LocalDate made = row.getObject("made_on", LocalDate.class);
    Sample days = sample(row, "days", "counts", made);
    boolean corrected = row.getArray("stated_days") != null;
    return new Case(
        row.getObject("forecast", UUID.class),
        ended.ref(),
        ended.project(),
        (int) ChronoUnit.DAYS.between(made, row.getObject("by_day", LocalDate.class)),
        days,
        corrected ? sample(row, "stated_days", "stated_counts", made) : days,
        row.getInt("correction"),
        (int) ChronoUnit.DAYS.between(made, ended.day()));
  }

  private static Sample sample(ResultSet row, String days, String counts, LocalDate made)
      throws SQLException {
    return Sample.weighted(
        Arrays.stream((Date[]) array(row, days))
            .mapToDouble(day -> ChronoUnit.DAYS.between(made, day.toLocalDate()))
            .toArray(),
        Arrays.stream((Integer[]) array(row, counts)).mapToDouble(Integer::doubleValue).toArray());
  }

  private static Object array(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array.getArray();
  }

  private void insert(List<Case> cases, LocalDate ended, Instant now) {
    batches.batchUpdate(
        """
        insert into planning.mark
          (forecast, ref, project, ended_on, ahead, pit, crps, pinball50, pinball80, pinball95,
           held50, held80, held95, correction, stated_pit, stated_crps, marked_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (forecast, ref) do nothing\
        """,
        cases.stream().map(one -> row(one, ended, now)).toList());
  }

  private static Object[] row(Case one, LocalDate ended, Instant now) {
    Sample days = one.days();
    int actual = one.actual();
    Scored scored = Scored.of(days, actual, one.unitNumber());
    Scored stated = Scored.of(one.stated(), actual, one.unitNumber());
    return new Object[] {
      one.forecast(),
      one.ref(),
      one.project(),
      ended,
      one.ahead(),
      scored.pit(),
      scored.crps(),
      Pinball.loss(0.50, days.quantile(0.50), actual),
      Pinball.loss(0.80, days.quantile(0.80), actual),
      Pinball.loss(0.95, days.quantile(0.95), actual),
      actual <= days.quantile(0.50),
      actual <= days.quantile(0.80),
      actual <= days.quantile(0.95),
      one.correction(),
      stated.pit(),
      stated.crps(),
      Timestamp.from(now)
    };
  }

  /// How good our forecasts were, by kind and by how far away the date was.
  public ForecastRecord record() {
    return new ForecastRecord(
        sql.sql(
                """
                select project, width_bucket(ahead, :horizons) as horizon, count(*) as cases,
                       count(*) filter (where held50) as held50,
                       count(*) filter (where held80) as held80,
                       count(*) filter (where held95) as held95,
                       avg(crps) as crps,
                       array[%s] as tenths
                  from %s
                 group by project, horizon order by project desc, horizon\
                """
                    .formatted(TENTHS, WEEKLY))
            .param("horizons", Recalibration.HORIZONS.toArray(Integer[]::new))
            .query(Marks::held)
            .list(),
        sql.sql("select count(distinct ref) from planning.mark").query(Integer.class).single());
  }

  private static ForecastRecord.Held held(ResultSet row, int number) throws SQLException {
    return new ForecastRecord.Held(
        row.getBoolean("project"),
        row.getInt("horizon"),
        row.getInt("cases"),
        row.getInt("held50"),
        row.getInt("held80"),
        row.getInt("held95"),
        row.getDouble("crps"),
        Arrays.stream((Long[]) array(row, "tenths")).map(Long::intValue).toList());
  }
}
