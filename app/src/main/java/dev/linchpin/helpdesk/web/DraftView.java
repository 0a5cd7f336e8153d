package dev.linchpin.helpdesk.web;

import java.util.List;
import java.util.Map;

/// What `draft.jte` shows, from top to bottom.
///
/// @param confirmation address that keeps the tickets
/// @param warning that this file was kept before; empty when it was not
/// @param dates choices of the order of dates, value to words
/// @param people choices of who a name is, value to name
public record DraftView(
    String address,
    String confirmation,
    String headline,
    String fileName,
    String warning,
    List<String> notes,
    List<FieldRow> fields,
    Map<String, String> columns,
    Map<String, String> dates,
    String date,
    Map<String, String> units,
    String unit,
    String touch,
    String problemLine,
    List<ProblemRow> problems,
    String summary,
    List<String> hourNotes,
    Map<String, String> figures,
    List<HourRow> hours,
    List<NameRow> names,
    String otherNames,
    Map<String, String> people) {

  /// @param input name of its select
  /// @param column value of the chosen column, "-1" for none
  public record FieldRow(
      String input, String label, String column, String reason, String samples) {}

  public record ProblemRow(String row, String sentence) {}

  /// One hour of the day over the seven weekdays.
  public record HourRow(String hour, List<Cell> days) {}

  /// @param heat class of the colour, "h0" to "h5"
  public record Cell(String heat, String hours) {}

  /// @param person value of the chosen person, empty for nobody here
  public record NameRow(String input, String name, String hours, String person) {}
}
