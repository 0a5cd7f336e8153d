package dev.linchpin.planning;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.PlannedTask.Kind;
import dev.linchpin.planning.ProjectPlan.Outsider;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import dev.linchpin.planning.planfile.Converted;
import dev.linchpin.planning.planfile.PlanFile;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/*
 * The lines stay as in the file; what is planned comes from the conversion, so that the forecast
 * rests on exactly what the report compared. The marks it sets for summaries become lines that
 * pages do not show.
 */
/// Makes a project's plan from a plan file.
final class FilePlan {
  private final ProjectKey key;
  private final PlanFile file;
  private final Converted converted;
  private final Map<String, Worker> workers;
  private final TaskNumbers numbers;
  private final Map<CalendarId, WorkCalendar> calendars = new HashMap<>();
  private final Map<TaskId, Task> tasks = new HashMap<>();
  private final Map<TaskId, Integer> numberOf = new LinkedHashMap<>();

  /// @param workers by resource id; a resource that is missing does nothing
  private FilePlan(
      ProjectKey key, PlanFile file, Map<String, Worker> workers, TaskNumbers numbers) {
    this.key = key;
    this.file = file;
    this.converted = Converted.of(file, new ProjectId(key.value()));
    this.workers = workers;
    this.numbers = numbers;
    converted.plan().calendars().forEach(calendar -> calendars.put(calendar.id(), calendar));
    converted.plan().tasks().forEach(task -> tasks.put(task.id(), task));
  }

  static ProjectPlan of(
      ProjectKey key, PlanFile file, Map<String, Worker> workers, TaskNumbers numbers) {
    return new FilePlan(key, file, workers, numbers).plan();
  }

  private ProjectPlan plan() {
    List<PlannedTask> lines = lines();
    String calendar = file.calendar();
    return new ProjectPlan(
        key,
        file.start(),
        calendar == null ? null : calendars.get(new CalendarId(calendar)),
        lines,
        links(),
        assignments(),
        outsiders());
  }

  private List<PlannedTask> lines() {
    var lines = new ArrayList<PlannedTask>();
    for (Item item : file.items()) {
      boolean summary = item.kind() == PlanFile.Kind.SUMMARY;
      Task task = tasks.get(new TaskId(item.id()));
      if (summary && !item.marks().contains(PlanFile.Mark.INACTIVE)) {
        lines.add(line(item, PlannedTask.summary(key, number(item), item.name())));
      } else if (task != null) {
        lines.add(line(item, leaf(item, task)));
      }
    }
    for (Task task : converted.plan().tasks()) {
      if (Converted.isBoundary(task.id())) {
        lines.add(boundary(task));
      }
    }
    return lines;
  }

  private int number(Item item) {
    return numberOf.computeIfAbsent(new TaskId(item.id()), _ -> numbers.of(item.id(), item.name()));
  }

  private PlannedTask leaf(Item item, Task task) {
    boolean milestone = item.kind() == PlanFile.Kind.MILESTONE && task.work() instanceof Work.None;
    return planned(task, number(item), milestone ? Kind.MILESTONE : Kind.TASK);
  }

  private PlannedTask boundary(Task task) {
    Item summary = converted.items().get(task.id());
    int number = numbers.of(task.id().value(), task.name());
    numberOf.put(task.id(), number);
    PlannedTask line = planned(task, number, Kind.BOUNDARY);
    return summary == null ? line : line.under(number(summary));
  }

  private PlannedTask planned(Task task, int number, Kind kind) {
    CalendarId calendar = task.calendar();
    return new PlannedTask(
        key,
        number,
        null,
        Integer.toString(number),
        task.name().isBlank() ? "(no name)" : task.name(),
        kind,
        PlannedTask.USUAL_URGENCY,
        task.work(),
        task.constraint(),
        task.deadline(),
        calendar == null ? null : calendars.get(calendar),
        task.progress(),
        task.id().value(),
        Conditions.NONE,
        1);
  }

  /// What only the file knows about the line.
  private PlannedTask line(Item item, PlannedTask task) {
    return new PlannedTask(
        key,
        task.number(),
        parent(item),
        item.wbs() == null || item.wbs().isBlank() ? Integer.toString(item.number()) : item.wbs(),
        task.name(),
        task.kind(),
        Math.clamp(item.priority(), 0, 1000),
        task.work(),
        task.constraint(),
        task.deadline(),
        task.calendar(),
        task.progress(),
        item.id(),
        Conditions.NONE,
        1);
  }

  private @Nullable Integer parent(Item item) {
    return item.parent() == null ? null : numberOf.get(new TaskId(item.parent()));
  }

  private List<PlannedLink> links() {
    var links = new ArrayList<PlannedLink>();
    for (var link : converted.plan().links()) {
      Integer from = numberOf.get(link.from());
      Integer to = numberOf.get(link.to());
      if (from != null && to != null) {
        links.add(new PlannedLink(from, to, link.type(), link.lag()));
      }
    }
    return links;
  }

  private List<PlannedAssignment> assignments() {
    var shares = new LinkedHashMap<Map.Entry<Integer, Worker>, Double>();
    for (Task task : converted.plan().tasks()) {
      Integer number = numberOf.get(task.id());
      for (Assignment assignment : task.people()) {
        Worker worker = workers.get(assignment.person().value());
        if (worker != null && number != null) {
          shares.merge(Map.entry(number, worker), assignment.share(), Double::sum);
        }
      }
    }
    return shares.entrySet().stream()
        .map(entry ->
            new PlannedAssignment(
                entry.getKey().getKey(), entry.getKey().getValue(), entry.getValue()))
        .toList();
  }

  private List<Outsider> outsiders() {
    return FilePeople.of(file).stream().map(this::outsider).flatMap(Optional::stream).toList();
  }

  private Optional<Outsider> outsider(Resource resource) {
    if (!(workers.get(resource.id()) instanceof Worker.Outside(String name))) {
      return Optional.empty();
    }
    String calendar = resource.calendar();
    return Optional.of(
        new Outsider(
            name,
            resource.units() > 0 ? resource.units() : 1,
            calendar == null ? null : calendars.get(new CalendarId(calendar)),
            resource.away()));
  }
}
