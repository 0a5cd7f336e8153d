package dev.linchpin.forecast;

import java.time.LocalDateTime;
import java.util.Map;

/// What the runs gave.
///
/// @param version of the model: the same input, seed and version give the same forecast
/// @param tasks when each placed task starts and ends; a task that could not be placed is missing
/// @param runs it rests on
/// @param projects when the last task of each project ends; a project without placed tasks is
///   missing
/// @param costs what each project costs from now on; empty where nothing has a price
/// @param criticalPeople share of runs in which a delay of a person would have delayed a project,
///   by project; whoever never would is missing
public record Forecast(
    String version,
    LocalDateTime asOf,
    Seed seed,
    int runs,
    Map<TaskId, TaskForecast> tasks,
    Map<ProjectId, Spread> projects,
    Map<ProjectId, CostSpread> costs,
    Map<ProjectId, Map<PersonId, Double>> criticalPeople) {
  public Forecast {
    tasks = Map.copyOf(tasks);
    projects = Map.copyOf(projects);
    costs = Map.copyOf(costs);
    criticalPeople = Map.copyOf(criticalPeople);
  }

  /// One task over all runs.
  ///
  /// @param critical share of runs in which a delay of this task would have delayed its project
  public record TaskForecast(LocalDateTime likelyStart, Spread finish, double critical) {}
}
