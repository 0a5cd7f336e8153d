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
import dev.linchpin.planning.AnswerSource;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Asking;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.Forecasts.Problem;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.planning.SaidDate;
import dev.linchpin.planning.ShortAnswer;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Slice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where does everything stand?
@Controller
class ProjectsPage {
  private static final int ROWS_MAX = 200;

  private final Access access;
  private final Projects projects;
  private final Milestones milestones;
  private final Forecasts forecasts;
  private final GoTos goTos;
  private final People people;
  private final AnswerSource answers;
  private final Asking asking;

  ProjectsPage(
      Access access,
      Projects projects,
      Milestones milestones,
      Forecasts forecasts,
      GoTos goTos,
      People people,
      AnswerSource answers,
      Asking asking) {
    this.access = access;
    this.projects = projects;
    this.milestones = milestones;
    this.forecasts = forecasts;
    this.goTos = goTos;
    this.people = people;
    this.answers = answers;
    this.asking = asking;
  }

  @GetMapping("/projects")
  Page all(
      Who who,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String after) {
    access.require(who, Permission.ASK);
    AskedAt asked = asking.now(who);
    List<Project> visible = projects.visibleTo(who);
    Map<ProjectKey, ShortAnswer> answered = answers.answers(who, visible, asked);
    Map<ProjectKey, String> next = nextMilestones(visible, asked);
    Map<Subject, String> goTo = goToNames();
    List<Project> fitting =
        visible.stream()
            .filter(project -> project.name().toLowerCase(Locale.ROOT).contains(lower(name)))
            .filter(project -> state.isEmpty() || kind(project.state()).equals(state))
            .toList();
    Slice<Project> shown = Slice.of(fitting, Project::ref, after, ROWS_MAX);
    List<ProjectsView.Row> rows =
        shown.rows().stream()
            .map(project -> row(project, of(project, answered), next, goTo))
            .toList();
    return Page.of(
        "planning/web/projects.jte",
        "Projects",
        Place.PROJECTS,
        new ProjectsView(
            headline(visible, answered),
            forecasts.problem().map(Problem::message).orElse(""),
            access.may(who, Permission.START_PROJECT),
            !visible.isEmpty(),
            name,
            state,
            states(),
            rows,
            shown.shown(),
            shown.next() == null
                ? null
                : "/projects?name=%s&state=%s&after=%s"
                    .formatted(encoded(name), encoded(state), shown.next())));
  }

  private static ShortAnswer of(Project project, Map<ProjectKey, ShortAnswer> answered) {
    return Objects.requireNonNull(answered.get(project.key()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static ProjectsView.Row row(
      Project project,
      ShortAnswer answer,
      Map<ProjectKey, String> next,
      Map<Subject, String> goTo) {
    return new ProjectsView.Row(
        "/p/" + project.key(),
        project.ref(),
        project.name(),
        answer.kind(),
        answer.state(),
        answer.by().isEmpty() ? "–" : answer.by(),
        answer.day() == null ? "" : answer.day().toString(),
        answer.changed(),
        answer.untold().isEmpty() ? "" : answer.untold() + " untold",
        next.getOrDefault(project.key(), ""),
        goTo.getOrDefault(Subject.project(project.ref()), ""),
        project.confidential());
  }

  private record Next(PlannedTask milestone, RefForecast forecast) {}

  /// The open milestone of each project that comes first, and its by-date.
  private Map<ProjectKey, String> nextMilestones(List<Project> some, AskedAt asked) {
    List<PlannedTask> open =
        milestones.open(
            some.stream()
                .filter(project -> project.state().takesTime())
                .map(Project::key)
                .toList());
    Map<String, RefForecast> known =
        forecasts.latest(open.stream().map(one -> one.ref().toString()).toList());
    return open.stream()
        .filter(one -> known.containsKey(one.ref().toString()))
        .map(one -> new Next(one, Objects.requireNonNull(known.get(one.ref().toString()))))
        .collect(
            Collectors.groupingBy(
                next -> next.milestone().project(),
                Collectors.collectingAndThen(
                    Collectors.minBy(Comparator.comparing(next -> next.forecast().likely())),
                    first -> first.map(one -> words(one, asked)).orElse(""))));
  }

  private static String words(Next next, AskedAt asked) {
    return next.milestone().name()
        + ", "
        + SaidDate.by(next.forecast().by(), asked).withPreposition();
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

  private static String headline(List<Project> all, Map<ProjectKey, ShortAnswer> answered) {
    if (all.isEmpty()) {
      return "No projects yet.";
    }
    long running = all.stream().filter(project -> project.state().takesTime()).count();
    List<String> risky =
        all.stream().filter(project -> isRisky(of(project, answered))).map(Project::name).toList();
    String first =
        running == all.size()
            ? Say.count(all.size(), "project is under way.", "projects are under way.")
            : running
                + " of "
                + Say.count(all.size(), "project is under way.", "projects are under way.");
    return risky.isEmpty()
        ? first + " Nothing is at risk."
        : first + " Look at " + Say.list(risky, 3) + " first.";
  }

  private static boolean isRisky(ShortAnswer answer) {
    return answer.kind().equals("bad") || answer.kind().equals("warn");
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
