package dev.linchpin.forecast;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// Plans made up from a seed: with every kind of link, work, calendar, share and progress.
public final class RandomPlans {
  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 11);

  private final SplittableRandom random;

  public RandomPlans(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// A plan that can be placed as a whole: links lead forward and nothing is pinned.
  public Plan sound() {
    return plan(5 + random.nextInt(40), false);
  }

  /// A plan with anything in it that a record allows.
  public Plan odd() {
    return plan(random.nextInt(25), true);
  }

  /// A plan in which whatever begins runs to its end, by those it names, and no end waits.
  public Plan plain() {
    Plan plan = odd();
    List<Project> projects = tasks(plan, RandomPlans::plain);
    List<Link> links =
        plan.links().stream()
            .filter(it ->
                it.type() == Link.Type.FINISH_TO_START || it.type() == Link.Type.START_TO_START)
            .toList();
    return new Plan(projects, links, plan.people(), plan.calendars())
        .withRisks(plan.risks())
        .withGrowth(plan.growth());
  }

  /// A plain plan of people who do one thing at a time; tasks wait only for the ends of others.
  public Plan whole() {
    Plan plan = plain();
    Map<PersonId, Double> capacity = new HashMap<>();
    plan.people().forEach(it -> capacity.put(it.id(), it.capacity()));
    List<Link> links =
        plan.links().stream()
            .map(it -> {
              Lag lag = new Lag(it.lag().time().abs(), it.lag().elapsed());
              return new Link(it.from(), it.to(), Link.Type.FINISH_TO_START, lag);
            })
            .toList();
    return plan.withProjects(tasks(plan, task -> wholly(task, capacity))).withLinks(links);
  }

  private static List<Project> tasks(Plan plan, UnaryOperator<Task> change) {
    return plan.projects().stream()
        .map(it -> {
          List<Task> tasks = it.tasks().stream().map(change).toList();
          return new Project(it.id(), it.name(), it.notBefore(), it.calendar(), tasks);
        })
        .toList();
  }

  private static Task wholly(Task task, Map<PersonId, Double> capacity) {
    List<Assignment> people =
        task.people().stream()
            .map(it -> new Assignment(it.person(), capacity.getOrDefault(it.person(), 1.0)))
            .toList();
    return task.with(people, task.needs());
  }

  private static Task plain(Task task) {
    return new Task(
        task.id(),
        task.name(),
        task.work(),
        task.people(),
        switch (task.constraint()) {
          case Constraint.FinishNotBefore _, Constraint.FinishOn _ ->
              new Constraint.AsSoonAsPossible();
          default -> task.constraint();
        },
        task.progress(),
        task.calendar(),
        task.deadline());
  }

  private Plan plan(int count, boolean odd) {
    List<WorkCalendar> calendars = List.of(calendar("office"), calendar("late shift"));
    List<Person> people = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      people.add(person("p" + p, odd));
    }
    List<List<Task>> tasks = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.get(random.nextInt(3)).add(task(i, odd));
      for (int k = random.nextInt(3); k > 0 && i > 0; k--) {
        int from = odd ? random.nextInt(count + 2) : random.nextInt(i);
        links.add(link(new TaskId("t" + from), new TaskId("t" + i)));
      }
    }
    List<Project> projects = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      LocalDateTime from = MONDAY.plusDays(random.nextInt(20)).atTime(random.nextInt(24), 30);
      projects.add(
          new Project(
              new ProjectId("P" + k),
              k == 1 ? "CRM # \"new\"\n" : "P" + k,
              from,
              pick(),
              tasks.get(k)));
    }
    return new Plan(projects, links, people, calendars, windows(odd), promises(count, odd))
        .withRisks(odd ? risks(count) : List.of())
        .withGrowth(odd ? List.of(new ScopeGrowth(new ProjectId("P1"), 0, 0.1, 0.4)) : List.of())
        .withCosts(
            odd ? List.of(new Rate(new PersonId("p1"), 9_050)) : List.of(),
            odd ? List.of(new CostItem(new ProjectId("P2"), "Disk", cost())) : List.of());
  }

  private List<Risk> risks(int count) {
    List<Risk> risks = new ArrayList<>();
    for (int i = 0; i < random.nextInt(6); i++) {
      List<Risk.Effect> effects = new ArrayList<>();
      for (int k = random.nextInt(4); k > 0; k--) {
        Risk.Kind kind = Risk.Kind.values()[random.nextInt(3)];
        var by =
            new Estimate.ThreePoint(minutes(9), minutes(9).plusHours(1), minutes(900).plusHours(4));
        effects.add(new Risk.Effect(new TaskId("t" + random.nextInt(count + 2)), kind, by));
      }
      Risk.Tie tie = Risk.Tie.values()[random.nextInt(2)];
      risks.add(
          new Risk(
              new RiskId("r" + random.nextInt(9)),
              "Risk " + i,
              new ProjectId("P" + random.nextInt(4)),
              random.nextInt(5) * 0.25,
              effects,
              random.nextBoolean() ? new Risk.Bond(tie, "vendor") : null,
              random.nextBoolean() ? cost() : null));
    }
    return risks;
  }

  private CostRange cost() {
    long least = random.nextInt(10_000);
    return new CostRange(least, least + random.nextInt(9), least + 10 + random.nextInt(9_999));
  }

  /// One in working hours and for ever, one out of hours, one that is only sometimes shut.
  private List<ChangeWindow> windows(boolean odd) {
    LocalDate frozen = MONDAY.plusDays(random.nextInt(30));
    var days = new DayRange(frozen, frozen.plusDays(random.nextInt(9)));
    List<ChangeWindow.Freeze> freezes =
        random.nextBoolean() ? List.of() : List.of(new ChangeWindow.Freeze("Freeze \"1\"", days));
    List<ChangeWindow.Weekly> week = new ArrayList<>();
    for (DayOfWeek day : List.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY)) {
      int from = random.nextInt(1_440);
      week.add(new ChangeWindow.Weekly(day, from, day.plus(random.nextInt(4)), 1_440));
    }
    LocalDateTime once = MONDAY.plusDays(random.nextInt(40)).atTime(random.nextInt(24), 0);
    List<TimeRange> dates = List.of(new TimeRange(once, once.plusHours(3 + random.nextInt(90))));
    return List.of(
        window("w0", week, dates, freezes, false),
        window("w1", week, List.of(), freezes, true),
        window("w2", List.of(), odd ? dates : List.of(), freezes, false));
  }

  private ChangeWindow window(
      String id,
      List<ChangeWindow.Weekly> week,
      List<TimeRange> dates,
      List<ChangeWindow.Freeze> freezes,
      boolean outOfHours) {
    Duration lead = random.nextBoolean() ? Duration.ZERO : minutes(9_000);
    return new ChangeWindow(new WindowId(id), id, week, dates, freezes, lead, outOfHours);
  }

  private List<Promise> promises(int count, boolean odd) {
    List<Promise> promises = new ArrayList<>();
    for (int i = 0; i < count; i += 5) {
      Promise.Of of =
          random.nextBoolean()
              ? new Promise.Of.ATask(new TaskId("t" + (odd ? i + 3 : i)))
              : new Promise.Of.AProject(new ProjectId("P" + random.nextInt(odd ? 4 : 3)));
      LocalDate by = MONDAY.plusDays(random.nextInt(90));
      promises.add(new Promise(of, by, random.nextBoolean(), 1 + random.nextInt(9)));
    }
    return promises;
  }

  /// A few minutes of work within windows can be placed; days of it cannot always.
  private List<WindowId> within(boolean odd) {
    return switch (random.nextInt(8)) {
      case 0 -> List.of(new WindowId("w0"));
      case 1 -> List.of(new WindowId("w1"));
      case 2 -> List.of(new WindowId("w2"), new WindowId(odd ? "w3" : "w0"));
      default -> List.of();
    };
  }

  private List<Need> needs(boolean odd) {
    return switch (random.nextInt(odd ? 6 : 8)) {
      case 0 -> List.of(new Need(new TopicId("linux"), 1, 1));
      case 1 -> List.of(new Need(new TopicId("linux"), 2, 0.5));
      case 2 -> List.of(new Need(new TopicId("postgres"), odd ? 9 : 3, 1));
      case 3 ->
          odd
              ? List.of(
                  new Need(new TopicId("linux"), 3, 1), new Need(new TopicId("postgres"), 4, 1))
              : List.of();
      default -> List.of();
    };
  }

  private CalendarId pick() {
    return new CalendarId(random.nextBoolean() ? "office" : "late shift");
  }

  private WorkCalendar calendar(String id) {
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(7) < 5) {
        int from = 60 * random.nextInt(12);
        week.put(day, List.of(new Shift(from, from + 240), new Shift(from + 300, from + 480)));
      }
    }
    week.put(DayOfWeek.WEDNESDAY, List.of(new Shift(960, 1_440)));
    Map<LocalDate, List<Shift>> exceptions = new HashMap<>();
    exceptions.put(MONDAY.plusDays(random.nextInt(30)), List.of());
    exceptions.put(MONDAY.plusDays(random.nextInt(30)), List.of(new Shift(0, 600)));
    return new WorkCalendar(new CalendarId(id), week, exceptions);
  }

  private Person person(String id, boolean odd) {
    LocalDate first = MONDAY.plusDays(random.nextInt(40));
    List<DayRange> away = List.of(new DayRange(first, first.plusDays(random.nextInt(9))));
    return new Person(
        new PersonId(id),
        odd ? "Jon, " + id : id,
        pick(),
        random.nextInt(4) == 0 ? 2 : 1,
        random.nextBoolean() ? away : List.of(),
        knows(id));
  }

  /// Everybody knows some Linux; the first two of four know PostgreSQL well.
  private List<Knows> knows(String id) {
    Knows linux = new Knows(new TopicId("linux"), 2 + random.nextInt(3));
    return id.compareTo("p1") > 0
        ? List.of(linux)
        : List.of(linux, new Knows(new TopicId("postgres"), 3 + random.nextInt(3)));
  }

  private Task task(int i, boolean odd) {
    List<Assignment> people = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      if (random.nextInt(4) == 0) {
        people.add(new Assignment(new PersonId("p" + p), random.nextInt(3) == 0 ? 0.5 : 1));
      }
    }
    return new Task(
        new TaskId("t" + i),
        odd ? "Task, " + i : "t" + i,
        work(),
        people,
        odd ? constraint() : new Constraint.AsSoonAsPossible(),
        odd ? progress() : new Progress.NotStarted(),
        random.nextInt(5) == 0 ? pick() : null,
        odd && random.nextBoolean() ? time() : null,
        people.size() > 2 ? List.of() : needs(odd),
        within(odd),
        random.nextInt(3) == 0);
  }

  private Work work() {
    Estimate estimate =
        random.nextBoolean()
            ? new Estimate.Single(minutes(3_000))
            : new Estimate.ThreePoint(
                minutes(100), minutes(100).plusMinutes(100), minutes(900).plusHours(4));
    return switch (random.nextInt(8)) {
      case 0 -> new Work.None();
      case 1 -> new Work.Elapsed(estimate);
      case 2, 3, 4 -> new Work.Effort(estimate);
      default -> new Work.Working(estimate);
    };
  }

  private Link link(TaskId from, TaskId to) {
    Link.Type type = Link.Type.values()[random.nextInt(4)];
    Duration lag = random.nextBoolean() ? Duration.ZERO : minutes(2_000).minusMinutes(1_000);
    return new Link(from, to, type, new Lag(lag, random.nextBoolean()));
  }

  private Constraint constraint() {
    return switch (random.nextInt(12)) {
      case 0 -> new Constraint.AsLateAsPossible();
      case 1 -> new Constraint.StartNotBefore(time());
      case 2 -> new Constraint.FinishNotBefore(time());
      case 3 -> new Constraint.StartNotAfter(time());
      case 4 -> new Constraint.FinishNotAfter(time());
      case 5 -> new Constraint.StartOn(time());
      case 6 -> new Constraint.FinishOn(time());
      default -> new Constraint.AsSoonAsPossible();
    };
  }

  private Progress progress() {
    return switch (random.nextInt(6)) {
      case 0 -> new Progress.Started(MONDAY.minusDays(9).atTime(8, 0), minutes(700));
      case 1 ->
          new Progress.Done(
              MONDAY.minusDays(9).atTime(8, 0), MONDAY.minusDays(random.nextInt(9)).atTime(9, 15));
      default -> new Progress.NotStarted();
    };
  }

  private LocalDateTime time() {
    return MONDAY.plusDays(random.nextInt(60)).atTime(random.nextInt(24), 0);
  }

  private Duration minutes(int most) {
    return Duration.ofMinutes(1 + random.nextInt(most));
  }
}
