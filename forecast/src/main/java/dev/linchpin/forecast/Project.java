package dev.linchpin.forecast;

import java.time.LocalDateTime;
import java.util.List;

/// A project as the engine sees it: a name, a day before which nothing starts, and its tasks.
///
/// @param notBefore nothing of it starts before this point in time
/// @param calendar the working time of tasks that name neither a calendar nor a person, and of lags
/// @param tasks leaves and milestones only: what a summary means for links is spelled out by
///   whoever builds the plan
public record Project(
    ProjectId id, String name, LocalDateTime notBefore, CalendarId calendar, List<Task> tasks) {
  public Project {
    tasks = List.copyOf(tasks);
  }
}
