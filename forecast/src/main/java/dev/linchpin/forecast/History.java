package dev.linchpin.forecast;

import java.time.Duration;
import java.util.List;

/// Finished tasks of this organisation, oldest first: how estimates turned out. Empty is fine: then
/// built-in reference classes speak, and the forecast is wide.
public record History(List<Finished> tasks) {
  public static final History NONE = new History(List.of());

  public History {
    tasks = List.copyOf(tasks);
  }

  /// One finished task.
  public record Finished(ProjectId project, Duration estimated, Duration actual) {}
}
