package dev.linchpin.planning;

import dev.linchpin.directory.Crew;
import dev.linchpin.directory.People;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.score.Sample;
import dev.linchpin.forecast.score.Scored;
import dev.linchpin.planning.Rates.Dated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/*
 * A forecast of costs is about what comes after it: work from then on at the rates of its days, and
 * everything the project pays for. Work is the time people had for the tasks between their first
 * and last day, less tickets, as where estimates are learned from: nobody books hours on projects.
 * What was paid is only known once a cost is one amount and not a range; until then, and where a
 * risk that happened may have cost anything in a range, a project gets no marks, because its most
 * likely amount is what the forecast said itself.
 */
/// How good forecasts of costs were, once a project has ended.
@Component
public class CostMarks {
  private static final double MINUTES_PER_HOUR = 60;

  private final JdbcTemplate batches;
  private final JdbcClient sql;
  private final WorkingTime workingTime;
  private final People people;
  private final Rates rates;
  private final ObjectProvider<InterruptionSource> interruptions;

  public CostMarks(
      JdbcTemplate batches,
      WorkingTime workingTime,
      People people,
      Rates rates,
      ObjectProvider<InterruptionSource> interruptions) {
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
    this.workingTime = workingTime;
    this.people = people;
    this.rates = rates;
    this.interruptions = interruptions;
  }

  /// How many costs held, one forecast a week of each project that has ended.
  ///
  /// @param projects of so many projects
  /// @param held80 how many projects cost no more than what 8 of 10 runs said
  /// @param error mean distance of the likely cost from what it was, as a share of that
  public record Held(int projects, int cases, int held50, int held80, int held95, double error) {}

  private record Ended(String project, LocalDate on) {}

  /// A person's part of a task that is done.
  private record Part(PersonId person, double share, LocalDateTime start, LocalDateTime finish) {}

  private record Forecast(UUID id, LocalDateTime asOf, List<Long> costs) {
    /// The costs stand for 5, 10, … 100 % of the runs: the middle of each step.
    Sample sample() {
      double[] values = new double[costs.size()];
      for (int i = 0; i < values.length; i++) {
        double before = costs.get(Math.max(0, i - 1));
        values[i] = (before + costs.get(i)) / 2;
      }
      return Sample.of(values);
    }
  }

  /// Marks what can be marked now; done twice, it changes nothing.
  ///
  /// @return how many forecasts got their marks
  @Transactional
  public int mark(Instant now) {
    int marked = 0;
    for (Ended ended : unmarked()) {
      OptionalLong paid = paid(ended.project());
      if (paid.isPresent()) {
        marked += mark(ended, paid.getAsLong(), now);
      }
    }
    return marked;
  }

  private int mark(Ended ended, long paid, Instant now) {
    List<Part> parts = parts(ended.project());
    if (parts.isEmpty()) {
      return 0;
    }
    LocalDate first =
        parts.stream()
            .map(part -> part.start().toLocalDate())
            .min(LocalDate::compareTo)
            .orElseThrow();
    Set<PersonId> who = parts.stream().map(Part::person).collect(Collectors.toSet());
    TimeHad had = had(who, first, ended.on().plusDays(1));
    Dated dated = rates.dated(who);
    List<Object[]> rows =
        forecasts(ended).stream()
            .map(one -> row(one, ended, paid + work(parts, one.asOf(), had, dated), now))
            .toList();
    batches.batchUpdate(
        """
        insert into planning.cost_mark
          (forecast, ref, ended_on, cost, pit, error, held50, held80, held95, marked_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (forecast, ref) do nothing\
        """,
        rows);
    return rows.size();
  }

  private static Object[] row(Forecast one, Ended ended, long cost, Instant now) {
    double u =
        new SplittableRandom(one.id().getLeastSignificantBits() ^ ended.project().hashCode())
            .nextDouble();
    Scored scored = Scored.of(one.sample(), cost, u);
    return new Object[] {
      one.id(),
      ended.project(),
      ended.on(),
      cost,
      scored.pit(),
      cost == 0 ? 0 : scored.percentError() / 100,
      cost <= one.costs().get(9),
      cost <= one.costs().get(15),
      cost <= one.costs().get(18),
      Timestamp.from(now)
    };
  }

  private static long work(List<Part> parts, LocalDateTime asOf, TimeHad had, Dated rates) {
    double hundredths = 0;
    for (Part part : parts) {
      LocalDateTime from = part.start().isBefore(asOf) ? asOf : part.start();
      for (var day : had.byDay(part.person().toString(), from, part.finish()).entrySet()) {
        hundredths +=
            day.getValue()
                / MINUTES_PER_HOUR
                * part.share()
                * rates.perHour(part.person(), day.getKey());
      }
    }
    return Math.round(hundredths);
  }

  private TimeHad had(Set<PersonId> who, LocalDate from, LocalDate to) {
    Crew crew = workingTime.crew(who, from, to);
    InterruptionSource source = interruptions.getIfAvailable();
    Interruptions taken =
        source == null
            ? Interruptions.NONE
            : source.interruptions(people.all(who).values(), to.atStartOfDay());
    return new TimeHad(crew, workingTime.organisationCalendar(from, to), taken);
  }

  private List<Ended> unmarked() {
    return sql.sql(
            """
            select p.key, p.state_on from planning.project p
             where p.state = 'DONE'
               and exists (select 1 from planning.forecast_cost c
                             join planning.forecast f on f.id = c.forecast
                            where c.ref = p.key and f.as_of::date < p.state_on
                              and not exists (select 1 from planning.cost_mark m
                                               where m.forecast = c.forecast and m.ref = c.ref))
             order by p.key\
            """)
        .query((row, _) -> new Ended(row.getString(1), row.getObject(2, LocalDate.class)))
        .list();
  }

  /// What was paid apart from work; empty while some of it is a range.
  private OptionalLong paid(String project) {
    record Paid(boolean known, long amount) {}
    Paid paid =
        sql.sql(
                """
                select coalesce(bool_and(cost -> 'optimistic' = cost -> 'pessimistic'), true)
                         as known,
                       coalesce(sum((cost ->> 'likely')::bigint), 0) as amount
                  from (select cost from planning.cost_item where project = :project
                        union all
                        select cost from planning.risk
                         where project = :project and state = 'HAPPENED' and cost is not null)
                    as paid\
                """)
            .param("project", project)
            .query((row, _) -> new Paid(row.getBoolean("known"), row.getLong("amount")))
            .single();
    return paid.known() ? OptionalLong.of(paid.amount()) : OptionalLong.empty();
  }

  private List<Part> parts(String project) {
    return sql.sql(
            """
            select a.person, a.share, t.started_at, t.finished_at
              from planning.task t
              join planning.assignment a on a.project = t.project and a.task = t.number
             where t.project = :project and t.kind = 'TASK' and a.person is not null
               and t.started_at is not null and t.finished_at is not null
               and t.work_unit in ('EFFORT', 'WORKING')\
            """)
        .param("project", project)
        .query((row, _) ->
            new Part(
                new PersonId(row.getObject("person", UUID.class)),
                row.getDouble("share"),
                row.getObject("started_at", LocalDateTime.class),
                row.getObject("finished_at", LocalDateTime.class)))
        .list();
  }

  private List<Forecast> forecasts(Ended ended) {
    return sql.sql(
            """
            select c.forecast, c.costs, f.as_of
              from planning.forecast_cost c join planning.forecast f on f.id = c.forecast
             where c.ref = :ref and f.as_of::date < :on\
            """)
        .param("ref", ended.project())
        .param("on", ended.on())
        .query(CostMarks::forecast)
        .list();
  }

  private static Forecast forecast(ResultSet row, int number) throws SQLException {
    return new Forecast(
        row.getObject("forecast", UUID.class),
        row.getObject("as_of", LocalDateTime.class),
        Arrays.asList((Long[]) row.getArray("costs").getArray()));
  }

  /// How good our forecasts of costs were.
  public Held record() {
    return sql.sql(
            """
            select count(distinct ref) as projects, count(*) as cases,
                   count(*) filter (where held50) as held50,
                   count(*) filter (where held80) as held80,
                   count(*) filter (where held95) as held95,
                   coalesce(avg(error), 0) as error
              from (select distinct on (m.ref, date_trunc('week', f.as_of)) m.*
                      from planning.cost_mark m join planning.forecast f on f.id = m.forecast
                     order by m.ref, date_trunc('week', f.as_of), f.number desc) as weekly\
            """)
        .query((row, _) ->
            new Held(
                row.getInt("projects"),
                row.getInt("cases"),
                row.getInt("held50"),
                row.getInt("held80"),
                row.getInt("held95"),
                row.getDouble("error")))
        .single();
  }
}
