package dev.linchpin.answers;

import static dev.linchpin.platform.Checks.require;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What single projects want otherwise about corrections.
@Repository
public class CorrectionRules {
  private final JdbcClient sql;

  public CorrectionRules(JdbcClient sql) {
    this.sql = sql;
  }

  /// The rule of one project.
  ///
  /// @param laterDays a date is news from so many working days on; null: as usual
  /// @param byItself corrections leave without anybody's approval
  public record Rule(@Nullable Integer laterDays, boolean byItself) {
    public static final Rule USUAL = new Rule(null, false);
    public static final int DAYS_MAX = 250;

    public Rule {
      require(
          laterDays == null || 1 <= laterDays && laterDays <= DAYS_MAX,
          "Enter working days from 1 to %d, or nothing.",
          DAYS_MAX);
    }
  }

  /// Those of these projects; who wants nothing else is missing.
  public Map<String, Rule> of(Collection<String> projects) {
    record Row(String project, Rule rule) {}
    return sql
        .sql(
            """
            select project, later_days, by_itself from answers.correction_rule
             where project = any(:projects)\
            """)
        .param("projects", projects.toArray(String[]::new))
        .query((row, _) ->
            new Row(
                row.getString("project"),
                new Rule(row.getObject("later_days", Integer.class), row.getBoolean("by_itself"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Row::project, Row::rule));
  }

  public void put(String project, Rule rule, String by, Instant at) {
    sql.sql(
            """
            insert into answers.correction_rule (project, later_days, by_itself, set_at, set_by)
            values (:project, :days, :byItself, :at, :by)
            on conflict (project) do update
               set later_days = excluded.later_days, by_itself = excluded.by_itself,
                   set_at = excluded.set_at, set_by = excluded.set_by\
            """)
        .param("project", project)
        .param("days", rule.laterDays())
        .param("byItself", rule.byItself())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }
}
