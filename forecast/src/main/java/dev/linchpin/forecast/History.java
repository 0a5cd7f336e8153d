package dev.linchpin.forecast;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finished tasks of this organisation, oldest first: how estimates turned out. Empty is fine: then
/// built-in reference classes speak, and the forecast is wide.
///
/// A finished task of a project that still runs belongs here too: it says how this project turns
/// out.
///
/// @param running projects that are not finished, besides those of the plan: what is done of them
///   says nothing yet about whole projects; each once, in any order
public record History(List<Finished> tasks, List<ProjectId> running) {
  public static final History NONE = new History(List.of());

  public History {
    tasks = List.copyOf(tasks);
    running = List.copyOf(running);
  }

  /// A history in which only projects of the plan are not finished.
  public History(List<Finished> tasks) {
    this(tasks, List.of());
  }

  /// One finished task.
  ///
  /// @param kind what sort of work it was, in the organisation's own words: the topic, where it
  ///   needed somebody who knows one; empty: not known
  /// @param person who did it; null: not known, or several people
  /// @param finished when it was done; null: not known
  public record Finished(
      ProjectId project,
      Duration estimated,
      Duration actual,
      String kind,
      @Nullable PersonId person,
      @Nullable LocalDateTime finished) {

    /// A task of which no more is known.
    public Finished(ProjectId project, Duration estimated, Duration actual) {
      this(project, estimated, actual, "", null, null);
    }
  }
}
