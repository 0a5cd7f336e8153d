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
  /// @param levels level to who has it
  public record ConditionsFields(
      String action,
      String version,
      boolean splittable,
      List<WindowChoice> windows,
      List<Need> needs,
      Map<String, String> topics,
      Map<String, String> levels) {
    public ConditionsFields {
      windows = List.copyOf(windows);
      needs = List.copyOf(needs);
    }
  }

  /// The fields of somebody who has to know a topic.
  ///
  /// @param prefix of the names of the fields: empty, or "also"
  public record Need(String prefix, String label, String topic, String level, String share) {
    /// The name of a field, like `level` or `alsoLevel`.
    public String field(String name) {
      return prefix.isEmpty()
          ? name
          : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
  }

  public record WindowChoice(String id, String name, boolean chosen) {}

  /// The fields of the progress, as text.
  public record Form(
      String action, String version, String startedOn, String daysLeft, String doneOn) {}
}
