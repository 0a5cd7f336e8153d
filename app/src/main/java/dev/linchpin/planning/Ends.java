package dev.linchpin.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/*
 * A project ends on the day somebody said it was done; until then, on the day its last task was
 * done, when every task is. A milestone ends when it is reached. What belongs to a cancelled
 * project neither ends nor is missed.
 */
/// On which day projects and milestones ended: what promises and forecasts are judged by.
@Component
public class Ends {
  private static final String ENDS =
      """
      select p.key as ref, true as project,
             case when p.state = 'DONE' then p.state_on
                  when work.open = 0 then work.last end as ended,
             p.state = 'CANCELLED' as cancelled
        from planning.project p
        left join (select project, count(*) filter (where finished_at is null) as open,
                          max(finished_at)::date as last
                     from planning.task where kind = 'TASK' group by project) as work
          on work.project = p.key
      union all
      select t.project || '-' || t.number, false, t.finished_at::date, p.state = 'CANCELLED'
        from planning.task t join planning.project p on p.key = t.project
       where t.kind = 'MILESTONE'\
      """;

  private final JdbcClient sql;

  public Ends(JdbcClient sql) {
    this.sql = sql;
  }

  /// When something ended, if it has.
  public sealed interface End {
    record On(LocalDate day) implements End {}

    record Open() implements End {}

    /// There is no such thing, or it was cancelled.
    record Unknown() implements End {}

    static End of(@Nullable LocalDate day) {
      return day == null ? new Open() : new On(day);
    }
  }

  /// A project or milestone that ended.
  record Ended(String ref, boolean project, LocalDate day) {}

  /// @param ref a project's key or a milestone's `NET-12`
  public End of(String ref) {
    return sql.sql("select * from (" + ENDS + ") as ends where ref = :ref")
        .param("ref", ref)
        .query(Ends::end)
        .optional()
        .orElseGet(End.Unknown::new);
  }

  /// Everything that ended and of which there are forecasts without a mark.
  List<Ended> unmarked() {
    return sql.sql(
            "select ref, project, ended from ("
                + ENDS
                + """
                ) as ends where ended is not null and not cancelled
                   and exists (select 1 from planning.forecast_ref r
                                 join planning.forecast f on f.id = r.forecast
                                where r.ref = ends.ref and f.as_of::date < ends.ended
                                  and r.days is not null
                                  and not exists (select 1 from planning.mark m
                                                   where m.forecast = r.forecast
                                                     and m.ref = r.ref))
                 order by ref\
                """)
        .query((row, _) ->
            new Ended(
                row.getString("ref"),
                row.getBoolean("project"),
                row.getObject("ended", LocalDate.class)))
        .list();
  }

  private static End end(ResultSet row, int number) throws SQLException {
    return row.getBoolean("cancelled")
        ? new End.Unknown()
        : End.of(row.getObject("ended", LocalDate.class));
  }
}
