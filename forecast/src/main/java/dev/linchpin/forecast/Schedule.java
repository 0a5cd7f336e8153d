package dev.linchpin.forecast;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The plan placed once, with likely durations and mean interruptions: the bars on the page.
public record Schedule(Map<TaskId, Placed> tasks, List<Finding> findings) {
  public Schedule {
    tasks = Map.copyOf(tasks);
    findings = List.copyOf(findings);
  }

  /// Where one task lies and what decided its start.
  ///
  /// @param waitsFor the task that decided it, for [Because#TASK] the one waited for, for
  ///   [Because#PERSON] the one the person does first; otherwise null
  public record Placed(
      LocalDateTime start,
      LocalDateTime finish,
      Because because,
      @Nullable TaskId waitsFor,
      @Nullable PersonId person) {}

  /// Why a task does not start earlier.
  public enum Because {
    /// It has happened already.
    PAST,
    /// The project, or today, begins here.
    PROJECT_START,
    /// A link.
    TASK,
    /// A person is busy with another task.
    PERSON,
    /// A person is away, or it is not working time.
    CALENDAR,
    /// A constraint of its own.
    CONSTRAINT
  }
}
