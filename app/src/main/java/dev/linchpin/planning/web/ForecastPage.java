package dev.linchpin.planning.web;

import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.planning.DotPlot;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.KeptForecast;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Why this date, and how sure is it?
@Controller
class ForecastPage {
  private static final int HISTORY_MAX = 12;
  private static final double[] CHANCES = {0.5, 0.8, 0.9};

  private final Heads heads;
  private final Forecasts forecasts;
  private final Milestones milestones;
  private final Zone zone;

  ForecastPage(Heads heads, Forecasts forecasts, Milestones milestones, Zone zone) {
    this.heads = heads;
    this.forecasts = forecasts;
    this.milestones = milestones;
    this.zone = zone;
  }

  @GetMapping("/projects/{key}/forecast")
  Page show(Who who, @PathVariable String key, @RequestParam(defaultValue = "") String day) {
    Project project = heads.load(who, key, Right.READ);
    LocalDate today = zone.today();
    RefForecast forecast = forecasts.latest(project.ref()).orElse(null);
    ProjectHead head = heads.head(project, forecast, "forecast", today);
    ForecastView view =
        forecast == null
            ? new ForecastView(
                head,
                none(project),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                Map.of(),
                findings(project))
            : new ForecastView(
                head,
                sentence(project, forecast, today),
                DotPlot.of(forecast.days(), forecast.byDay()),
                chances(forecast),
                asked(forecast, day),
                milestones(project, today),
                history(project, today),
                facts(forecast, project),
                findings(project));
    return Page.of(
        "planning/web/forecast.jte", project.name() + " · Forecast", Place.PROJECTS, view);
  }

  private static String none(Project project) {
    return project.state().takesTime()
        ? "There is no forecast yet. It needs a plan with tasks."
        : "There is no forecast, because nobody works on it now.";
  }

  private static String sentence(Project project, RefForecast forecast, LocalDate today) {
    if (forecast.lateDay().isBefore(today)) {
      return "Every task is done since " + Say.fullDay(forecast.byDay()) + ".";
    }
    String sentence =
        "It will be done by %s, with a chance of about %s. It could be as early as %s."
            .formatted(
                Say.fullDay(forecast.byDay()),
                Say.inTen(forecast.chance()),
                Say.day(forecast.earliestDay(), today));
    LocalDate fixed = project.fixedFinish();
    return fixed == null
        ? sentence
        : sentence
            + " The chance to keep the fixed date, %s, is about %s."
                .formatted(Say.day(fixed, today), Say.inTen(forecast.chanceBy(fixed)));
  }

  private static List<ForecastView.Chance> chances(RefForecast forecast) {
    return java.util.Arrays.stream(CHANCES)
        .mapToObj(chance -> {
          LocalDate day = forecast.days().at(chance);
          return new ForecastView.Chance(Say.inTen(chance), Say.fullDay(day), day.toString());
        })
        .toList();
  }

  private static ForecastView.Asked asked(RefForecast forecast, String day) {
    if (day.isBlank()) {
      return new ForecastView.Asked("", "", "");
    }
    try {
      LocalDate read = LocalDate.parse(day.strip());
      return new ForecastView.Asked(
          day,
          "The chance that it is done by %s is about %s."
              .formatted(Say.fullDay(read), Say.inTen(forecast.chanceBy(read))),
          "");
    } catch (DateTimeParseException e) {
      return new ForecastView.Asked(day, "", "Enter a day, like 2027-03-12.");
    }
  }

  private List<ForecastView.Milestone> milestones(Project project, LocalDate today) {
    Map<String, RefForecast> latest = forecasts.latestOf(project.key());
    return milestones.of(project.key()).stream()
        .filter(one -> !one.isDone() && latest.containsKey(one.ref().toString()))
        .map(one -> milestone(one, Objects.requireNonNull(latest.get(one.ref().toString())), today))
        .toList();
  }

  private static ForecastView.Milestone milestone(
      PlannedTask milestone, RefForecast forecast, LocalDate today) {
    return new ForecastView.Milestone(
        milestone.name(),
        "/p/" + milestone.ref(),
        Say.day(forecast.days().at(0.5), today),
        Say.day(forecast.days().at(0.8), today),
        Say.day(forecast.days().at(0.9), today));
  }

  private List<ForecastView.Before> history(Project project, LocalDate today) {
    return forecasts.history(project.ref(), HISTORY_MAX).stream()
        .map(one ->
            new ForecastView.Before(
                Say.moment(one.madeAt(), zone.id()),
                Say.day(one.likelyDay(), today),
                Say.day(one.byDay(), today)))
        .toList();
  }

  private Map<String, String> facts(RefForecast forecast, Project project) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Made", Say.moment(forecast.madeAt(), zone.id()));
    facts.put("Checked", Say.moment(forecast.checkedAt(), zone.id()));
    facts.put("Runs", Say.count(forecast.runs(), "simulated run", "simulated runs"));
    KeptForecast kept = forecasts.find(forecast.forecast()).orElseThrow();
    Question question = forecasts.inputs(kept.id()).orElseThrow();
    facts.put(
        "Looked at",
        "%s and %s of the whole portfolio, most important first"
            .formatted(
                Say.count(question.plan().projects().size(), "project", "projects"),
                Say.count(question.plan().tasks().size(), "task", "tasks")));
    facts.put("Tickets", interruptions(question, project));
    facts.put("Seed", Long.toString(kept.seed().value()));
    facts.put("Engine", kept.engine());
    facts.put("Inputs", kept.fingerprint().substring(0, 12) + " (kept, so it can be run again)");
    return facts;
  }

  /// What tickets take from the people of the project together; never from one of them.
  private static String interruptions(Question question, Project project) {
    Set<PersonId> people =
        question.plan().projects().stream()
            .filter(one -> one.id().value().equals(project.ref()))
            .flatMap(one -> one.tasks().stream())
            .flatMap(task -> task.people().stream())
            .map(Assignment::person)
            .collect(Collectors.toSet());
    Map<PersonId, Interruptions.Load> loads = question.interruptions().loads();
    Duration week =
        people.stream()
            .map(loads::get)
            .filter(Objects::nonNull)
            .flatMap(load -> load.byWeekday().stream())
            .reduce(Duration.ZERO, Duration::plus);
    return week.isZero()
        ? "No hours of tickets are known for its people."
        : "They take about %s hours a week from its %s."
            .formatted(
                Say.number(Math.rint(week.toMinutes() / 60.0)),
                Say.count(people.size(), "person", "people"));
  }

  private List<String> findings(Project project) {
    @Nullable KeptForecast kept = forecasts.latest().orElse(null);
    return kept == null
        ? List.of()
        : kept.findingsOf(project.key()).stream().map(Finding::message).toList();
  }
}
