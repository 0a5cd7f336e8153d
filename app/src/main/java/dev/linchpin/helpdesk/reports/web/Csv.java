package dev.linchpin.helpdesk.reports.web;

import java.util.List;
import java.util.stream.Collectors;

/// Writes a table as CSV that no spreadsheet takes for formulas: a cell that begins like one gets
/// an apostrophe before it.
final class Csv {
  private static final String BEGINS_A_FORMULA = "=+-@\t\r";

  private Csv() {}

  static String of(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  static String cell(String text) {
    String safe =
        !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
