package dev.linchpin.directory;

import dev.linchpin.forecast.Absence;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who is away when.
@Repository
public class Leaves {
  private static final String SELECT =
      "select id, person, first_day, last_day, kind, stand_in from directory.leave";
  private static final int YEARS_LEARNED = 3;
  private static final int TIMES_LEAST = 10;
  private static final double DAYS_PER_YEAR = 365.25;
  private static final String BY_DAY = " order by first_day, last_day, id";

  private final JdbcClient sql;
  private final Audit audit;
  private final ApplicationEventPublisher facts;

  public Leaves(JdbcClient sql, Audit audit, ApplicationEventPublisher facts) {
    this.sql = sql;
    this.audit = audit;
    this.facts = facts;
  }

  public Optional<Leave> find(LeaveId id) {
    return sql.sql(SELECT + " where id = :id")
        .param("id", id.value())
        .query(Leaves::toLeave)
        .optional();
  }

  /// All of one person, by first day.
  public List<Leave> of(PersonId person) {
    return sql.sql(SELECT + " where person = :person" + BY_DAY)
        .param("person", person.value())
        .query(Leaves::toLeave)
        .list();
  }

  /// What of these people's leave touches the range, by first day.
  public List<Leave> in(DayRange range, Collection<PersonId> people) {
    return sql.sql(
            SELECT
                + " where person = any(:people) and first_day <= :last and last_day >= :first"
                + BY_DAY)
        .param("people", People.uuids(people))
        .param("first", range.first())
        .param("last", range.last())
        .query(Leaves::toLeave)
        .list();
  }

  /// How often and how long people are away as nobody planned, illness most of all: what is over
  /// and was entered without another reason, of all people together and never of one of them. What
  /// is usual elsewhere while too little is entered, because then it is not known here.
  ///
  /// @param day what ended before its month counts, so that dates move by it once a month
  public Absence unplanned(LocalDate day) {
    LocalDate until = day.withDayOfMonth(1);
    List<DayRange> times =
        sql.sql(
                """
                select first_day, last_day from directory.leave
                 where kind = 'AWAY' and first_day >= :from and last_day < :until
                 order by first_day, last_day\
                """)
            .param("from", until.minusYears(YEARS_LEARNED))
            .param("until", until)
            .query((row, _) ->
                new DayRange(
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)))
            .list();
    if (times.size() < TIMES_LEAST) {
      return Absence.USUAL;
    }
    int people = sql.sql("select count(*) from directory.person").query(Integer.class).single();
    double days = ChronoUnit.DAYS.between(times.getFirst().first(), until);
    return Absence.learned(times, people * days / DAYS_PER_YEAR);
  }

  /// @param by who did it, for the audit trail
  @Transactional
  public void add(Leave leave, String by) {
    sql.sql(
            """
            insert into directory.leave (id, person, first_day, last_day, kind, stand_in)
            values (:id, :person, :first, :last, :kind, :standIn)\
            """)
        .param("id", leave.id().value())
        .param("person", leave.person().value())
        .param("first", leave.days().first())
        .param("last", leave.days().last())
        .param("kind", leave.kind().name())
        .param("standIn", leave.standIn() == null ? null : leave.standIn().value())
        .update();
    tell(leave, "added leave", by);
  }

  @Transactional
  public void remove(Leave leave, String by) {
    sql.sql("delete from directory.leave where id = :id").param("id", leave.id().value()).update();
    tell(leave, "removed leave", by);
  }

  private void tell(Leave leave, String what, String by) {
    audit.add(
        by,
        what,
        "person " + leave.person(),
        "%s to %s, %s".formatted(leave.days().first(), leave.days().last(), leave.kind().label()));
    facts.publishEvent(new WorkingTimeChanged());
  }

  private static Leave toLeave(ResultSet row, int number) throws SQLException {
    return new Leave(
        new LeaveId(row.getObject("id", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new DayRange(
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class)),
        Leave.Kind.valueOf(row.getString("kind")),
        People.id(row, "stand_in"));
  }
}
