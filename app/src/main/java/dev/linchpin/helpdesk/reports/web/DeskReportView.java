package dev.linchpin.helpdesk.reports.web;

import dev.linchpin.planning.ExpectedWave;
import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `desk-report.jte` shows, from top to bottom.
///
/// @param any whether there is a ticket to report on
/// @param figures name to figure
/// @param csv address of the weeks as a file
/// @param teams the unplanned share of each queue's people, in words
/// @param waves the tickets that go-lives of the next three months bring
/// @param own the own share in words; empty for who is nobody in the directory
public record DeskReportView(
    String from,
    String to,
    String queue,
    Map<String, String> queues,
    boolean any,
    String headline,
    WeekChart chart,
    List<Row> weeks,
    Map<String, String> figures,
    Map<String, String> ages,
    List<CauseTable> causes,
    Map<String, String> teams,
    String own,
    String csv,
    String causesCsv,
    List<ExpectedWave> waves,
    Problems problems) {

  public record Row(String week, int came, int resolved, int backlog) {}

  public record CauseTable(String kind, List<CauseRow> rows) {}

  public record CauseRow(String name, int came, String handled) {}
}
