package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.Projects.NewProject;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Starts a project with a name and nothing else.
@Controller
class NewProjectPage {
  private static final int NAME_MAX = 120;

  private final Access access;
  private final Projects projects;
  private final Zone zone;

  NewProjectPage(Access access, Projects projects, Zone zone) {
    this.access = access;
    this.projects = projects;
    this.zone = zone;
  }

  @GetMapping("/projects/new")
  Page blank(Who who) {
    access.require(who, Permission.START_PROJECT);
    return form("", "", false, new Problems());
  }

  @PostMapping("/projects")
  View start(
      Who who,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String key,
      HttpServletRequest request) {
    access.require(who, Permission.START_PROJECT);
    var problems = new Problems();
    if (name.isBlank()) {
      problems.add("name", "Enter a name for the project.");
    } else if (name.strip().length() > NAME_MAX) {
      problems.add("name", "Enter a shorter name, at most " + NAME_MAX + " characters.");
    }
    Optional<ProjectKey> chosen = problems.any() ? Optional.empty() : key(name, key);
    if (!problems.any() && chosen.isEmpty()) {
      problems.add("key", "Enter a key of 2 to 8 letters or digits, like NET.");
    }
    Optional<Project> added =
        chosen.flatMap(one ->
            projects.add(NewProject.of(one, name, "", zone.id()), who.name(), zone.instant()));
    if (chosen.isPresent() && added.isEmpty()) {
      problems.add("key", "There is a project with the key " + chosen.get() + ". Enter another.");
    }
    return added
        .<View>map(project ->
            Going.to(
                "/projects/" + project.key() + "/plan",
                project.name() + " is started, with the key " + project.key() + ".",
                request))
        .orElseGet(() -> form(name, key, !problems.of("key").isEmpty(), problems).withProblems());
  }

  private Optional<ProjectKey> key(String name, String key) {
    return key.isBlank()
        ? KeyGuess.of(name, one -> projects.find(one).isPresent())
        : ProjectKey.parse(key);
  }

  private static Page form(String name, String key, boolean asksKey, Problems problems) {
    return Page.of(
        "planning/web/new-project.jte",
        "Start a project",
        Place.PROJECTS,
        new NewProjectView(name, key, asksKey, problems));
  }
}
