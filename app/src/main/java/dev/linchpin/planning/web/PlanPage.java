package dev.linchpin.planning.web;

import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Subject;
import dev.linchpin.forecast.Finding;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.PlanImports;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.PlannedTask.Kind;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectPlan;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.planning.ScheduleLine;
import dev.linchpin.planning.Schedules;
import dev.linchpin.planning.ShortAnswer;
import dev.linchpin.planning.Worker;
import dev.linchpin.planning.web.PlanRowsOf.Span;
import dev.linchpin.planning.web.PlanView.Settings;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What comes when, and what hangs on what?
@Controller
class PlanPage {
  private static final int ROWS_MAX = 500;
  private static final int FINDINGS_MAX = 50;

  private final Heads heads;
  private final Plans plans;
  private final PlanImports imports;
  private final Forecasts forecasts;
  private final Schedules schedules;
  private final People people;
  private final GoTos goTos;
  private final Zone zone;

  PlanPage(
      Heads heads,
      Plans plans,
      PlanImports imports,
      Forecasts forecasts,
      Schedules schedules,
      People people,
      GoTos goTos,
      Zone zone) {
    this.heads = heads;
    this.plans = plans;
    this.imports = imports;
    this.forecasts = forecasts;
    this.schedules = schedules;
    this.people = people;
    this.goTos = goTos;
    this.zone = zone;
  }

  /// The project's front page is its answer.
  @GetMapping("/projects/{key}")
  ResponseEntity<Void> front(Who who, @PathVariable String key) {
    Project project = heads.load(who, key, Right.READ);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/p/" + project.key()))
        .build();
  }

  @GetMapping("/projects/{key}/plan")
  Page show(Who who, @PathVariable String key, @RequestParam(defaultValue = "0") int after) {
    Project project = heads.load(who, key, Right.READ);
    AskedAt asked = heads.asked(who);
    LocalDateTime now = asked.now();
    ProjectHead head = heads.head(who, project, "plan", asked);
    ProjectPlan plan = plans.get(project.key());
    Map<String, RefForecast> latest = forecasts.latestOf(project.key());
    Map<String, ScheduleLine> schedule = schedules.of(project.key());
    Map<PersonId, Person> somebody = people.all(named(plan, schedule.values()));
    var rowsOf = new PlanRowsOf(plan, latest, schedule, somebody, now.toLocalDate());
    TimeAxis axis = axis(rowsOf.whole(), now.toLocalDate());
    List<PlannedTask> lines =
        plan.tasks().stream().filter(task -> task.kind() != Kind.BOUNDARY).toList();
    int from = Math.clamp(after, 0, lines.size());
    int to = Math.min(lines.size(), from + ROWS_MAX);
    String address = "/projects/" + project.key() + "/plan";
    return Page.of(
        "planning/web/plan.jte",
        project.name() + " · Plan",
        Place.PROJECTS,
        new PlanView(
            head,
            sentence(head.answer(), lines),
            Dates.fullDay(axis.from()),
            axis.weekends(),
            axis.ticks(),
            now.toLocalDate().isBefore(axis.from()) ? -1 : axis.x(now),
            lines.subList(from, to).stream().map(task -> rowsOf.row(task, axis)).toList(),
            "%d to %d of %s".formatted(from + 1, to, Say.count(lines.size(), "line", "lines")),
            to < lines.size() ? address + "?after=" + to : null,
            findings(project),
            imports.of(project.key()).stream().map(this::imported).toList(),
            heads.mayChange(who, project) ? settings(project) : null));
  }

  private static TimeAxis axis(Optional<Span> whole, LocalDate today) {
    LocalDate from = whole.map(span -> span.start().toLocalDate()).orElse(today);
    LocalDate to = whole.map(span -> span.by().toLocalDate()).orElse(today.plusWeeks(4));
    return new TimeAxis(from.isAfter(today) ? today : from, to.plusDays(2));
  }

  private static String sentence(ShortAnswer answer, List<PlannedTask> lines) {
    List<PlannedTask> tasks = lines.stream().filter(line -> line.kind() == Kind.TASK).toList();
    if (tasks.isEmpty()) {
      return answer.sentence();
    }
    return "%s %d of %s done."
        .formatted(
            answer.sentence(),
            tasks.stream().filter(PlannedTask::isDone).count(),
            Say.count(tasks.size(), "task is", "tasks are"));
  }

  /// What is odd about the schedule and about the forecast, each thing once.
  private List<String> findings(Project project) {
    Stream<Finding> forecast =
        forecasts.standing(project.key()).stream()
            .flatMap(kept -> kept.findingsOf(project.key()).stream());
    return Stream.concat(schedules.findingsOf(project.key()).stream(), forecast)
        .map(Finding::message)
        .distinct()
        .limit(FINDINGS_MAX)
        .toList();
  }

  private PlanView.Import imported(PlanImports.PlanImport one) {
    return new PlanView.Import(
        one.fileName() + " (" + one.format() + ")",
        Dates.moment(one.at(), zone.id()),
        one.by(),
        one.lost().isEmpty()
            ? "Everything was taken over."
            : Say.count(one.lost().size(), "thing was", "things were")
                + " not taken over: "
                + String.join(" ", one.lost()));
  }

  private Settings settings(Project project) {
    Optional<GoTo> goTo = goTos.current(Subject.project(project.ref()));
    var names = new LinkedHashMap<String, String>();
    names.put("", "Nobody");
    for (Person person : people.all()) {
      names.put(person.id().toString(), person.name());
    }
    return new Settings(
        "/projects/" + project.key(),
        goTo.map(one -> one.goTo().toString()).orElse(""),
        goTo.map(GoTo::standIn).map(PersonId::toString).orElse(""),
        names,
        project.fixedFinish() == null ? "" : project.fixedFinish().toString(),
        "It has priority " + project.priority() + ": 1 goes first.");
  }

  /// Those who do something in the plan, and those its starts wait for.
  static Set<PersonId> named(ProjectPlan plan, Collection<ScheduleLine> schedule) {
    Set<PersonId> named = new HashSet<>(known(plan));
    schedule.stream()
        .map(ScheduleLine::person)
        .filter(id -> id != null && id.indexOf('/') < 0)
        .forEach(id -> named.add(new PersonId(UUID.fromString(id))));
    return named;
  }

  private static Set<PersonId> known(ProjectPlan plan) {
    return plan.assignments().stream()
        .flatMap(
            one -> one.who() instanceof Worker.Known(PersonId id) ? Stream.of(id) : Stream.empty())
        .collect(Collectors.toSet());
  }
}
