package dev.linchpin.planning;

import dev.linchpin.forecast.EndForecast;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Spread;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/*
 * Whoever edits a plan edits it again. So the ends of projects whose plan was edited stay in memory
 * with their runs, and the next time a few runs say how they moved, before everything that may have
 * moved is simulated. Another node that takes the job knows none of them, and shows its first dates
 * a little later: nothing but that depends on what is kept here.
 */
/// By-dates of edited projects, while their forecast is being made.
@Component
public class EditedEnds {
  /// Projects whose ends are kept, and how many are looked at after one change.
  private static final int MOST = 20;

  private static final int MOST_AT_ONCE = 3;

  private final Map<ProjectId, Project> seen = new HashMap<>();
  private final Map<ProjectId, EndForecast> ends = new LinkedHashMap<>();

  /// By-dates, by ref, of projects whose plan was edited since their part was kept here, as far as
  /// their ends are known.
  synchronized Map<String, LocalDate> after(Question part) {
    var by = new TreeMap<String, LocalDate>();
    for (Project project : edited(part)) {
      EndForecast before = ends.get(project.id());
      if (before != null) {
        before.with(part).ifPresent(now -> by.put(project.id().value(), now.finish().by()));
      }
    }
    return by;
  }

  /// Keeps a part whose forecast stands, and plays the ends of what was edited for the next time.
  ///
  /// @param said when each project ends by that forecast
  synchronized void keep(Question part, Map<ProjectId, Spread> said) {
    for (Project project : edited(part)) {
      ends.remove(project.id());
      Spread known = said.get(project.id());
      if (known != null) {
        EndForecast.of(part, new Promise.Of.AProject(project.id()), known)
            .ifPresent(end -> ends.put(project.id(), end));
      }
    }
    while (ends.size() > MOST) {
      ends.remove(ends.keySet().iterator().next());
    }
    part.plan().projects().forEach(project -> seen.put(project.id(), project));
  }

  private List<Project> edited(Question part) {
    return part.plan().projects().stream()
        .filter(project -> !project.equals(seen.getOrDefault(project.id(), project)))
        .limit(MOST_AT_ONCE)
        .toList();
  }
}
