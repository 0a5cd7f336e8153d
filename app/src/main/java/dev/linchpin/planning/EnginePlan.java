package dev.linchpin.planning;

import dev.linchpin.directory.Crew;
import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.Absence;
import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.Knows;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.PlannedTask.Kind;
import dev.linchpin.planning.ProjectPlan.Outsider;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/*
 * All running projects go to the engine as one plan, because they want the same people; the
 * engine's ids are our refs ("NET", "NET-12") and the directory's person ids, so whatever comes
 * back needs no translation. Somebody outside is "NET/name": the same name in two plans is two
 * people.
 */
/// The plans of projects as the engine takes them.
final class EnginePlan {
  private static final LocalDateTime NO_START = LocalDate.EPOCH.atStartOfDay();

  private final Map<PersonId, List<Knows>> knows;
  private final Absence absence;
  private final Crew crew;
  private final WorkCalendar usual;

  /// @param absence that nobody plans, of everybody in the directory
  EnginePlan(Map<PersonId, List<Knows>> knows, Absence absence, Crew crew, WorkCalendar usual) {
    this.knows = knows;
    this.absence = absence;
    this.crew = crew;
    this.usual = usual;
  }

  Plan of(Map<Project, ProjectPlan> planned, List<ChangeWindow> windows, List<Promise> promises) {
    var all = new ArrayList<dev.linchpin.forecast.Project>();
    var links = new ArrayList<Link>();
    var everybody = new ArrayList<Person>();
    crew.people().forEach(person -> everybody.add(knowing(person)));
    var calendars = new LinkedHashMap<CalendarId, WorkCalendar>();
    crew.calendars().forEach(calendar -> calendars.put(calendar.id(), calendar));
    calendars.put(usual.id(), usual);
    planned.forEach((project, plan) -> {
      CalendarId own = own(plan.calendar(), project.ref(), usual.id(), calendars);
      all.add(project(project, plan, own, calendars));
      plan.links().forEach(link -> links.add(link(project.key(), link)));
      plan.outsiders()
          .forEach(outsider -> everybody.add(person(project, outsider, own, calendars)));
    });
    return new Plan(all, links, everybody, List.copyOf(calendars.values()), windows, promises);
  }

  private Person knowing(Person person) {
    List<Knows> known = knows.get(new PersonId(UUID.fromString(person.id().value())));
    return (known == null ? person : person.with(known)).with(absence);
  }

  private static dev.linchpin.forecast.Project project(
      Project project, ProjectPlan plan, CalendarId own, Map<CalendarId, WorkCalendar> calendars) {
    Map<Integer, List<Assignment>> who = new HashMap<>();
    for (PlannedAssignment assignment : plan.assignments()) {
      who.computeIfAbsent(assignment.task(), _ -> new ArrayList<>())
          .add(new Assignment(worker(project, assignment.who()), assignment.share()));
    }
    List<Task> tasks =
        plan.tasks().stream()
            .filter(task -> task.kind() != Kind.SUMMARY)
            .sorted(Comparator.comparingInt(task -> -task.urgency()))
            .map(task -> task(task, who.getOrDefault(task.number(), List.of()), calendars))
            .toList();
    return new dev.linchpin.forecast.Project(
        new ProjectId(project.ref()),
        project.name(),
        plan.start() == null ? NO_START : plan.start(),
        own,
        tasks);
  }

  private static Task task(
      PlannedTask task, List<Assignment> who, Map<CalendarId, WorkCalendar> calendars) {
    String ref = task.ref().toString();
    WorkCalendar calendar = task.calendar();
    return new Task(
        new TaskId(ref),
        task.name(),
        task.work(),
        who,
        task.constraint(),
        task.progress(),
        calendar == null ? null : own(calendar, ref, calendar.id(), calendars),
        task.deadline(),
        task.conditions().needs(),
        task.conditions().within(),
        task.conditions().splittable());
  }

  private static Person person(
      Project project, Outsider outsider, CalendarId usual, Map<CalendarId, WorkCalendar> all) {
    var id = worker(project, new Worker.Outside(outsider.name()));
    return new Person(
        id,
        outsider.name(),
        own(outsider.calendar(), id.value(), usual, all),
        outsider.capacity(),
        outsider.away());
  }

  private static dev.linchpin.forecast.PersonId worker(Project project, Worker worker) {
    return new dev.linchpin.forecast.PersonId(
        switch (worker) {
          case Worker.Known(PersonId person) -> person.toString();
          case Worker.Outside(String name) -> project.ref() + "/" + name;
        });
  }

  private static Link link(ProjectKey project, ProjectPlan.PlannedLink link) {
    return new Link(
        new TaskId(new TaskRef(project, link.from()).toString()),
        new TaskId(new TaskRef(project, link.to()).toString()),
        link.type(),
        link.lag());
  }

  /// The id of a calendar of its own, which is added, or the usual one where there is none.
  private static CalendarId own(
      @Nullable WorkCalendar calendar,
      String owner,
      CalendarId usual,
      Map<CalendarId, WorkCalendar> all) {
    if (calendar == null) {
      return usual;
    }
    var id = new CalendarId("of " + owner);
    all.put(id, new WorkCalendar(id, calendar.week(), calendar.exceptions()));
    return id;
  }
}
