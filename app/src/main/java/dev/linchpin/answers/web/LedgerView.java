package dev.linchpin.answers.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `ledger.jte` shows, from top to bottom.
///
/// @param tabs address to name
/// @param untold one line for each project about which people believe something else
/// @param hearer null where the list is about everybody
/// @param projects key to name, to choose from
/// @param states code to label, to choose from
/// @param any false when nobody was ever told a date
/// @param next address of the next page; null at the end
/// @param records how good our dates were
public record LedgerView(
    Map<String, String> tabs,
    String headline,
    List<UntoldLine> untold,
    @Nullable HearerView hearer,
    Filter filter,
    Map<String, String> projects,
    Map<String, String> states,
    boolean any,
    List<Row> rows,
    String shown,
    @Nullable String next,
    List<RecordRow> records) {

  /// What is chosen.
  public record Filter(String project, String words, String state, String person) {}

  /// A project and how far off the beliefs about it are.
  public record UntoldLine(String address, String project, String words) {}

  /// Somebody who was told dates.
  ///
  /// @param trouble why mail does not reach them; empty while it does
  /// @param erase path that a POST forgets them with; empty for whoever may not
  public record HearerView(String name, Map<String, String> facts, String trouble, String erase) {}

  /// One promise.
  ///
  /// @param pill kind of the state's pill
  /// @param by the date they were told, for people
  /// @param chance that was said with it; empty when none was
  /// @param told when, how and by whom
  public record Row(
      String hearer,
      String hearerAddress,
      String about,
      String aboutAddress,
      String by,
      String iso,
      String chance,
      String told,
      String words,
      String pill,
      String state) {}

  /// How many dates of one kind were kept, by how far away they were told.
  public record RecordRow(String kind, List<String> horizons) {}
}
