package dev.linchpin.helpdesk.levels.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `level.jte` shows.
///
/// @param action null for those who may not change it
/// @param removal null where there is nothing to remove
public record LevelView(
    String heading,
    String sentence,
    @Nullable String action,
    @Nullable String removal,
    Map<String, String> services,
    Map<String, String> hours,
    LevelForm form,
    List<Row> rows,
    Problems problems) {
  /// One priority.
  public record Row(String priority, String answer, String resolve) {}
}
