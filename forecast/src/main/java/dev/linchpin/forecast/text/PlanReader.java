package dev.linchpin.forecast.text;

import dev.linchpin.forecast.Absence;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Knows;
import dev.linchpin.forecast.Lag;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.TopicId;
import dev.linchpin.forecast.WorkCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Reads a plan line by line. Two forms: `start` makes a project, a calendar and the people it
/// needs by itself; without it, everything is said.
final class PlanReader {
  /// Lines beyond this are no plan that a person wrote.
  static final int LINES = 1_000_000;

  static final CalendarId USUAL = new CalendarId("usual");
  private static final List<String> WEEKDAYS =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /// A project whose tasks are still being read.
  private record OpenProject(
      ProjectId id, String name, LocalDateTime from, CalendarId calendar, List<Task> tasks) {}

  private final List<OpenProject> projects = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final List<WorkCalendar> calendars = new ArrayList<>();
  private final Map<Integer, Map<LocalDate, List<Shift>>> exceptions = new HashMap<>();
  private final RuleReader rules = new RuleReader();
  private final RiskReader risks = new RiskReader(this::lastProject);
  private boolean simple;

  Plan read(String text) {
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      try {
        if (number > LINES) {
          throw new IllegalArgumentException("A plan has at most " + LINES + " lines.");
        }
        read(new Line(line));
      } catch (IllegalArgumentException | ArithmeticException | DateTimeException no) {
        throw new PlanTextException(number, String.valueOf(no.getMessage()));
      }
    }
    return new Plan(
        projects.stream()
            .map(it -> new Project(it.id(), it.name(), it.from(), it.calendar(), it.tasks()))
            .toList(),
        links,
        simple ? peopleAsTheyCame() : people,
        IntStream.range(0, calendars.size()).mapToObj(this::calendar).toList(),
        rules.windows(),
        rules.promises(),
        risks.risks(),
        risks.growth(),
        risks.rates(),
        risks.items());
  }

  private WorkCalendar calendar(int i) {
    WorkCalendar it = calendars.get(i);
    return new WorkCalendar(it.id(), it.week(), exceptions.getOrDefault(i, Map.of()));
  }

  private void read(Line line) {
    if (line.isDone()) {
      return;
    }
    if (line.skip("start")) {
      readStart(line);
    } else if (line.skip("calendar")) {
      readCalendar(line);
    } else if (line.skip("day")) {
      LocalDate day = LocalDate.parse(line.take("a date"));
      readException(day, readShifts(line));
    } else if (line.skip("holiday")) {
      readException(LocalDate.parse(line.take("a date")), List.of());
    } else if (line.skip("person")) {
      readPerson(line);
    } else if (line.skip("project")) {
      readProject(line);
    } else if (line.skip("window")) {
      rules.readWindow(line);
    } else if (line.skip("freeze")) {
      rules.readFreeze(line);
    } else if (line.skip("promise")) {
      rules.readPromise(line);
    } else if (!risks.read(line)) {
      readWork(line);
    }
    if (!line.isDone()) {
      throw new IllegalArgumentException("\"" + line.peek() + "\" is not expected here.");
    }
  }

  private void readWork(Line line) {
    if (line.skip("link")) {
      TaskId from = new TaskId(line.take("the task to wait for"));
      readLink(line, from, new TaskId(line.take("the task that waits")));
    } else {
      new TaskReader(line, this).read();
    }
  }

  private ProjectId lastProject() {
    if (projects.isEmpty()) {
      throw new IllegalArgumentException("Say of which project: of NET.");
    }
    return projects.getLast().id();
  }

  void addTask(Task task) {
    if (projects.isEmpty()) {
      throw new IllegalArgumentException(
          "A task needs a project. Begin with \"start 2027-01-11\" or \"project …\".");
    }
    projects.getLast().tasks().add(task);
  }

  void readLink(Line line, TaskId from, TaskId to) {
    Link.Type type = Link.Type.FINISH_TO_START;
    for (Link.Type each : Link.Type.values()) {
      type = line.skip(word(each)) ? each : type;
    }
    Lag lag = Lag.NONE;
    if (line.hasPlain()) {
      String time = line.take("a lag");
      boolean elapsed = line.skip("elapsed");
      lag = new Lag(Amounts.duration(time, elapsed), elapsed);
    }
    links.add(new Link(from, to, type, lag));
  }

  /// `finish-start` and so on.
  static String word(Link.Type type) {
    return switch (type) {
      case FINISH_TO_START -> "finish-start";
      case START_TO_START -> "start-start";
      case FINISH_TO_FINISH -> "finish-finish";
      case START_TO_FINISH -> "start-finish";
    };
  }

  private void readStart(Line line) {
    String word = line.take("a date");
    int weekday = WEEKDAYS.indexOf(word);
    LocalDateTime from = Amounts.time(weekday < 0 ? word : line.take("a date"));
    if (weekday >= 0 && from.getDayOfWeek().ordinal() != weekday) {
      throw new IllegalArgumentException(
          from.toLocalDate() + " is a " + WEEKDAYS.get(from.getDayOfWeek().ordinal()) + ".");
    }
    simple = true;
    if (calendars.isEmpty()) {
      Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : List.of(DayOfWeek.values()).subList(0, 5)) {
        week.put(day, List.of(new Shift(480, 720), new Shift(780, 1_020)));
      }
      calendars.add(new WorkCalendar(USUAL, week, Map.of()));
    }
    projects.add(
        new OpenProject(
            new ProjectId("plan"), "Plan", from, calendars.getFirst().id(), new ArrayList<>()));
  }

  private void readCalendar(Line line) {
    CalendarId id = new CalendarId(line.take("a name"));
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    while (!line.isDone()) {
      String[] ends = line.take("a weekday").split("-", -1);
      int first = weekday(ends[0]);
      int last = weekday(ends[ends.length - 1]);
      List<Shift> shifts = readShifts(line);
      for (int day = first; day <= last; day++) {
        week.put(DayOfWeek.of(day + 1), shifts);
      }
      if (!line.isDone() && !line.skip(",")) {
        break;
      }
    }
    calendars.add(new WorkCalendar(id, week, Map.of()));
  }

  static int weekday(String word) {
    int weekday = WEEKDAYS.indexOf(word);
    if (weekday < 0) {
      throw new IllegalArgumentException("\"" + word + "\" is no weekday. Write Mon to Sun.");
    }
    return weekday;
  }

  private static List<Shift> readShifts(Line line) {
    List<Shift> shifts = new ArrayList<>();
    if (!line.skip("free")) {
      while (line.hasPlain()) {
        shifts.add(Amounts.shift(line.take("a shift")));
      }
    }
    return shifts;
  }

  private void readException(LocalDate day, List<Shift> shifts) {
    if (calendars.isEmpty()) {
      throw new IllegalArgumentException("A day that differs needs a calendar above it.");
    }
    exceptions.computeIfAbsent(calendars.size() - 1, _ -> new HashMap<>()).put(day, shifts);
  }

  private void readPerson(Line line) {
    String id = line.take("a name");
    String name = line.isQuoted() ? line.take("a name") : id;
    CalendarId calendar =
        line.skip("on")
            ? new CalendarId(line.take("a calendar"))
            : calendars.isEmpty() ? USUAL : calendars.getFirst().id();
    double capacity = line.skip("capacity") ? Double.parseDouble(line.take("a number")) : 1;
    List<Knows> knows = new ArrayList<>();
    if (line.skip("knows")) {
      do {
        TopicId topic = new TopicId(line.take("a topic"));
        knows.add(new Knows(topic, Integer.parseInt(line.take("a level"))));
      } while (line.skip(","));
    }
    List<DayRange> away = new ArrayList<>();
    if (line.skip("away")) {
      do {
        away.add(Amounts.days(line.take("a day or days")));
      } while (line.skip(","));
    }
    people.add(
        new Person(new PersonId(id), name, calendar, capacity, away, knows, readAbsence(line)));
  }

  /// `absent usual`, or `absent 0.5 a year 20d`.
  private static Absence readAbsence(Line line) {
    if (!line.skip("absent")) {
      return Absence.NONE;
    }
    if (line.skip("usual")) {
      return Absence.USUAL;
    }
    double times = Double.parseDouble(line.take("how often"));
    if (!line.skip("a") || !line.skip("year")) {
      throw new IllegalArgumentException("Say how often and how long: absent 1.2 a year 10d.");
    }
    return new Absence(times, Amounts.duration(line.take("how long"), true));
  }

  private void readProject(Line line) {
    String id = line.take("a key");
    String name = line.isQuoted() ? line.take("a name") : id;
    LocalDateTime from =
        line.skip("from")
            ? Amounts.time(line.take("a date"))
            : projects.isEmpty() ? missingStart() : projects.getLast().from();
    CalendarId calendar =
        line.skip("on")
            ? new CalendarId(line.take("a calendar"))
            : calendars.isEmpty() ? USUAL : calendars.getFirst().id();
    projects.add(new OpenProject(new ProjectId(id), name, from, calendar, new ArrayList<>()));
  }

  private static LocalDateTime missingStart() {
    throw new IllegalArgumentException("A project needs a first day: from 2027-01-11.");
  }

  /// Those that were described, then those that tasks name, all on the first calendar.
  private List<Person> peopleAsTheyCame() {
    Map<PersonId, Person> all = new LinkedHashMap<>();
    people.forEach(person -> all.putIfAbsent(person.id(), person));
    for (OpenProject project : projects) {
      for (Task task : project.tasks()) {
        task.people()
            .forEach(it ->
                all.computeIfAbsent(
                    it.person(), id -> Person.of(id, id.value(), calendars.getFirst().id())));
      }
    }
    return List.copyOf(all.values());
  }
}
