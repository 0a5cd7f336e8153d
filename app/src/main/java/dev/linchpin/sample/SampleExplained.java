package dev.linchpin.sample;

import dev.linchpin.planning.CostMarks;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.KeptForecast;
import dev.linchpin.planning.LeverSearches;
import dev.linchpin.planning.Marks;
import dev.linchpin.planning.Movements;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.platform.Zone;
import org.springframework.stereotype.Component;

/// What jobs would work out soon, so that the sample shows it at once: why dates moved, what would
/// help one project, how good past forecasts were.
@Component
class SampleExplained {
  private static final ProjectKey ASKED = new ProjectKey("NET");

  private final Marks marks;
  private final CostMarks costs;
  private final Movements movements;
  private final LeverSearches levers;
  private final Forecasts forecasts;
  private final Projects projects;
  private final Zone zone;

  SampleExplained(
      Marks marks,
      CostMarks costs,
      Movements movements,
      LeverSearches levers,
      Forecasts forecasts,
      Projects projects,
      Zone zone) {
    this.marks = marks;
    this.costs = costs;
    this.movements = movements;
    this.levers = levers;
    this.forecasts = forecasts;
    this.projects = projects;
    this.zone = zone;
  }

  /// @return how many forecasts were marked
  int plant() {
    SampleProjects.KEYS.stream()
        .flatMap(key -> forecasts.standing(new ProjectKey(key)).stream())
        .map(KeptForecast::id)
        .distinct()
        .forEach(movements::explain);
    if (levers.ask(projects.get(ASKED), SampleStaff.BY, zone.instant())) {
      levers
          .latest(ASKED.value())
          .ifPresent(asked -> levers.look(asked.forecast(), ASKED.value(), zone::instant));
    }
    costs.mark(zone.instant());
    return marks.mark(zone.instant());
  }
}
