package dev.linchpin.planning.web;

import dev.linchpin.planning.ByChance;
import dev.linchpin.planning.DotPlot;
import dev.linchpin.planning.ExpectedWave;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `forecast.jte` shows, from top to bottom.
///
/// @param leftOut what cannot be placed and why, so that dates below are of a part only
/// @param plot null when there is no forecast
/// @param wide why it is no surer; null when that is not worked out
/// @param moved why the date moved, since a week ago and since the forecast before
/// @param levers what would help; null when nothing was looked at
/// @param record how often our dates were right, of all projects
/// @param waves the tickets that each go-live ahead brings
/// @param asked the day somebody wants to promise, and what its chance is
public record ForecastView(
    ProjectHead head,
    List<String> leftOut,
    @Nullable DotPlot plot,
    List<ByChance> chances,
    @Nullable Asked asked,
    @Nullable WideView wide,
    List<MovedView> moved,
    @Nullable LeversView levers,
    RecordView record,
    List<Milestone> milestones,
    List<ExpectedWave> waves,
    List<Before> history,
    Map<String, String> facts,
    List<String> findings) {
  /// @param problem empty when the day could be read
  public record Asked(String day, String answer, String problem) {}

  /// @param moved since last week, and mostly why; empty when it stands
  public record Milestone(
      String name, String address, String five, String eight, String nine, String moved) {}

  /// What was forecast earlier.
  public record Before(String made, String likely, String by) {}
}
