package dev.linchpin.bench;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// A made-up plan of the kind IT departments have: each task needs one or two named people and
/// waits for one to three tasks shortly before it. Same numbers, same plan.
///
/// The tasks are dealt to the projects in runs, so that links stay mostly within a project.
record PeoplePlan(int tasks, int people, int projects) {
  static final LocalDateTime START = LocalDateTime.of(2027, 1, 11, 0, 0);
  private static final CalendarId OFFICE = new CalendarId("office");
  private static final List<Shift> OFFICE_DAY = List.of(new Shift(480, 720), new Shift(780, 1_020));

  /// Everybody loses two of eight hours, with the swings measured on a real help desk.
  Interruptions interruptions() {
    Duration none = Duration.ZERO;
    Duration two = Duration.ofHours(2);
    var load =
        new Interruptions.Load(List.of(two, two, two, two, two, none, none), 0.2, 0.41, 0.55);
    Map<PersonId, Interruptions.Load> loads = new HashMap<>();
    IntStream.range(0, people).forEach(p -> loads.put(person(p), load));
    return new Interruptions(loads, 0.5);
  }

  Plan plan() {
    Random random = new Random(tasks);
    List<List<Task>> work = new ArrayList<>();
    IntStream.range(0, projects).forEach(_ -> work.add(new ArrayList<>()));
    List<Link> links = new ArrayList<>();
    for (int j = 0; j < tasks; j++) {
      for (int before : predecessors(random, j)) {
        links.add(Link.finishToStart(task(before), task(j)));
      }
      work.get((int) ((long) j * projects / tasks)).add(task(random, j));
    }
    return new Plan(
        IntStream.range(0, projects).mapToObj(k -> project(k, work.get(k))).toList(),
        links,
        IntStream.range(0, people).mapToObj(PeoplePlan::employee).toList(),
        List.of(office()));
  }

  /// The same plan of people who never sleep and are never away.
  static Plan aroundTheClock(Plan plan) {
    Map<DayOfWeek, List<Shift>> week = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(new Shift(0, 1_440)));
    }
    return plan.withCalendars(List.of(new WorkCalendar(OFFICE, week, Map.of())))
        .withPeople(
            plan.people().stream().map(it -> Person.of(it.id(), it.name(), OFFICE)).toList());
  }

  private Set<Integer> predecessors(Random random, int j) {
    Set<Integer> before = new LinkedHashSet<>();
    if (j >= people / 2) {
      int window = Math.max(6, tasks / 12);
      int wanted = 1 + (random.nextDouble() < 0.5 ? 1 : 0) + (random.nextDouble() < 0.15 ? 1 : 0);
      for (int i = 0; i < wanted && j > 0; i++) {
        before.add(j - 1 - random.nextInt(Math.min(j, window)));
      }
    }
    return before;
  }

  private Task task(Random random, int j) {
    Set<Integer> who = new LinkedHashSet<>();
    who.add(random.nextInt(people));
    if (random.nextDouble() < 0.2) {
      who.add(random.nextInt(people));
    }
    double days = Math.clamp(Math.exp(0.8 * random.nextGaussian() + 1.1), 0.5, 15);
    long hours = Math.max(1, Math.round(8 * (float) days));
    return Task.of(
        task(j),
        "Task " + j,
        new Work.Working(new Estimate.Single(Duration.ofHours(hours))),
        who.stream().map(p -> new Assignment(person(p), 1)).toList());
  }

  private static Project project(int k, List<Task> tasks) {
    return new Project(new ProjectId("project-" + k), "Project " + k, START, OFFICE, tasks);
  }

  private static Person employee(int p) {
    LocalDate leave = START.toLocalDate().plusWeeks(10 + p % 20);
    DayRange away = new DayRange(leave, leave.plusDays(13));
    return new Person(person(p), "Person " + p, OFFICE, 1, List.of(away));
  }

  private static WorkCalendar office() {
    Map<DayOfWeek, List<Shift>> week = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
        week.put(day, OFFICE_DAY);
      }
    }
    return new WorkCalendar(OFFICE, week, Map.of());
  }

  private static TaskId task(int j) {
    return new TaskId("task-" + j);
  }

  private static PersonId person(int p) {
    return new PersonId("person-" + p);
  }
}
