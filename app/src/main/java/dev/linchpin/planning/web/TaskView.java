package dev.linchpin.planning.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `task.jte` shows, from top to bottom.
///
/// @param form null for those who may not change it
/// @param conditions null for those who may not change it, and for milestones
public record TaskView(
    ProjectHead head,
    String name,
    String sentence,
    Map<String, String> facts,
    @Nullable Form form,
    @Nullable ConditionsFields conditions,
    Problems problems) {

  /// The fields of what the task asks for.
  ///
  /// @param topics id to name, the empty id for nobody in particular
  public record ConditionsFields(
      String action,
      String version,
      boolean splittable,
      List<WindowChoice> windows,
      String knows,
      String alsoKnows,
      Map<String, String> topics) {}

  public record WindowChoice(String id, String name, boolean chosen) {}

  /// The fields of the progress, as text.
  public record Form(
      String action, String version, String startedOn, String daysLeft, String doneOn) {}
}
