package dev.linchpin.planning;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/*
 * Time passes and somewhere somebody finishes a task: both move every date a little, all day long.
 * So they count once a day, with the date; what is done in the own projects counts at once.
 */
/// What makes a new forecast of a part of the portfolio necessary.
final class Touch {
  private Touch() {}

  /// A fingerprint: of the plan, of what tickets take from its people, of what is done of its own
  /// projects, of the day, and of how it is computed.
  static String by(Question part) {
    Set<ProjectId> own =
        part.plan().projects().stream().map(Project::id).collect(Collectors.toSet());
    List<History.Finished> done =
        part.history().tasks().stream().filter(task -> own.contains(task.project())).toList();
    return EngineJson.fingerprint(
        EngineJson.bytes(
            part.with(new History(done)).asOf(part.asOf().toLocalDate().atStartOfDay())));
  }
}
