package dev.linchpin.directory;

import dev.linchpin.forecast.DayRange;
import dev.linchpin.platform.Audit;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The days off and the working Saturdays that the organisation added to its calendar.
@Repository
public class ExtraDays {
  private final JdbcClient sql;
  private final Audit audit;
  private final ApplicationEventPublisher facts;

  public ExtraDays(JdbcClient sql, Audit audit, ApplicationEventPublisher facts) {
    this.sql = sql;
    this.audit = audit;
    this.facts = facts;
  }

  /// Those within the range, by day.
  public List<ExtraDay> in(DayRange range) {
    return sql.sql(
            """
            select day, worked, name from directory.extra_day
             where day between :first and :last order by day\
            """)
        .param("first", range.first())
        .param("last", range.last())
        .query((row, number) ->
            new ExtraDay(
                row.getObject("day", LocalDate.class),
                row.getBoolean("worked"),
                row.getString("name")))
        .list();
  }

  /// Adds the day, or says something else about a day that is there.
  @Transactional
  public void put(ExtraDay day, String by) {
    sql.sql(
            """
            insert into directory.extra_day (day, worked, name) values (:day, :worked, :name)
            on conflict (day) do update set worked = excluded.worked, name = excluded.name\
            """)
        .param("day", day.day())
        .param("worked", day.worked())
        .param("name", day.name())
        .update();
    audit.add(
        by, day.worked() ? "made a day a working day" : "made a day free", "calendar", said(day));
    facts.publishEvent(new WorkingTimeChanged());
  }

  /// Back to what the calendar says anyway.
  @Transactional
  public void remove(LocalDate day, String by) {
    sql.sql("delete from directory.extra_day where day = :day").param("day", day).update();
    audit.add(by, "removed an extra day", "calendar", day.toString());
    facts.publishEvent(new WorkingTimeChanged());
  }

  private static String said(ExtraDay day) {
    return day.day() + ": " + day.name();
  }
}
