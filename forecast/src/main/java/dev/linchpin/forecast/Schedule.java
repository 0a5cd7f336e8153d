package dev.linchpin.forecast;

import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The plan placed once, with likely durations and mean interruptions: the bars on the page.
public record Schedule(Map<TaskId, Placed> tasks, List<Finding> findings) {
  public Schedule {
    tasks = Map.copyOf(tasks);
    findings = List.copyOf(findings);
  }

  /// The critical chain to the end of a task, from its first task: what decided the start of each,
  /// by a link or because a person was busy. Empty if the task is not placed.
  public List<TaskId> chainTo(TaskId last) {
    Set<TaskId> chain = new LinkedHashSet<>();
    Placed placed = tasks.get(last);
    TaskId at = last;
    while (placed != null && at != null && chain.add(at)) {
      at = placed.waitsFor();
      placed = at == null ? null : tasks.get(at);
    }
    return List.copyOf(chain).reversed();
  }

  /// Where one task lies and what decided its start.
  ///
  /// @param waitsFor the task that decided it, for [Because#TASK] the one waited for, for
  ///   [Because#PERSON] the one the person does first; otherwise null
  /// @param window for [Because#WINDOW] the name of the window, or of the freeze that shut it;
  ///   otherwise null
  /// @param pieces who does it when, from now on, by person and then by time; empty if nobody has
  ///   to, or if nothing is left to do
  public record Placed(
      LocalDateTime start,
      LocalDateTime finish,
      Because because,
      @Nullable TaskId waitsFor,
      @Nullable PersonId person,
      @Nullable String window,
      List<Piece> pieces) {
    public Placed {
      pieces = List.copyOf(pieces);
    }

    public Placed(
        LocalDateTime start,
        LocalDateTime finish,
        Because because,
        @Nullable TaskId waitsFor,
        @Nullable PersonId person) {
      this(start, finish, because, waitsFor, person, null, List.of());
    }
  }

  /// A stretch in which one person works on a task without doing something else instead: nights,
  /// weekends and leave may lie in it.
  ///
  /// @param share of the person's time, as in [Assignment]
  /// @param to excluded
  public record Piece(PersonId person, double share, LocalDateTime from, LocalDateTime to) {}

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
    CONSTRAINT,
    /// A change window is shut, frozen, or too short for all of it.
    WINDOW
  }
}
