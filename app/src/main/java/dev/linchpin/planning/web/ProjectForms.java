package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Subject;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Going;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The small forms of a project, each with one field.
@Controller
class ProjectForms {
  private final Heads heads;
  private final Access access;
  private final Projects projects;
  private final GoTos goTos;
  private final People people;
  private final Zone zone;

  ProjectForms(
      Heads heads, Access access, Projects projects, GoTos goTos, People people, Zone zone) {
    this.heads = heads;
    this.access = access;
    this.projects = projects;
    this.goTos = goTos;
    this.people = people;
    this.zone = zone;
  }

  @PostMapping("/projects/{key}/check")
  View check(Who who, @PathVariable String key, HttpServletRequest request) {
    Project project = heads.load(who, key, Right.WRITE);
    projects.check(project, who.name(), zone.instant());
    return Going.to(plan(project), "Noted: the plan was right today.", request);
  }

  @PostMapping("/projects/{key}/running")
  View run(Who who, @PathVariable String key, HttpServletRequest request) {
    return change(who, key, new ProjectState.Running(), "runs.", request);
  }

  @PostMapping("/projects/{key}/waiting")
  View await(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String forWhat,
      HttpServletRequest request) {
    if (forWhat.isBlank()) {
      Project project = heads.load(who, key, Right.WRITE);
      return Going.to(
          plan(project), "Nothing was changed: say what the project waits for.", request);
    }
    var state = new ProjectState.Waiting(forWhat.strip(), zone.today());
    return change(who, key, state, "waits for " + forWhat.strip() + ".", request);
  }

  @PostMapping("/projects/{key}/hold")
  View hold(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String reviewOn,
      HttpServletRequest request) {
    var state = new ProjectState.OnHold(zone.today(), who.name(), day(reviewOn).orElse(null));
    return change(who, key, state, "is on hold.", request);
  }

  @PostMapping("/projects/{key}/dispute")
  View dispute(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String evidence,
      HttpServletRequest request) {
    if (evidence.isBlank()) {
      Project project = heads.load(who, key, Right.WRITE);
      return Going.to(
          plan(project), "Nothing was changed: say what speaks against the plan.", request);
    }
    var state = new ProjectState.Disputed(evidence.strip(), zone.today());
    return change(who, key, state, "is marked as disputed.", request);
  }

  @PostMapping("/projects/{key}/planning")
  View plan(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String nextPlanning,
      HttpServletRequest request) {
    var state = new ProjectState.NotPlanned(day(nextPlanning).orElse(null));
    return change(who, key, state, "is not planned yet.", request);
  }

  @PostMapping("/projects/{key}/completion")
  View complete(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String on,
      HttpServletRequest request) {
    var state = new ProjectState.Done(day(on).orElse(zone.today()));
    return change(who, key, state, "is done.", request);
  }

  @PostMapping("/projects/{key}/cancellation")
  View cancel(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String typed,
      HttpServletRequest request) {
    Project project = heads.load(who, key, Right.WRITE);
    if (!typed.strip().equalsIgnoreCase(project.ref())) {
      return Going.to(
          plan(project), "Nothing was changed: type " + project.key() + " to cancel it.", request);
    }
    var state = new ProjectState.Cancelled(zone.today(), who.name());
    return change(who, key, state, "is cancelled.", request);
  }

  @PostMapping("/projects/{key}/fixed-date")
  View fix(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String day,
      HttpServletRequest request) {
    Project project = heads.load(who, key, Right.WRITE);
    LocalDate fixed = day(day).orElse(null);
    return Going.after(
        () -> {
          projects.fixFinish(project, fixed, zone.today(), who.name());
          String done =
              fixed == null
                  ? "There is no fixed date any more."
                  : "It must be done by " + Dates.fullDay(fixed) + ".";
          return Going.to(plan(project), done, request);
        },
        plan(project),
        request);
  }

  @PostMapping("/projects/{key}/priority")
  View prefer(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "up") String direction,
      HttpServletRequest request) {
    Project project = heads.load(who, key, Right.WRITE);
    boolean up = !direction.equals("down");
    boolean moved = projects.move(project, up, who.name());
    String done = up ? " is more important now." : " is less important now.";
    return Going.to(
        plan(project),
        moved ? project.name() + done : "It is already the " + (up ? "first." : "last."),
        request);
  }

  @PostMapping("/projects/{key}/go-to")
  View name(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String goTo,
      @RequestParam(defaultValue = "") String standIn,
      HttpServletRequest request) {
    Project project = heads.load(who, key, Right.WRITE);
    Subject subject = Subject.project(project.ref());
    PersonId first = person(who, goTo);
    PersonId second = person(who, standIn);
    if (first == null) {
      goTos.end(subject, zone.instant(), who.name());
      return Going.to(plan(project), "Nobody is the go-to now. Name somebody soon.", request);
    }
    if (first.equals(second)) {
      return Going.to(
          plan(project), "Nothing was changed: the stand-in is another person.", request);
    }
    goTos.put(new GoTo(subject, first, second), zone.instant(), who.name());
    return Going.to(plan(project), "The go-to is named.", request);
  }

  private @Nullable PersonId person(Who who, String id) {
    try {
      return id.isBlank() ? null : access.load(who, people, PersonId.of(id), Right.READ).id();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private View change(
      Who who, String key, ProjectState state, String done, HttpServletRequest request) {
    Project project = heads.load(who, key, Right.WRITE);
    boolean wasRunning = project.state() instanceof ProjectState.Running;
    boolean runs = state instanceof ProjectState.Running;
    String undo = wasRunning && !runs ? "/projects/" + project.key() + "/running" : null;
    return Going.after(
        () -> {
          projects.change(project, state, who.name());
          return Going.to(plan(project), project.name() + " " + done, undo, request);
        },
        plan(project),
        request);
  }

  private static String plan(Project project) {
    return "/projects/" + project.key() + "/plan";
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
