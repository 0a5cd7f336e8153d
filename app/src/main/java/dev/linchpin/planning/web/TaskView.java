package dev.linchpin.planning.web;

import dev.linchpin.web.shell.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `task.jte` shows, from top to bottom.
///
/// @param form null for those who may not change it
public record TaskView(
    ProjectHead head,
    String name,
    String sentence,
    Map<String, String> facts,
    @Nullable Form form,
    Problems problems) {

  /// The fields of the progress, as text.
  public record Form(
      String action, String version, String startedOn, String daysLeft, String doneOn) {}
}
