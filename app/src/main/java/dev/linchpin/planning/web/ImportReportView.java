package dev.linchpin.planning.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `import-report.jte` shows, from top to bottom.
///
/// @param lost what cannot be taken over or is odd
/// @param rows differences first
/// @param next address of the next rows; null at the end
/// @param people who is who; a select each
/// @param choices of the selects: directory people, "new", "outside"
/// @param into new project or one of those whose plan may be replaced
/// @param already address of the project this draft became; null as long as it did not
public record ImportReportView(
    String id,
    String file,
    String summary,
    Map<String, String> figures,
    List<String> lost,
    List<Row> rows,
    String shown,
    @Nullable String next,
    List<Somebody> people,
    Map<String, String> choices,
    String target,
    Map<String, String> targets,
    String name,
    String key,
    Problems problems,
    @Nullable String already) {

  /// One line: the file's side, and Linchpin's.
  public record Row(
      String number,
      String name,
      int level,
      String verdictKind,
      String verdict,
      String reason,
      Side file,
      Side plan) {}

  /// @param dates like "1 Mar to 4 Mar"
  public record Side(String dates, String duration, String waitsFor, String who) {}

  /// Somebody named in the file.
  ///
  /// @param field of the form
  /// @param guess the chosen value
  public record Somebody(String field, String name, String guess) {}
}
