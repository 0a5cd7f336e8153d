package dev.linchpin.answers.status;

import dev.linchpin.access.AccountId;
import dev.linchpin.access.Role;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerState;
import dev.linchpin.answers.Ref;
import dev.linchpin.directory.DepartmentId;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What is said outside, as it was renewed last.
@Repository
public class Outside {
  /// For whom answers are made that everybody may hear.
  public static final Who EVERYBODY =
      new Who(new AccountId(new UUID(0, 0)), "Linchpin", "", Set.of(Role.AUDITOR));

  private static final int SHOWN_MAX = 200;
  private static final String SELECT =
      """
      select o.*, coalesce((select string_agg(department::text, ' ')
                              from answers.outside_department where ref = o.ref), '') as departments
        from answers.outside o\
      """;

  private final JdbcClient sql;
  private final Audit audit;

  public Outside(JdbcClient sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /// All, by date; what names none comes last.
  public List<Said> all() {
    return sql.sql(SELECT + " order by by_day nulls last, title limit :max")
        .param("max", SHOWN_MAX)
        .query(Outside::said)
        .list();
  }

  public Optional<Said> find(Ref ref) {
    return sql.sql(SELECT + " where ref = :ref")
        .param("ref", ref.toString())
        .query(Outside::said)
        .optional();
  }

  /// From now on it is said outside, under this title.
  @Transactional
  public void allow(
      Answer answer, String title, Set<DepartmentId> departments, Who by, AskedAt asked) {
    Instant now = asked.instant();
    var said =
        new Said(
            Ref.parse(answer.ref()).orElseThrow(),
            title.strip(),
            departments,
            answer.state(),
            answer.by(),
            answer.say(),
            now,
            now);
    params(
            """
            insert into answers.outside
                   (ref, title, allowed_by, allowed_at, state, by_day, words, changed_at,
                    checked_at)
            values (:ref, :title, :by, :now, :state, :day, :words, :now, :now)
            on conflict (ref) do update set title = excluded.title\
            """,
            said)
        .param("title", said.title())
        .param("by", by.name())
        .update();
    sql.sql("delete from answers.outside_department where ref = :ref")
        .param("ref", answer.ref())
        .update();
    for (DepartmentId department : said.departments()) {
      sql.sql("insert into answers.outside_department (ref, department) values (:ref, :id)")
          .param("ref", answer.ref())
          .param("id", department.value())
          .update();
    }
    audit.add(by.name(), "allowed to say it outside", answer.ref(), said.title());
  }

  /// From now on it is not said outside any more.
  @Transactional
  public void forbid(Ref ref, String by) {
    int gone =
        sql.sql("delete from answers.outside where ref = :ref")
            .param("ref", ref.toString())
            .update();
    if (gone == 1) {
      audit.add(by, "stopped saying it outside", ref.toString(), "");
    }
  }

  /// What is said now; the moment of the change stays when nothing changed.
  void renew(Answer answer, Instant now) {
    var said =
        new Said(
            Ref.parse(answer.ref()).orElseThrow(),
            answer.title(),
            Set.of(),
            answer.state(),
            answer.by(),
            answer.say(),
            now,
            now);
    params(
            """
            update answers.outside
               set changed_at = case when state = :state and by_day is not distinct from :day
                                     then changed_at else :now end,
                   state = :state, by_day = :day, words = :words, checked_at = :now
             where ref = :ref\
            """,
            said)
        .update();
  }

  private JdbcClient.StatementSpec params(String statement, Said said) {
    return sql.sql(statement)
        .param("ref", said.ref().toString())
        .param("state", said.state().name())
        .param("day", said.by())
        .param("words", said.words())
        .param("now", Timestamp.from(said.checkedAt()));
  }

  private static Said said(ResultSet row, int number) throws SQLException {
    return new Said(
        Ref.parse(row.getString("ref")).orElseThrow(),
        row.getString("title"),
        Arrays.stream(row.getString("departments").split(" "))
            .filter(id -> !id.isEmpty())
            .map(id -> new DepartmentId(UUID.fromString(id)))
            .collect(Collectors.toSet()),
        AnswerState.valueOf(row.getString("state")),
        row.getObject("by_day", LocalDate.class),
        row.getString("words"),
        row.getTimestamp("changed_at").toInstant(),
        row.getTimestamp("checked_at").toInstant());
  }
}
