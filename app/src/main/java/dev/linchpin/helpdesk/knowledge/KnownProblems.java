package dev.linchpin.helpdesk.knowledge;

import static dev.linchpin.helpdesk.knowledge.Articles.orNull;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.helpdesk.By;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The problems, by number.
@Repository
public class KnownProblems implements Guarded<Integer, Problem> {
  private static final String SELECT =
      """
      select number, title, text, cause, workaround, lead, service, opened, closed, version
        from helpdesk.problem\
      """;

  private final JdbcClient sql;
  private final Revisions revisions;
  private final Audit audit;

  KnownProblems(JdbcClient sql, Revisions revisions, Audit audit) {
    this.sql = sql;
    this.revisions = revisions;
    this.audit = audit;
  }

  @Override
  public Optional<Problem> find(Integer number) {
    return sql.sql(SELECT + " where number = :number")
        .param("number", number)
        .query(KnownProblems::problem)
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, Problem problem) {
    return switch (right) {
      case READ -> Permission.READ_TICKETS.isOf(who.roles());
      case WRITE -> Permission.CHANGE_TICKET.isOf(who.roles());
    };
  }

  /// A problem and how many incidents it caused.
  public record Row(Problem problem, int incidents, int open) {}

  /// Those that fit, the open ones with the most incidents first.
  public List<Row> like(String words, boolean alsoClosed, int limit) {
    return sql.sql(
            """
            select problem.number, problem.title, problem.text, cause, workaround, lead,
                   problem.service, problem.opened, problem.closed, problem.version,
                   count(ticket.id) as incidents,
                   count(ticket.id) filter (where ticket.state not in ('RESOLVED', 'CLOSED'))
                     as still_open
              from helpdesk.problem
              left join helpdesk.ticket_link link
                on link.ref = 'P-' || problem.number and link.kind = 'CAUSED_BY'
              left join helpdesk.ticket on ticket.id = link.ticket
             where (:words = '' or words @@ helpdesk.asked(:words) or problem.title ilike :part)
               and (:closed or problem.closed is null)
             group by problem.number
             order by problem.closed is not null, still_open desc, incidents desc,
                      problem.number desc
             limit :limit\
            """)
        .param("words", words)
        .param("part", Like.anywhere(words))
        .param("closed", alsoClosed)
        .param("limit", limit)
        .query((row, number) ->
            new Row(problem(row, number), row.getInt("incidents"), row.getInt("still_open")))
        .list();
  }

  /// Opens one.
  ///
  /// @throws IllegalArgumentException with a message for whoever wrote it
  @Transactional
  public Problem add(Map<Part, String> wanted, By by) {
    var parts = new EnumMap<Part, String>(Part.class);
    parts.put(Part.STATE, "OPEN");
    parts.putAll(wanted);
    check(parts);
    int number =
        set(
                sql.sql(
                    """
                    insert into helpdesk.problem
                           (title, text, cause, workaround, lead, service, opened, version, changed)
                    values (:title, :text, :cause, :workaround, cast(:lead as uuid),
                            cast(:service as uuid), :at, 1, :at)
                    returning number\
                    """),
                parts,
                by)
            .query(Integer.class)
            .single();
    Problem added = find(number).orElseThrow();
    revisions.write(added.ref(), 1, Map.of(), parts, by);
    audit.add(by.name(), "opened a problem", added.ref(), added.title());
    return added;
  }

  /// Changes what differs from the version that was seen; `Part.STATE` is "OPEN" or "CLOSED".
  ///
  /// @throws IllegalArgumentException with a message for whoever wrote it
  @Transactional
  public Putting put(Problem shown, int seen, Map<Part, String> wanted, By by) {
    Problem now =
        sql.sql(SELECT + " where number = :number for update")
            .param("number", shown.number())
            .query(KnownProblems::problem)
            .single();
    return revisions.put(
        now, seen, wanted, by, (parts, version) -> write(now.number(), parts, version, by));
  }

  private void write(int number, Map<Part, String> parts, int version, By by) {
    check(parts);
    set(
            sql.sql(
                """
                update helpdesk.problem
                   set title = :title, text = :text, cause = :cause, workaround = :workaround,
                       lead = cast(:lead as uuid), service = cast(:service as uuid),
                       closed = case when :state = 'OPEN' then null else coalesce(closed, :at) end,
                       version = :version, changed = :at
                 where number = :number\
                """),
            parts,
            by)
        .param("state", parts.getOrDefault(Part.STATE, "OPEN"))
        .param("version", version)
        .param("number", number)
        .update();
  }

  private static void check(Map<Part, String> parts) {
    Problem.check(
        parts.getOrDefault(Part.TITLE, ""),
        parts.getOrDefault(Part.TEXT, ""),
        parts.getOrDefault(Part.CAUSE, ""),
        parts.getOrDefault(Part.WORKAROUND, ""));
  }

  private static JdbcClient.StatementSpec set(
      JdbcClient.StatementSpec statement, Map<Part, String> parts, By by) {
    return statement
        .param("title", parts.getOrDefault(Part.TITLE, "").strip())
        .param("text", parts.getOrDefault(Part.TEXT, ""))
        .param("cause", parts.getOrDefault(Part.CAUSE, ""))
        .param("workaround", parts.getOrDefault(Part.WORKAROUND, ""))
        .param("lead", orNull(parts, Part.LEAD))
        .param("service", orNull(parts, Part.SERVICE))
        .param("at", Timestamp.from(by.at()));
  }

  private static Problem problem(ResultSet row, int number) throws SQLException {
    UUID lead = row.getObject("lead", UUID.class);
    UUID service = row.getObject("service", UUID.class);
    Timestamp closed = row.getTimestamp("closed");
    return new Problem(
        row.getInt("number"),
        row.getString("title"),
        row.getString("text"),
        row.getString("cause"),
        row.getString("workaround"),
        lead == null ? null : new PersonId(lead),
        service == null ? null : new ServiceId(service),
        row.getTimestamp("opened").toInstant(),
        closed == null ? null : closed.toInstant(),
        row.getInt("version"));
  }
}
