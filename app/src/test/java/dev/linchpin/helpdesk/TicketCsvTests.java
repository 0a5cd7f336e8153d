package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.helpdesk.ColumnMapping.Chosen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TicketCsvTests {
  @Test
  void aServiceNowLogInAnyOrderBecomesOneTicketPerNumber() {
    TicketHistory history =
        TicketText.read(
            """
            number,incident_state,opened_at,sys_updated_at,assignment_group,assigned_to,resolved_at
            INC1,Resolved,29/2/2016 08:00,29/2/2016 11:29,Group 1,Åsa,29/2/2016 11:29
            INC2,New,1/3/2016 09:00,1/3/2016 09:00,?,?,?
            INC1,New,29/2/2016 08:00,29/2/2016 08:05,Group 1,?,29/2/2016 11:29
            """);

    assertThat(history.source()).isEqualTo("ServiceNow");
    assertThat(history.tickets()).hasSize(2);
    TicketRecord first = history.tickets().getFirst();
    assertThat(first.number()).isEqualTo("INC1");
    assertThat(first.assignee()).isEqualTo("Åsa");
    assertThat(first.state()).isEqualTo(TicketState.RESOLVED);
    assertThat(first.opened()).isEqualTo("2016-02-29T08:00");
    assertThat(first.touches())
        .extracting(Touch::at)
        .containsExactly(
            LocalDateTime.parse("2016-02-29T08:05"), LocalDateTime.parse("2016-02-29T11:29"));
    assertThat(history.tickets().getLast().assignee()).isEmpty();
  }

  @Test
  void aJiraExportIsKnownByItsHeaderAndCountsSeconds() {
    TicketHistory history =
        TicketText.read(
            """
            Summary,Issue key,Issue id,Status,Priority,Assignee,Reporter,Created,Resolved,Time Spent
            Printer,IT-1,10001,Done,High,asa,bo,23/Nov/26 2:05 PM,24/Nov/26 9:00 AM,5400
            """);

    assertThat(history.source()).isEqualTo("Jira");
    TicketRecord ticket = history.tickets().getFirst();
    assertThat(ticket.number()).isEqualTo("IT-1");
    assertThat(ticket.opened()).isEqualTo("2026-11-23T14:05");
    assertThat(ticket.logged()).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void aGlpiExportWithSemicolonsAndWindowsLettersIsRead() {
    TicketHistory history =
        TicketText.read(
            TicketText.file(
                """
                "ID";"Title";"Status";"Opening date";"Resolution date";"Assigned to - Technician"
                "7";"Löschen";"Solved";"2026-11-23 08:10";"2026-11-23 09:10";"Jürgen Groß"
                """,
                Charset.forName("windows-1252")));

    assertThat(history.source()).isEqualTo("GLPI");
    assertThat(history.tickets().getFirst().title()).isEqualTo("Löschen");
    assertThat(history.tickets().getFirst().assignee()).isEqualTo("Jürgen Groß");
  }

  @Test
  void aMarkAtTheStartOfTheFileIsNotPartOfTheFirstName() {
    TicketHistory history = TicketText.read("\uFEFFnumber\topened at\nA1\t2026-11-23 08:00\n");

    assertThat(history.mapping().columns()).containsExactly("number", "opened at");
  }

  @Test
  void theOrderOfDatesIsTheOneThatFitsAllRows() {
    assertThat(dates("3/4/2026 08:00", "13/4/2026 08:00")).isEqualTo(DateOrder.DAY_MONTH_YEAR);
    assertThat(dates("4/3/2026 08:00", "4/13/2026 08:00")).isEqualTo(DateOrder.MONTH_DAY_YEAR);
    assertThat(dates("2026-04-03 08:00", "2026-04-13")).isEqualTo(DateOrder.YEAR_MONTH_DAY);
  }

  @Test
  void whereBothOrdersFitRowsShouldFollowEachOtherAndThisIsSaid() {
    TicketHistory history =
        TicketText.read("number,opened\n1,11/1/2026\n2,11/2/2026\n3,11/3/2026\n");

    assertThat(history.mapping().dates()).isEqualTo(DateOrder.MONTH_DAY_YEAR);
    assertThat(history.notes()).anyMatch(note -> note.contains("can be read in two orders"));
  }

  @Test
  void aPersonCanChooseAnotherColumnAndAnotherOrder() {
    var chosen =
        new Chosen(
            Map.of(Field.OPENED, 2, Field.TITLE, -1),
            Optional.of(DateOrder.DAY_MONTH_YEAR),
            Optional.empty());
    TicketFile read =
        TicketCsv.read(
            TicketText.file("number,opened,started,title\n1,11/1/2026,12/1/2026,A\n"),
            chosen,
            null);

    TicketHistory history = ((TicketFile.Read) read).history();
    assertThat(history.tickets().getFirst().opened()).isEqualTo("2026-01-12T00:00");
    assertThat(history.tickets().getFirst().title()).isEmpty();
  }

  @Test
  void timesWithAnOffsetAreMovedToTheZoneOfTheOrganisation() {
    TicketFile read =
        TicketCsv.read(
            TicketText.file("case,timestamp\n1,2026-07-01T22:30:00.000Z\n"),
            Chosen.NOTHING,
            ZoneId.of("Europe/Stockholm"));

    assertThat(((TicketFile.Read) read).history().tickets().getFirst().opened())
        .isEqualTo("2026-07-02T00:30");
  }

  @Test
  void noRowIsLostSilently() {
    TicketHistory history =
        TicketText.read(
            """
            number,opened,time spent
            1,2026-11-23,1h 30m
            ,2026-11-23,5
            3,soon,5
            4,2026-11-23,a while
            """);

    assertThat(history.tickets()).extracting(TicketRecord::number).containsExactly("1", "4");
    assertThat(history.rows()).isEqualTo(4);
    assertThat(history.problems())
        .extracting(TicketHistory.RowProblem::row)
        .containsExactly(3L, 4L, 4L, 5L);
    assertThat(history.notes()).contains("2 of 4 rows were left out.");
  }

  @Test
  void formulasAndMarkupStayTheTextTheyAre() {
    TicketHistory history =
        TicketText.read("number,opened,title\n1,2026-11-23,\"=cmd|' /C calc'!A0 <script>\"\n");

    assertThat(history.tickets().getFirst().title()).isEqualTo("=cmd|' /C calc'!A0 <script>");
  }

  @Test
  void aBadFileIsAnsweredWithASentence() {
    assertThat(TicketText.refusal("")).startsWith("The file is empty.");
    assertThat(TicketText.refusal("number,opened\n")).startsWith("The file has one row");
    assertThat(TicketText.refusal("number,title\n1,A\n")).startsWith("No column holds dates.");
    assertThat(TicketText.refusal("1,2026-11-23\n2,2026-11-24\n"))
        .startsWith("The first row holds a date");
    assertThat(TicketText.refusal(new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2}))
        .startsWith("This is not a text file.");
    assertThat(TicketText.refusal("number,opened\n1,\"" + "x".repeat(5_000_000)))
        .contains("A quotation mark may be missing");
    assertThat(TicketText.refusal(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3})).isNotEmpty();
  }

  @Test
  void aFileWithAMillionRowsIsTooLong() {
    var text = new StringBuilder("number,opened\n");
    for (int i = 0; i < 1_000_000; i++) {
      text.append(i).append(",2026-11-23\n");
    }

    assertThat(TicketText.refusal(text.toString())).contains("more than 500,000 rows");
  }

  @Test
  void aPackedFileThatUnpacksToTooMuchIsStopped() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write("number,opened\n".getBytes(StandardCharsets.UTF_8));
      byte[] row = "1,2026-11-23\n".repeat(80_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 30; i++) {
        packed.write(row);
      }
    }

    assertThat(TicketText.refusal(bytes.toByteArray())).startsWith("The file is too large");
  }

  private static DateOrder dates(String first, String second) {
    return TicketText.read("number,opened\n1,%s\n2,%s\n".formatted(first, second))
        .mapping()
        .dates();
  }
}
