package dev.linchpin.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Numbers for the lines of a plan that replaces another one: a line that is still there keeps its
/// number, so that `NET-12` stays the milestone people were told about. New lines get new numbers.
final class TaskNumbers {
  /// What the same line is recognised by.
  private record Line(@Nullable String sourceId, String name) {}

  private final Map<Line, Integer> bySource = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Set<Integer> given = new HashSet<>();
  private int next;

  /// @param next the first number that was never used
  TaskNumbers(List<PlannedTask> before, int next) {
    this.next = next;
    Set<String> twice = new HashSet<>();
    for (PlannedTask task : before) {
      bySource.put(new Line(task.sourceId(), task.name()), task.number());
      if (byName.put(task.name(), task.number()) != null) {
        twice.add(task.name());
      }
    }
    twice.forEach(byName::remove);
  }

  /// For a project without a plan.
  static TaskNumbers fresh() {
    return new TaskNumbers(List.of(), 1);
  }

  /// The number of a line: that of the same line before, or a new one.
  int of(String sourceId, String name) {
    Integer same = bySource.get(new Line(sourceId, name));
    Integer kept = same != null ? same : byName.get(name);
    if (kept != null && given.add(kept)) {
      return kept;
    }
    return next++;
  }
}
