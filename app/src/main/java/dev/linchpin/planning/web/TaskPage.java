package dev.linchpin.planning.web;

import dev.linchpin.access.NotThere;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Topics;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.forecast.Work;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.ChangeWindows;
import dev.linchpin.planning.ChangeWindows.Kept;
import dev.linchpin.planning.Conditions;
import dev.linchpin.planning.DateWords;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectPlan;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.planning.ScheduleLine;
import dev.linchpin.planning.Schedules;
import dev.linchpin.planning.TaskRef;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// How far is this task?
@Controller
class TaskPage {
  private final Heads heads;
  private final Plans plans;
  private final Forecasts forecasts;
  private final Schedules schedules;
  private final ChangeWindows windows;
  private final Topics topics;
  private final People people;
  private final Zone zone;

  TaskPage(
      Heads heads,
      Plans plans,
      Forecasts forecasts,
      Schedules schedules,
      ChangeWindows windows,
      Topics topics,
      People people,
      Zone zone) {
    this.heads = heads;
    this.plans = plans;
    this.forecasts = forecasts;
    this.schedules = schedules;
    this.windows = windows;
    this.topics = topics;
    this.people = people;
    this.zone = zone;
  }

  @GetMapping("/projects/{key}/tasks/{number}")
  Page show(Who who, @PathVariable String key, @PathVariable int number) {
    Project project = heads.load(who, key, Right.READ);
    PlannedTask task = task(project, number);
    return page(who, project, task, Typed.of(task), new Problems());
  }

  @PostMapping("/projects/{key}/tasks/{number}/progress")
  View progress(
      Who who,
      @PathVariable String key,
      @PathVariable int number,
      ProgressForm form,
      HttpServletRequest request) {
    Project project = heads.load(who, key, Right.WRITE);
    PlannedTask task = task(project, number);
    var problems = new Problems();
    Optional<Progress> progress = form.read(task, zone.today(), problems);
    if (progress.isEmpty()) {
      return page(who, project, task, Typed.of(task).with(form), problems).withProblems();
    }
    String back = address(task);
    return Going.after(
        () -> {
          plans.progress(form.seen(task), progress.get(), who.name());
          return Going.to(back, "Noted. A new forecast is being made.", request);
        },
        back,
        request);
  }

  @PostMapping("/projects/{key}/tasks/{number}/conditions")
  View conditions(
      Who who,
      @PathVariable String key,
      @PathVariable int number,
      ConditionsForm form,
      HttpServletRequest request) {
    Project project = heads.load(who, key, Right.WRITE);
    PlannedTask task = task(project, number);
    var problems = new Problems();
    Optional<Conditions> asked = form.read(windows.all(), topics.all(), problems);
    if (task.isMilestone() || asked.isEmpty()) {
      return page(who, project, task, Typed.of(task).with(form), problems).withProblems();
    }
    return Going.after(
        () -> {
          plans.conditions(form.seen(task), asked.get(), who.name());
          return Going.to(address(task), "Noted. The plan is being made again.", request);
        },
        address(task),
        request);
  }

  /// What somebody typed into the two forms.
  private record Typed(ProgressForm progress, ConditionsForm conditions) {
    static Typed of(PlannedTask task) {
      return new Typed(ProgressForm.of(task), ConditionsForm.of(task));
    }

    Typed with(ProgressForm form) {
      return new Typed(form, conditions);
    }

    Typed with(ConditionsForm form) {
      return new Typed(progress, form);
    }
  }

  private static String address(PlannedTask task) {
    return "/projects/" + task.project() + "/tasks/" + task.number();
  }

  private PlannedTask task(Project project, int number) {
    return number < 1
        ? missing(number)
        : plans
            .task(new TaskRef(project.key(), number))
            .filter(task -> task.kind() != PlannedTask.Kind.SUMMARY)
            .orElseGet(() -> missing(number));
  }

  private static PlannedTask missing(int number) {
    throw new NotThere("There is no task " + number + " in this plan.");
  }

  private Page page(Who who, Project project, PlannedTask task, Typed typed, Problems problems) {
    AskedAt asked = heads.asked(who);
    Optional<RefForecast> forecast = forecasts.latest(task.ref().toString());
    boolean mayChange = heads.mayChange(who, project);
    List<Kept> allWindows = windows.all();
    Map<String, String> allTopics = topics.all();
    return Page.of(
        "planning/web/task.jte",
        task.name(),
        Place.PROJECTS,
        new TaskView(
            heads.head(who, project, "plan", asked),
            task.name(),
            sentence(task, forecast, asked),
            facts(project, task, allWindows, allTopics, asked.today()),
            mayChange ? typed.progress().view(address(task)) : null,
            mayChange && task.kind() == PlannedTask.Kind.TASK
                ? typed.conditions().view(address(task), allWindows, allTopics)
                : null,
            problems));
  }

  private static String sentence(PlannedTask task, Optional<RefForecast> forecast, AskedAt asked) {
    if (task.progress() instanceof Progress.Done done) {
      return "It was done on "
          + new DateWords(asked.today()).day(done.finish().toLocalDate())
          + ".";
    }
    return forecast.map(one -> Say.when(one, asked)).orElse("There is no date for it now.");
  }

  private Map<String, String> facts(
      Project project,
      PlannedTask task,
      List<Kept> allWindows,
      Map<String, String> allTopics,
      LocalDate today) {
    ProjectPlan plan = plans.get(project.key());
    Map<String, ScheduleLine> schedule = schedules.of(project.key());
    Map<PersonId, Person> somebody = people.all(PlanPage.named(plan, schedule.values()));
    var rows = new PlanRowsOf(plan, Map.of(), schedule, somebody, today);
    var facts = new LinkedHashMap<String, String>();
    facts.put("Name in addresses", task.ref().toString());
    facts.put("Who", orNobody(rows.workers(task)));
    facts.put("Work", work(task.work()));
    facts.put("Waits for", orNobody(rows.waitsFor(task)));
    ScheduleLine line = schedule.get(task.ref().toString());
    if (line != null && !task.isDone()) {
      String reason = rows.reason(task);
      facts.put(
          "Planned",
          "%s to %s%s"
              .formatted(
                  Dates.day(line.start().toLocalDate(), today),
                  Dates.day(line.end().toLocalDate(), today),
                  reason.isEmpty() ? "" : "; " + reason));
      facts.put("Room", room(line));
    }
    if (task.deadline() != null) {
      facts.put("Deadline", Dates.fullDay(task.deadline().toLocalDate()));
    }
    Conditions conditions = task.conditions();
    if (!conditions.within().isEmpty()) {
      facts.put("Within", String.join(", ", names(conditions.within(), allWindows)));
    }
    if (!conditions.needs().isEmpty()) {
      facts.put(
          "Needs",
          conditions.needs().stream()
              .map(need -> allTopics.getOrDefault(need.topic().value(), need.topic().value()))
              .collect(Collectors.joining(" and ", "somebody who knows ", "")));
    }
    return facts;
  }

  private static List<String> names(List<WindowId> within, List<Kept> all) {
    return all.stream()
        .filter(kept -> within.contains(kept.window().id()))
        .map(kept -> kept.window().name())
        .toList();
  }

  private static String room(ScheduleLine line) {
    Duration slack = line.slack();
    if (line.onChain() || slack == null || slack.isZero()) {
      return "None: it is critical. A day later here is a day later for the project.";
    }
    return "It may lie " + Say.work(slack) + " later before the project ends later.";
  }

  private static String orNobody(String text) {
    return text.isEmpty() ? "–" : text;
  }

  static String work(Work work) {
    return switch (work) {
      case Work.None _ -> "A milestone takes no time.";
      case Work.Effort effort -> estimate(effort.hours()) + " of work";
      case Work.Working working -> estimate(working.time()) + " of working time";
      case Work.Elapsed elapsed ->
          Say.number(elapsed.time().likely().toHours() / 24.0) + " days, day and night";
    };
  }

  private static String estimate(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Single one -> Say.work(one.likely());
      case Estimate.ThreePoint three ->
          "%s (between %s and %s)"
              .formatted(
                  Say.work(three.likely()),
                  Say.work(three.optimistic()),
                  Say.work(three.pessimistic()));
    };
  }

  /// The unit in which people say what is left: working days, or days and nights.
  static Duration dayOf(Work work) {
    return work instanceof Work.Elapsed ? Duration.ofDays(1) : Duration.ofHours(8);
  }

  static Duration whole(Work work) {
    return switch (work) {
      case Work.None _ -> Duration.ZERO;
      case Work.Effort effort -> effort.hours().likely();
      case Work.Working working -> working.time().likely();
      case Work.Elapsed elapsed -> elapsed.time().likely();
    };
  }
}
