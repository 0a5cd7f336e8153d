package dev.linchpin.bench;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.RiskId;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A made-up project in plain numbers, so that it can be played by two programs: minutes of work,
/// what each task waits for, who does it, what tickets take, what may happen.
///
/// @param taken minutes that tickets take from each person on a day, on average
/// @param chance of a risk on each task, 0 for none; if it happens the task takes twice as long as
///   planned, in addition
record TrueProject(
    int people,
    int[] minutes,
    List<List<Integer>> before,
    List<List<Integer>> who,
    int[] taken,
    double[] chance) {
  static final ProjectId ID = new ProjectId("P");
  static final double LEVEL_CV = 0.2;
  static final double WEEKLY_CV = 0.41;
  static final double PERSISTENCE = 0.55;
  static final double COMMON = 0.5;

  /// The project of a number: 8 to 60 tasks, 2 to 6 people.
  static TrueProject of(long number) {
    SplittableRandom random = new SplittableRandom(number);
    int tasks = 8 + random.nextInt(53);
    int people = 2 + random.nextInt(5);
    int[] minutes = new int[tasks];
    double[] chance = new double[tasks];
    List<List<Integer>> before = new ArrayList<>();
    List<List<Integer>> who = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      double hours = Math.clamp(Math.exp(0.8 * random.nextGaussian() + 2.5), 1, 80);
      minutes[i] = (int) Math.round(60 * hours);
      chance[i] = random.nextInt(10) == 0 ? 0.1 + 0.4 * random.nextDouble() : 0;
      before.add(someOf(random, random.nextInt(3), i));
      who.add(someOf(random, random.nextInt(5) == 0 ? 2 : 1, people));
    }
    int[] taken =
        IntStream.range(0, people)
            .map(_ -> random.nextInt(2) * (60 + random.nextInt(120)))
            .toArray();
    return new TrueProject(people, minutes, before, who, taken, chance);
  }

  private static List<Integer> someOf(SplittableRandom random, int wanted, int below) {
    TreeSet<Integer> some = new TreeSet<>();
    for (int k = 0; k < wanted && below > 0; k++) {
      some.add(random.nextInt(below));
    }
    return List.copyOf(some);
  }

  Plan plan() {
    CalendarId office = new CalendarId("office");
    Map<DayOfWeek, List<Shift>> week = new HashMap<>();
    for (DayOfWeek day : List.of(DayOfWeek.values()).subList(0, 5)) {
      week.put(day, List.of(new Shift(480, 720), new Shift(780, 1_020)));
    }
    List<Task> tasks = IntStream.range(0, minutes.length).mapToObj(this::task).toList();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < minutes.length; i++) {
      int to = i;
      before.get(i).forEach(from -> links.add(Link.finishToStart(task(from).id(), task(to).id())));
    }
    return new Plan(
            List.of(new Project(ID, "Project", PeoplePlan.START, office, tasks)),
            links,
            IntStream.range(0, people).mapToObj(p -> Person.of(id(p), "Person", office)).toList(),
            List.of(new WorkCalendar(office, week, Map.of())))
        .withRisks(
            IntStream.range(0, minutes.length)
                .filter(i -> chance[i] > 0)
                .mapToObj(this::risk)
                .toList());
  }

  Interruptions interruptions() {
    Map<PersonId, Interruptions.Load> loads = new HashMap<>();
    for (int p = 0; p < people; p++) {
      Duration day = Duration.ofMinutes(taken[p]);
      List<Duration> byWeekday = List.of(day, day, day, day, day, Duration.ZERO, Duration.ZERO);
      loads.put(id(p), new Interruptions.Load(byWeekday, LEVEL_CV, WEEKLY_CV, PERSISTENCE));
    }
    return new Interruptions(loads, COMMON);
  }

  private Task task(int i) {
    return Task.of(
        new TaskId("t" + i),
        "Task",
        new Work.Working(new Estimate.Single(Duration.ofMinutes(minutes[i]))),
        who.get(i).stream().map(p -> new Assignment(id(p), 1)).toList());
  }

  private Risk risk(int i) {
    Duration twice = Duration.ofMinutes(2L * minutes[i]);
    var by = new Estimate.ThreePoint(twice, twice, twice);
    List<Risk.Effect> effects =
        List.of(new Risk.Effect(new TaskId("t" + i), Risk.Kind.MORE_WORK, by));
    return new Risk(new RiskId("r" + i), "Risk", ID, chance[i], effects, null, null);
  }

  private static PersonId id(int person) {
    return new PersonId("p" + person);
  }
}
