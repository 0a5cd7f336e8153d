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
public record History(List<Finished> tasks) {
  public static final History NONE = new History(List.of());

  public History {
    tasks = List.copyOf(tasks);
  }

  /// One finished task.
  ///
  /// @param kind what sort of work it was, in the organisation's own words; empty: not known
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
