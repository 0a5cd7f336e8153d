package dev.linchpin.helpdesk;

import java.util.List;

/// Tickets of one source, and all that is to be said about how they were read.
///
/// @param source the tool the header looks like: "ServiceNow", "Jira" …, else "CSV"
/// @param mapping which column was taken for what, with reasons and samples
/// @param rows data rows in the file, the header not counted
/// @param problems rows that were left out or read in part, the first 200
/// @param problemCount all of them
/// @param notes what was found out about the file as a whole, in sentences
public record TicketHistory(
    String source,
    List<TicketRecord> tickets,
    ColumnMapping mapping,
    int rows,
    List<RowProblem> problems,
    int problemCount,
    List<String> notes) {
  static final int PROBLEMS_KEPT = 200;

  public TicketHistory {
    tickets = List.copyOf(tickets);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /// A history that was not read from a file.
  public static TicketHistory of(String source, List<TicketRecord> tickets) {
    return new TicketHistory(
        source, tickets, ColumnMapping.NONE, tickets.size(), List.of(), 0, List.of());
  }

  /// One row that could not be read, or only in part.
  ///
  /// @param row counted as a spreadsheet does: the header is row 1
  public record RowProblem(long row, String sentence) {}
}
