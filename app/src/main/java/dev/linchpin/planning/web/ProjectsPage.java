package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Subject;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.Forecasts.Problem;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where does everything stand?
@Controller
class ProjectsPage {
  private static final Period MOVEMENT = Period.ofWeeks(1);

  private final Access access;
  private final Projects projects;
  private final Milestones milestones;
  private final Forecasts forecasts;
  private final GoTos goTos;
  private final People people;
  private final Zone zone;

  ProjectsPage(
      Access access,
      Projects projects,
      Milestones milestones,
      Forecasts forecasts,
      GoTos goTos,
      People people,
      Zone zone) {
    this.access = access;
    this.projects = projects;
    this.milestones = milestones;
    this.forecasts = forecasts;
    this.goTos = goTos;
    this.people = people;
    this.zone = zone;
  }

  @GetMapping("/projects")
  Page all(
      Who who,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String state) {
    access.require(who, Permission.ASK);
    LocalDate today = zone.today();
    List<Project> visible = projects.visibleTo(who);
    Map<String, RefForecast> latest = forecasts.latest(refs(visible));
    Map<String, RefForecast> before = forecasts.before(refs(visible), lastWeek(today));
    Map<Subject, String> goTo = goToNames();
    List<ProjectsView.Row> rows =
        visible.stream()
            .filter(project -> project.name().toLowerCase(Locale.ROOT).contains(lower(name)))
            .filter(project -> state.isEmpty() || kind(project.state()).equals(state))
            .map(project -> row(project, latest, before, goTo, today))
            .toList();
    return Page.of(
        "planning/web/projects.jte",
        "Projects",
        Place.PROJECTS,
        new ProjectsView(
            headline(visible, latest, today),
            forecasts.problem().map(Problem::message).orElse(""),
            access.may(who, Permission.START_PROJECT),
            !visible.isEmpty(),
            name,
            state,
            states(),
            rows));
  }

  private static List<String> refs(List<Project> some) {
    return some.stream().map(Project::ref).toList();
  }

  private Instant lastWeek(LocalDate today) {
    return today.minus(MOVEMENT).plusDays(1).atStartOfDay(zone.id()).toInstant();
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private ProjectsView.Row row(
      Project project,
      Map<String, RefForecast> latest,
      Map<String, RefForecast> before,
      Map<Subject, String> goTo,
      LocalDate today) {
    RefForecast now = latest.get(project.ref());
    RefForecast then = before.get(project.ref());
    return new ProjectsView.Row(
        "/p/" + project.key(),
        project.ref(),
        project.name(),
        Health.of(project, now, today),
        now == null ? "–" : Say.day(now.byDay(), today),
        now == null ? "" : now.byDay().toString(),
        movement(then, now),
        now == null ? "" : next(project, today),
        goTo.getOrDefault(Subject.project(project.ref()), ""),
        project.confidential());
  }

  private static String movement(@Nullable RefForecast then, @Nullable RefForecast now) {
    if (now == null) {
      return "–";
    }
    return then == null ? "new" : Say.movement(then.byDay(), now.byDay());
  }

  private record Next(PlannedTask milestone, RefForecast forecast) {}

  private String next(Project project, LocalDate today) {
    Map<String, RefForecast> known = forecasts.latestOf(project.key());
    return milestones.of(project.key()).stream()
        .filter(milestone -> !milestone.isDone())
        .flatMap(milestone -> next(milestone, known.get(milestone.ref().toString())))
        .min(Comparator.comparing(next -> next.forecast().likely()))
        .map(next -> next.milestone().name() + ", by " + Say.day(next.forecast().byDay(), today))
        .orElse("");
  }

  private static Stream<Next> next(PlannedTask milestone, @Nullable RefForecast forecast) {
    return forecast == null ? Stream.empty() : Stream.of(new Next(milestone, forecast));
  }

  private Map<Subject, String> goToNames() {
    Map<Subject, PersonId> ids =
        goTos.all().stream().collect(Collectors.toMap(GoTo::subject, GoTo::goTo));
    Map<PersonId, Person> known = people.all(ids.values());
    Map<Subject, String> names = new LinkedHashMap<>();
    ids.forEach((subject, id) -> {
      Person person = known.get(id);
      names.put(subject, person == null ? "" : person.name());
    });
    return names;
  }

  private static String headline(
      List<Project> all, Map<String, RefForecast> latest, LocalDate today) {
    if (all.isEmpty()) {
      return "No projects yet.";
    }
    long running = all.stream().filter(project -> project.state().takesTime()).count();
    List<String> risky =
        all.stream()
            .filter(project -> isRisky(project, latest.get(project.ref()), today))
            .map(Project::name)
            .toList();
    String first =
        running == all.size()
            ? Say.count(all.size(), "project runs.", "projects run.")
            : running + " of " + Say.count(all.size(), "project runs.", "projects run.");
    return risky.isEmpty()
        ? first + " No fixed date is at risk."
        : first + " Look at " + Say.list(risky, 3) + " first.";
  }

  private static boolean isRisky(Project project, @Nullable RefForecast forecast, LocalDate today) {
    String kind = Health.of(project, forecast, today).kind();
    return kind.equals("bad") || kind.equals("warn");
  }

  private static Map<String, String> states() {
    var states = new LinkedHashMap<String, String>();
    states.put("", "All states");
    states.put("running", "Running");
    states.put("waiting", "Waiting");
    states.put("on-hold", "On hold");
    states.put("not-planned", "Not planned yet");
    states.put("over", "Done or cancelled");
    return states;
  }

  private static String kind(ProjectState state) {
    return switch (state) {
      case ProjectState.Running _, ProjectState.Disputed _ -> "running";
      case ProjectState.Waiting _ -> "waiting";
      case ProjectState.OnHold _ -> "on-hold";
      case ProjectState.NotPlanned _ -> "not-planned";
      case ProjectState.Done _, ProjectState.Cancelled _ -> "over";
    };
  }
}
