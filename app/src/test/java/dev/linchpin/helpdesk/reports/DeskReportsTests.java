package dev.linchpin.helpdesk.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.TestDatabases;
import dev.linchpin.helpdesk.DeskSql;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.reports.DeskReport.CauseKind;
import dev.linchpin.helpdesk.reports.DeskReport.Week;
import dev.linchpin.helpdesk.reports.DeskReports.Scope;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeskReportsTests {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDateTime NOW = LocalDateTime.parse("2027-01-24T12:00");
  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);
  private static DeskReport report;

  @BeforeAll
  static void threeWeeks() {
    JdbcClient sql = TestDatabases.sql();
    var desk = new DeskSql(sql);
    Ticket old = desk.add("R1", "Before all", "", "2026-12-20T08:00", "");
    Ticket quick = desk.add("R2", "First week", "", "2027-01-05T08:00", "Done.");
    desk.add("R3", "First week too", "", "2027-01-06T08:00", "");
    desk.add("R4", "Third week", "", "2027-01-24T08:00", "");
    desk.add("R5", "After it", "", "2027-01-25T08:00", "");
    Ticket merged = desk.add("R6", "The same as R3", "", "2027-01-06T09:00", "");
    set(sql, "resolved = '2027-01-13 08:00', service_name = 'Mail'", quick);
    set(sql, "service_name = 'Mail', handled_seconds = 5400", old);
    set(sql, "merged_into = " + old.id(), merged);
    set(sql, "answer_due = '2027-01-05 09:30+01', answer_met = '2027-01-05 09:00+01'", quick);
    set(sql, "resolve_due = '2027-01-06 09:30+01', resolve_met = '2027-01-13 08:00+01'", quick);
    sql.sql(
            """
            insert into helpdesk.message (id, ticket, home, at, kind, channel, who, text, delivery)
            values (gen_random_uuid(), :ticket, :ticket, '2027-01-05 09:00+01', 'ANSWER', 'page',
                    'Åsa', 'Soon.', 'NONE')\
            """)
        .param("ticket", quick.id())
        .update();
    sql.sql(
            """
            insert into helpdesk.history
                   (ticket, step, at, who, field, element, was, was_said, becomes, becomes_said)
            values (:ticket, 2, '2027-01-11 00:30+01', 'Åsa', 'STATE', '', 'RESOLVED|x|', '',
                    'OPEN||', '')\
            """)
        .param("ticket", quick.id())
        .update();
    sql.sql("insert into helpdesk.ticket_link values (:ticket, 'BELONGS_TO', 'net-12')")
        .param("ticket", quick.id())
        .update();
    report =
        new DeskReports(sql).of(Scope.of(MONDAY, LocalDate.of(2027, 1, 20), null), NOW, BERLIN);
  }

  private static void set(JdbcClient sql, String set, Ticket ticket) {
    sql.sql("update helpdesk.ticket set " + set + " where id = :id")
        .param("id", ticket.id())
        .update();
  }

  @Test
  void everyWeekIsThereWithWhatCameWhatWasResolvedAndWhatWasLeft() {
    assertThat(report.weeks())
        .containsExactly(
            new Week(MONDAY, 2, 0, 3),
            new Week(MONDAY.plusWeeks(1), 0, 1, 2),
            new Week(MONDAY.plusWeeks(2), 1, 0, 3));
  }

  @Test
  void openTicketsAreCountedByAge() {
    assertThat(report.ages())
        .containsEntry("up to a day", 2)
        .containsEntry("up to 30 days", 1)
        .containsEntry("longer", 1);
  }

  @Test
  void serviceLevelsAreKeptOrNot() {
    assertThat(report.answersKept()).isEqualTo(new DeskReport.Kept(1, 1));
    assertThat(report.resolvingKept()).isEqualTo(new DeskReport.Kept(0, 1));
  }

  @Test
  void timesReopenedAndCausesAreSaid() {
    assertThat(report.reopened()).isEqualTo(1);
    assertThat(report.firstAnswer())
        .isEqualTo(new DeskReport.Times(1, Duration.ofHours(1), Duration.ofHours(1)));
    assertThat(report.resolution())
        .isEqualTo(new DeskReport.Times(1, Duration.ofDays(8), Duration.ofDays(8)));
    assertThat(report.causes().get(CauseKind.SERVICE))
        .containsExactly(new DeskReport.Cause("Mail", 1, Duration.ZERO));
    assertThat(report.causes().get(CauseKind.PROJECT))
        .extracting(DeskReport.Cause::name)
        .containsExactly("NET");
  }
}
