package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.planning.ForecastWishes;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.Forecasts.Problem;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.RefForecast;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the project of an address, and what stands above its pages.
@Component
class Heads {
  private final Access access;
  private final Projects projects;
  private final Forecasts forecasts;
  private final ForecastWishes wishes;

  Heads(Access access, Projects projects, Forecasts forecasts, ForecastWishes wishes) {
    this.access = access;
    this.projects = projects;
    this.forecasts = forecasts;
    this.wishes = wishes;
  }

  /// The project with the right; absent, unreadable and misspelled look the same.
  Project load(Who who, String key, Right right) {
    ProjectKey parsed =
        ProjectKey.parse(key)
            .orElseThrow(() -> new NotThere("There is no project with the key " + key + "."));
    return access.load(who, projects, parsed, right);
  }

  boolean mayChange(Who who, Project project) {
    return projects.allows(who, Right.WRITE, project);
  }

  ProjectHead head(Project project, @Nullable RefForecast forecast, String tab, LocalDate today) {
    var tabs = new LinkedHashMap<String, String>();
    String address = "/projects/" + project.key();
    tabs.put("/p/" + project.key(), "Answer");
    tabs.put(address + "/plan", "Plan");
    tabs.put(address + "/forecast", "Forecast");
    return new ProjectHead(
        project.ref(),
        project.name(),
        Health.of(project, forecast, today),
        tabs,
        address + "/" + tab,
        wishes.open(),
        forecasts.problem().map(Problem::message).orElse(""));
  }
}
