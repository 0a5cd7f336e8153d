package dev.linchpin.planning;

import dev.linchpin.directory.Crew;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.People;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Topics;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Knows;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.TopicId;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Everything the next forecast depends on, put together from the database.
@Component
public class Portfolio {
  /// Holidays and leave are looked up so far ahead; nothing later moves a date.
  static final int YEARS_AHEAD = 5;

  /// And so far back, for how long finished tasks took.
  private static final int YEARS_BACK = 1;

  /// What a fixed date weighs against dates that single people were told.
  private static final int FIXED_WEIGHT = 10;

  private final Projects projects;
  private final Plans plans;
  private final ChangeWindows windows;
  private final ProjectRisks risks;
  private final PastGrowth growth;
  private final Rates rates;
  private final PlannedItems items;
  private final FinishedTasks finished;
  private final People people;
  private final Topics topics;
  private final WorkingTime workingTime;
  private final Leaves leaves;
  private final ObjectProvider<InterruptionSource> interruptions;
  private final ObjectProvider<PromiseSource> promises;

  public Portfolio(
      Projects projects,
      Plans plans,
      ChangeWindows windows,
      ProjectRisks risks,
      PastGrowth growth,
      Rates rates,
      PlannedItems items,
      FinishedTasks finished,
      People people,
      Topics topics,
      WorkingTime workingTime,
      Leaves leaves,
      ObjectProvider<InterruptionSource> interruptions,
      ObjectProvider<PromiseSource> promises) {
    this.projects = projects;
    this.plans = plans;
    this.windows = windows;
    this.risks = risks;
    this.growth = growth;
    this.rates = rates;
    this.items = items;
    this.finished = finished;
    this.people = people;
    this.topics = topics;
    this.workingTime = workingTime;
    this.leaves = leaves;
    this.interruptions = interruptions;
    this.promises = promises;
  }

  /// The question whose answer is today's forecast.
  public Question question(LocalDateTime asOf, int runs, Seed seed) {
    List<Project> running =
        projects.all().stream().filter(project -> project.state().takesTime()).toList();
    var planned = new LinkedHashMap<Project, ProjectPlan>();
    running.forEach(project -> planned.put(project, plans.get(project.key())));
    Map<PersonId, List<Knows>> knows = topics.known(topicsOf(planned));
    Set<PersonId> known = known(planned, knows);
    LocalDate from = earliest(planned, asOf).toLocalDate();
    LocalDate to = asOf.toLocalDate().plusYears(YEARS_AHEAD);
    Crew crew = workingTime.crew(known, from, to);
    WorkCalendar usual = workingTime.organisationCalendar(from, to);
    Interruptions taken = interruptions(known, asOf);
    Plan plan =
        new EnginePlan(knows, leaves.unplanned(asOf.toLocalDate()), crew, usual)
            .of(planned, windows(planned), promises(running, asOf.toLocalDate()));
    return new Question(
        withWhatMayCome(plan, running, asOf),
        taken,
        finished.history(asOf, crew, usual, taken),
        asOf,
        runs,
        seed);
  }

  /// Risks, growth of scope, and money.
  private Plan withWhatMayCome(Plan plan, List<Project> running, LocalDateTime asOf) {
    List<ProjectKey> keys = running.stream().map(Project::key).toList();
    return plan.withRisks(risks.open(keys))
        .withGrowth(growth.of(plan.projects(), asOf))
        .withCosts(rates.of(plan, asOf.toLocalDate()), items.of(keys));
  }

  private Interruptions interruptions(Set<PersonId> known, LocalDateTime asOf) {
    InterruptionSource source = interruptions.getIfAvailable();
    return source == null
        ? Interruptions.NONE
        : source.interruptions(people.all(known).values(), asOf);
  }

  /// Those windows that a task names.
  private List<ChangeWindow> windows(Map<Project, ProjectPlan> planned) {
    Set<WindowId> used =
        conditions(planned).flatMap(one -> one.within().stream()).collect(Collectors.toSet());
    return used.isEmpty()
        ? List.of()
        : windows.all().stream()
            .map(ChangeWindows.Kept::window)
            .filter(window -> used.contains(window.id()))
            .toList();
  }

  /// Fixed dates first, then what people were told.
  private List<Promise> promises(List<Project> running, LocalDate asOf) {
    var all = new ArrayList<Promise>();
    for (Project project : running) {
      LocalDate fixed = project.fixedFinish();
      if (fixed != null && !fixed.isBefore(asOf)) {
        var of = new Promise.Of.AProject(new ProjectId(project.ref()));
        all.add(new Promise(of, fixed, true, FIXED_WEIGHT));
      }
    }
    PromiseSource source = promises.getIfAvailable();
    if (source != null) {
      all.addAll(source.promises(running.stream().map(Project::key).toList(), asOf));
    }
    return all;
  }

  private static Set<TopicId> topicsOf(Map<Project, ProjectPlan> planned) {
    return conditions(planned)
        .flatMap(one -> one.needs().stream())
        .map(Need::topic)
        .collect(Collectors.toSet());
  }

  private static Stream<Conditions> conditions(Map<Project, ProjectPlan> planned) {
    return planned.values().stream()
        .flatMap(plan -> plan.tasks().stream())
        .map(PlannedTask::conditions);
  }

  private static Set<PersonId> known(
      Map<Project, ProjectPlan> planned, Map<PersonId, List<Knows>> knows) {
    var known = new TreeSet<PersonId>(Comparator.comparing(PersonId::value));
    known.addAll(knows.keySet());
    for (ProjectPlan plan : planned.values()) {
      for (PlannedAssignment assignment : plan.assignments()) {
        if (assignment.who() instanceof Worker.Known(PersonId person)) {
          known.add(person);
        }
      }
    }
    return known;
  }

  private static LocalDateTime earliest(Map<Project, ProjectPlan> planned, LocalDateTime asOf) {
    LocalDateTime back = asOf.minusYears(YEARS_BACK);
    return planned.values().stream()
        .map(ProjectPlan::start)
        .filter(start -> start != null && start.isBefore(back))
        .min(Comparator.naturalOrder())
        .orElse(back);
  }
}
