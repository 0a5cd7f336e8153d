package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.forecast.Absence;
import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.learn.Recalibration;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.ByChance;
import dev.linchpin.planning.CauseWords;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.DateWords;
import dev.linchpin.planning.DotPlot;
import dev.linchpin.planning.ExpectedWave;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.InterruptionSource;
import dev.linchpin.planning.KeptForecast;
import dev.linchpin.planning.LeverSearches;
import dev.linchpin.planning.LeverSearches.Lever;
import dev.linchpin.planning.LeverSearches.Search;
import dev.linchpin.planning.Marks;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.Movements;
import dev.linchpin.planning.Movements.Moved;
import dev.linchpin.planning.PastGrowth;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.planning.ShortAnswer;
import dev.linchpin.planning.SpreadDrivers;
import dev.linchpin.planning.WaveSource;
import dev.linchpin.platform.Currency;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Why this date, and how sure is it?
@Controller
class ForecastPage {
  private static final int HISTORY_MAX = 12;
  private static final double NINE_IN_TEN = 0.9;
  private static final int HUNDRED = 100;

  /// With fewer finished tasks, what is usual elsewhere says more.
  private static final int FEW_TASKS = 30;

  /// So many standard deviations hold 8 of 10.
  private static final double EIGHT_IN_TEN = 1.2816;

  private final Access access;
  private final Heads heads;
  private final Forecasts forecasts;
  private final Milestones milestones;
  private final ObjectProvider<InterruptionSource> interruptions;
  private final ObjectProvider<WaveSource> waves;
  private final Movements movements;
  private final SpreadDrivers drivers;
  private final LeverSearches levers;
  private final Projects projects;
  private final Marks marks;
  private final PastGrowth growth;
  private final Currency currency;
  private final Zone zone;

  ForecastPage(
      Access access,
      Heads heads,
      Forecasts forecasts,
      Milestones milestones,
      ObjectProvider<InterruptionSource> interruptions,
      ObjectProvider<WaveSource> waves,
      Movements movements,
      SpreadDrivers drivers,
      LeverSearches levers,
      Projects projects,
      Marks marks,
      PastGrowth growth,
      Currency currency,
      Zone zone) {
    this.access = access;
    this.heads = heads;
    this.forecasts = forecasts;
    this.milestones = milestones;
    this.interruptions = interruptions;
    this.waves = waves;
    this.movements = movements;
    this.drivers = drivers;
    this.levers = levers;
    this.projects = projects;
    this.marks = marks;
    this.growth = growth;
    this.currency = currency;
    this.zone = zone;
  }

  @PostMapping("/projects/{key}/forecast/levers")
  View ask(Who who, @PathVariable String key, HttpServletRequest request) {
    Project project = heads.load(who, key, Right.READ);
    boolean asked = levers.ask(project, who.name(), zone.instant());
    String address = "/projects/" + project.key() + "/forecast";
    return Going.to(
        address,
        asked
            ? "We look for what would help. It takes up to a minute."
            : "Nothing was asked for: there is no forecast of this project now.",
        request);
  }

  @GetMapping("/projects/{key}/forecast")
  Page show(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String order) {
    Project project = heads.load(who, key, Right.READ);
    AskedAt asked = heads.asked(who);
    ProjectHead head = heads.head(who, project, "forecast", asked);
    RefForecast forecast = forecasts.latest(project.ref()).orElse(null);
    ForecastView view =
        forecast == null
            ? new ForecastView(
                head,
                findings(project, Finding.Code::leavesOut),
                null,
                List.of(),
                null,
                null,
                List.of(),
                levers(who, project, order, asked.today()),
                RecordView.of(marks.record()),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                findings(project, it -> !it.leavesOut()))
            : new ForecastView(
                head,
                findings(project, Finding.Code::leavesOut),
                plot(forecast, head.answer(), asked),
                chances(forecast, asked),
                asked(forecast, day),
                drivers.of(forecast).map(WideView::of).orElse(null),
                movements.of(project.ref()).stream()
                    .map(moved -> MovedView.of(moved, asked.today(), zone.id()))
                    .toList(),
                levers(who, project, order, asked.today()),
                RecordView.of(marks.record()),
                milestones(project, asked),
                waves(project, asked.today()),
                history(project, asked.today()),
                facts(forecast, project),
                findings(project, it -> !it.leavesOut()));
    return Page.of(
        "planning/web/forecast.jte", project.name() + " · Forecast", Place.PROJECTS, view);
  }

  private static DotPlot plot(RefForecast forecast, ShortAnswer answer, AskedAt asked) {
    LocalDate by = answer.day() == null ? forecast.byDay() : answer.day();
    return DotPlot.of(forecast.days().dots(), by, new DateWords(asked.today()));
  }

  private static List<ByChance> chances(RefForecast forecast, AskedAt asked) {
    return ByChance.of(forecast.likely(), forecast.by(), forecast.days().at(NINE_IN_TEN), asked);
  }

  private static ForecastView.Asked asked(RefForecast forecast, String day) {
    if (day.isBlank()) {
      return new ForecastView.Asked("", "", "");
    }
    try {
      LocalDate read = LocalDate.parse(day.strip());
      return new ForecastView.Asked(
          day,
          "The chance that it is done by %s is %s."
              .formatted(Dates.fullDay(read), Chance.of(forecast.chanceBy(read)).about()),
          "");
    } catch (DateTimeParseException e) {
      return new ForecastView.Asked(day, "", "Enter a day, like 2027-03-12.");
    }
  }

  /// Null where nothing was forecast that could be changed.
  private @Nullable LeversView levers(Who who, Project project, String order, LocalDate today) {
    if (forecasts.standing(project.key()).isEmpty()) {
      return null;
    }
    String ask = "/projects/" + project.key() + "/forecast/levers";
    return levers
        .latest(project.ref())
        .map(search -> LeversView.of(search, wish(who, search, order), ask, today, zone.id()))
        .orElseGet(() -> LeversView.none(ask));
  }

  private LeversView.Wish wish(Who who, Search search, String order) {
    return new LeversView.Wish(
        readable(who, search),
        access.may(who, Permission.READ_MONEY) ? currency.code() : null,
        order.equals("money"));
  }

  private Set<String> readable(Who who, Search search) {
    List<Lever> found = search.levers();
    List<ProjectKey> named =
        found == null
            ? List.of()
            : found.stream()
                .flatMap(lever -> lever.projects().stream())
                .distinct()
                .map(ProjectKey::new)
                .toList();
    return projects.readable(who, named).keySet().stream()
        .map(ProjectKey::value)
        .collect(Collectors.toSet());
  }

  private List<ForecastView.Milestone> milestones(Project project, AskedAt asked) {
    List<PlannedTask> open = milestones.open(List.of(project.key()));
    List<String> refs = open.stream().map(one -> one.ref().toString()).toList();
    Map<String, RefForecast> latest = forecasts.latest(refs);
    Map<String, Moved> moved = movements.sinceLastWeek(refs);
    return open.stream()
        .filter(one -> latest.containsKey(one.ref().toString()))
        .map(one ->
            milestone(
                one,
                Objects.requireNonNull(latest.get(one.ref().toString())),
                moved.get(one.ref().toString()),
                asked))
        .toList();
  }

  private List<ExpectedWave> waves(Project project, LocalDate today) {
    return waves.stream()
        .flatMap(source -> source.waves(List.of(project.key()), today).stream())
        .toList();
  }

  private static ForecastView.Milestone milestone(
      PlannedTask milestone, RefForecast forecast, @Nullable Moved moved, AskedAt asked) {
    List<ByChance> chances = chances(forecast, asked);
    return new ForecastView.Milestone(
        milestone.name(),
        "/p/" + milestone.ref(),
        chances.get(0).words(),
        chances.get(1).words(),
        chances.get(2).words(),
        moved == null ? "" : CauseWords.change(moved));
  }

  private List<ForecastView.Before> history(Project project, LocalDate today) {
    return forecasts.history(project.ref(), HISTORY_MAX).stream()
        .map(one ->
            new ForecastView.Before(
                Dates.moment(one.madeAt(), zone.id()),
                Dates.day(one.likelyDay(), today),
                Dates.day(one.byDay(), today)))
        .toList();
  }

  private Map<String, String> facts(RefForecast forecast, Project project) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Made", Dates.moment(forecast.madeAt(), zone.id()));
    facts.put("Checked", Dates.moment(forecast.checkedAt(), zone.id()));
    facts.put("Runs", Say.count(forecast.runs(), "simulated run", "simulated runs"));
    KeptForecast kept = forecasts.find(forecast.forecast()).orElseThrow();
    Question question = forecasts.inputs(kept.id()).orElseThrow();
    facts.put(
        "Looked at",
        "%s and %s that can move it: they share people, links or risks"
            .formatted(
                Say.count(question.plan().projects().size(), "project", "projects"),
                Say.count(question.plan().tasks().size(), "task", "tasks")));
    facts.put("Estimates", history(question.history(), project));
    facts.put("Tickets", interruptions(question, project));
    interruptions.stream()
        .flatMap(source -> source.warning(zone.today()).stream())
        .forEach(warning -> facts.put("Tickets now", warning));
    facts.put("Growth", growth(kept));
    facts.put("Unplanned absence", absence(question));
    facts.put(
        "Number",
        "%d; to run it again: bin/linchpin forecast --kept %d"
            .formatted(kept.number(), kept.number()));
    facts.put("Seed", Long.toString(kept.seed().value()));
    facts.put("Engine", kept.engine());
    facts.put("Correction", correction(question.correction()));
    facts.put("Inputs", kept.fingerprint().substring(0, 12) + " (kept, so it can be run again)");
    return facts;
  }

  /// How much is known of how estimates turn out here.
  private static String history(History known, Project project) {
    int tasks = known.tasks().size();
    if (tasks == 0) {
      return "No finished task tells how estimates turn out here: dates are wide, as usual"
          + " elsewhere.";
    }
    long projects = known.tasks().stream().map(History.Finished::project).distinct().count();
    long own =
        known.tasks().stream().filter(task -> task.project().value().equals(project.ref())).count();
    return "%s of %s %s how they turn out here, %s of this project."
            .formatted(
                Say.count(tasks, "finished task", "finished tasks"),
                Say.count((int) projects, "project", "projects"),
                tasks == 1 ? "tells" : "tell",
                own == 0 ? "none" : Long.toString(own))
        + (tasks < FEW_TASKS ? " That is little, so dates are wide." : "");
  }

  /// What nobody plans, as the runs count with it; the same for everybody.
  private static String absence(Question question) {
    return question.plan().people().stream()
        .map(Person::absence)
        .filter(absence -> absence.timesAYear() > 0)
        .findFirst()
        .map(absence ->
            "Each person is taken to be away unplanned %s times a year, %s days on average: %s."
                .formatted(
                    Say.number(Math.rint(10 * absence.timesAYear()) / 10),
                    Say.number(Math.rint(10 * absence.days()) / 10),
                    absence.equals(Absence.USUAL)
                        ? "that is usual, too little of it is known here"
                        : "learned from what was entered here"))
        .orElse("Nobody is taken to be away unplanned.");
  }

  private static String correction(Recalibration applied) {
    return applied.equals(Recalibration.NONE)
        ? "None: dates are shown as the runs give them"
        : "Version %d, by what became of %s, most by those as far ahead"
            .formatted(applied.version(), Say.count(applied.forecasts(), "forecast", "forecasts"));
  }

  private String growth(KeptForecast kept) {
    return growth
        .known(kept.asOf())
        .map(past ->
            past.high() == 0
                ? "%s ended as planned: none is added."
                    .formatted(Say.count(past.projects(), "plan", "plans"))
                : "Plans here grew by %.0f %% after they began, one in ten by %.0f %%, from %s."
                        .formatted(
                            HUNDRED * past.likely(),
                            HUNDRED * past.high(),
                            Say.count(past.projects(), "project", "projects"))
                    + " What has not begun is taken to grow like that.")
        .orElse("Too few finished projects tell how plans grow: none is added.");
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
        : "They take about %s hours a week from its %s; that may be off by %.0f %%."
            .formatted(
                Say.number(Math.rint(week.toMinutes() / 60.0)),
                Say.count(people.size(), "person", "people"),
                100 * EIGHT_IN_TEN * unsure(people, loads));
  }

  /// How unsure the hours of these people are, on average: standard deviation over mean.
  private static double unsure(Set<PersonId> people, Map<PersonId, Interruptions.Load> loads) {
    return people.stream()
        .map(loads::get)
        .filter(Objects::nonNull)
        .mapToDouble(Interruptions.Load::levelCv)
        .average()
        .orElse(0);
  }

  private List<String> findings(Project project, Predicate<Finding.Code> wanted) {
    return forecasts.standing(project.key()).stream()
        .flatMap(kept -> kept.findingsOf(project.key()).stream())
        .filter(finding -> wanted.test(finding.code()))
        .map(Finding::message)
        .toList();
  }
}
