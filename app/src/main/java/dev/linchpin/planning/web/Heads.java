package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.planning.AnswerSource;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Asking;
import dev.linchpin.planning.ForecastProgress;
import dev.linchpin.planning.ForecastWishes;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.Forecasts.Problem;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectTabs;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.ShortAnswer;
import dev.linchpin.web.shell.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Finds the project of an address, and what stands above its pages.
@Component
class Heads {
  private final Access access;
  private final Projects projects;
  private final Forecasts forecasts;
  private final ForecastWishes wishes;
  private final ForecastProgress progress;
  private final AnswerSource answers;
  private final Asking asking;

  Heads(
      Access access,
      Projects projects,
      Forecasts forecasts,
      ForecastWishes wishes,
      ForecastProgress progress,
      AnswerSource answers,
      Asking asking) {
    this.access = access;
    this.projects = projects;
    this.forecasts = forecasts;
    this.wishes = wishes;
    this.progress = progress;
    this.answers = answers;
    this.asking = asking;
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

  /// This moment, for this person.
  AskedAt asked(Who who) {
    return asking.now(who);
  }

  ProjectHead head(Who who, Project project, String tab, AskedAt asked) {
    ShortAnswer answer =
        Objects.requireNonNull(answers.answers(who, List.of(project), asked).get(project.key()));
    return new ProjectHead(
        project.ref(),
        project.name(),
        answer,
        ProjectTabs.of(access, who, project.ref()),
        "/projects/" + project.key() + "/" + tab,
        wishes.open(project.key()) ? making(project, asked) : "",
        forecasts.problem().map(Problem::message).orElse(""));
  }

  private String making(Project project, AskedAt asked) {
    return progress
        .open()
        .map(soFar -> {
          LocalDate by = soFar.by().get(project.ref());
          String runs =
              soFar.runs() == 0
                  ? "A new forecast is being made."
                  : "A new forecast is being made: %,d of at most %,d runs."
                      .formatted(soFar.runs(), soFar.most());
          return by == null
              ? runs
              : runs + " So far: 8 in 10 by " + Dates.day(by, asked.today()) + ".";
        })
        .orElse("Something changed. A new forecast is being made; it takes a few seconds.");
  }
}
