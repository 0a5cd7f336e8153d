package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Mark;
import dev.linchpin.planning.planfile.PlanFile.ResourceKind;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A plan file as the engine takes it: one project, its people and calendars.
///
/// @param plan task ids are item ids; [#isBoundary] tells the marks set for summaries
/// @param findings what was lost while reading and while converting
/// @param items the item behind each task; a boundary stands for its summary
public record Converted(Plan plan, List<Finding> findings, Map<TaskId, Item> items) {
  /// Working time where a file has none: Monday to Friday, 8 to 12 and 13 to 17.
  public static final WorkCalendar USUAL_WEEK = usualWeek();

  public Converted {
    findings = List.copyOf(findings);
    items = Map.copyOf(items);
  }

  /// Whether a task is no line of the file but the start or end of a summary, which takes no time
  /// and carries the summary's links, constraint and deadline. Pages hide these.
  public static boolean isBoundary(TaskId task) {
    return SummaryBoundaries.isBoundary(task);
  }

  /// Converts the file; what it cannot represent becomes a finding.
  public static Converted of(PlanFile file, ProjectId id) {
    List<WorkCalendar> calendars = calendars(file);
    WorkCalendar main =
        calendars.stream()
            .filter(calendar -> calendar.id().value().equals(file.calendar()))
            .findFirst()
            .orElse(USUAL_WEEK);
    List<Item> active = file.items().stream().filter(item -> !item.is(Mark.INACTIVE)).toList();
    var taskOf = new ItemTasks(file, main);
    var tasks = new LinkedHashMap<TaskId, Task>();
    for (Item item : byPriority(active)) {
      Task task = taskOf.task(item);
      tasks.put(task.id(), task);
    }
    var summaries = new SummaryBoundaries(active, tasks, file.relations());
    List<Task> all = new ArrayList<>(tasks.values());
    all.addAll(summaries.tasks());
    var project = new Project(id, file.name(), file.start(), main.id(), all);
    var findings = new ArrayList<>(file.lost());
    findings.addAll(taskOf.findings());
    findings.addAll(summaries.findings());
    return new Converted(
        new Plan(List.of(project), summaries.links(), people(file, main), calendars),
        findings,
        items(active, all));
  }

  /// Where two tasks want the same person, the one listed first goes first.
  private static List<Item> byPriority(List<Item> active) {
    return active.stream()
        .filter(item -> item.kind() != PlanFile.Kind.SUMMARY)
        .sorted(Comparator.comparingInt(item -> -item.priority()))
        .toList();
  }

  private static Map<TaskId, Item> items(List<Item> active, List<Task> tasks) {
    var byId = new LinkedHashMap<String, Item>();
    active.forEach(item -> byId.put(item.id(), item));
    var items = new LinkedHashMap<TaskId, Item>();
    for (Task task : tasks) {
      Item item = byId.get(SummaryBoundaries.itemOf(task.id()));
      if (item != null) {
        items.put(task.id(), item);
      }
    }
    return items;
  }

  private static List<WorkCalendar> calendars(PlanFile file) {
    var calendars = new ArrayList<WorkCalendar>();
    for (PlanFile.Calendar read : file.calendars()) {
      calendars.add(new WorkCalendar(new CalendarId(read.id()), read.week(), read.exceptions()));
    }
    calendars.add(USUAL_WEEK);
    return calendars;
  }

  private static List<Person> people(PlanFile file, WorkCalendar main) {
    return file.resources().stream()
        .filter(resource -> resource.kind() == ResourceKind.WORK)
        .map(resource ->
            new Person(
                new PersonId(resource.id()),
                resource.name(),
                resource.calendar() == null ? main.id() : new CalendarId(resource.calendar()),
                resource.units() > 0 ? resource.units() : 1,
                resource.away()))
        .toList();
  }

  private static WorkCalendar usualWeek() {
    List<Shift> day = List.of(new Shift(8 * 60, 12 * 60), new Shift(13 * 60, 17 * 60));
    var week = new LinkedHashMap<DayOfWeek, List<Shift>>();
    for (DayOfWeek weekday : DayOfWeek.values()) {
      if (weekday.compareTo(DayOfWeek.SATURDAY) < 0) {
        week.put(weekday, day);
      }
    }
    return new WorkCalendar(new CalendarId("usual"), week, Map.of());
  }
}
