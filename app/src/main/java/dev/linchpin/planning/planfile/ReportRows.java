package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Lag;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.planfile.ImportReport.Row;
import dev.linchpin.planning.planfile.ImportReport.Side;
import dev.linchpin.planning.planfile.ImportReport.Verdict;
import dev.linchpin.planning.planfile.PlanFile.Assigned;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Kind;
import dev.linchpin.planning.planfile.PlanFile.Mark;
import dev.linchpin.planning.planfile.PlanFile.Relation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The lines of an [ImportReport].
final class ReportRows {
  private static final Map<Link.Type, String> TYPES =
      Map.of(
          Link.Type.FINISH_TO_START, "",
          Link.Type.START_TO_START, "SS",
          Link.Type.FINISH_TO_FINISH, "FF",
          Link.Type.START_TO_FINISH, "SF");

  private final PlanFile file;
  private final Schedule schedule;
  private final WorkCalendar calendar;
  private final Map<String, Item> items = new HashMap<>();
  private final Map<TaskId, Task> tasks = new HashMap<>();
  private final Map<String, String> calendarNames = new HashMap<>();
  private final Map<String, String> resourceNames = new HashMap<>();
  private final Map<PersonId, String> peopleNames;
  private final Map<String, List<Relation>> relationsTo;
  private final Map<TaskId, List<Link>> linksTo;
  private final Map<String, LocalDateTime> firstBelow = new HashMap<>();
  private final Map<String, LocalDateTime> lastBelow = new HashMap<>();

  ReportRows(PlanFile file, Converted converted, Schedule schedule) {
    Plan plan = converted.plan();
    this.file = file;
    this.schedule = schedule;
    this.calendar = calendar(plan);
    file.items().forEach(item -> items.put(item.id(), item));
    plan.tasks().forEach(task -> tasks.put(task.id(), task));
    file.calendars().forEach(one -> calendarNames.put(one.id(), one.name()));
    file.resources().forEach(one -> resourceNames.put(one.id(), one.name()));
    peopleNames =
        plan.people().stream().collect(Collectors.toMap(Person::id, Person::name, (a, b) -> a));
    relationsTo = file.relations().stream().collect(Collectors.groupingBy(Relation::to));
    linksTo = plan.links().stream().collect(Collectors.groupingBy(Link::to));
    spanSummaries();
  }

  List<Row> all() {
    return file.items().stream().map(this::row).toList();
  }

  private static WorkCalendar calendar(Plan plan) {
    CalendarId main = plan.projects().getFirst().calendar();
    return plan.calendars().stream()
        .filter(calendar -> calendar.id().equals(main))
        .findFirst()
        .orElse(Converted.USUAL_WEEK);
  }

  /// A summary spans what is placed below it.
  private void spanSummaries() {
    for (Item item : file.items()) {
      Placed placed = schedule.tasks().get(new TaskId(item.id()));
      if (placed != null) {
        for (Item up = parent(item); up != null; up = parent(up)) {
          firstBelow.merge(up.id(), placed.start(), (a, b) -> a.isBefore(b) ? a : b);
          lastBelow.merge(up.id(), placed.finish(), (a, b) -> a.isAfter(b) ? a : b);
        }
      }
    }
  }

  private @Nullable Item parent(Item item) {
    return item.parent() == null ? null : items.get(item.parent());
  }

  private Row row(Item item) {
    Side plan = planSide(item);
    Verdict verdict = verdict(item, plan);
    int workdays =
        plan == null || verdict == Verdict.NO_DATES
            ? 0
            : workdays(item.planned().finish(), plan.finish());
    return new Row(
        item.id(),
        item.number(),
        item.level(),
        item.name(),
        item.kind(),
        fileSide(item),
        plan,
        verdict,
        workdays,
        reason(item, verdict, workdays));
  }

  private Side fileSide(Item item) {
    return new Side(
        item.planned().start(),
        item.planned().finish(),
        item.duration() == null ? "" : item.duration().shown(),
        relationsTo.getOrDefault(item.id(), List.of()).stream()
            .map(this::shown)
            .collect(Collectors.joining(", ")),
        name(item.calendar()),
        item.assignments().stream()
            .filter(assigned -> assigned.resource() != null)
            .map(this::shown)
            .collect(Collectors.joining(", ")));
  }

  private @Nullable Side planSide(Item item) {
    if (item.kind() == Kind.SUMMARY) {
      return firstBelow.containsKey(item.id())
          ? new Side(firstBelow.get(item.id()), lastBelow.get(item.id()), "", "", "", "")
          : null;
    }
    TaskId id = new TaskId(item.id());
    Task task = tasks.get(id);
    Placed placed = schedule.tasks().get(id);
    if (task == null || placed == null) {
      return null;
    }
    return new Side(
        placed.start(),
        placed.finish(),
        duration(item, task.work()),
        linksTo.getOrDefault(id, List.of()).stream()
            .map(this::shown)
            .collect(Collectors.joining(", ")),
        task.calendar() == null ? "" : name(task.calendar().value()),
        task.people().stream().map(this::shown).collect(Collectors.joining(", ")));
  }

  private static Verdict verdict(Item item, @Nullable Side plan) {
    if (plan == null || plan.start() == null || plan.finish() == null) {
      return Verdict.NOT_PLACED;
    }
    LocalDateTime start = item.planned().start();
    LocalDateTime finish = item.planned().finish();
    if (start == null || finish == null) {
      return Verdict.NO_DATES;
    }
    int order = finish.toLocalDate().compareTo(plan.finish().toLocalDate());
    int startOrder = start.toLocalDate().compareTo(plan.start().toLocalDate());
    int moved = order == 0 ? startOrder : order;
    return moved == 0 ? Verdict.SAME_DAYS : moved > 0 ? Verdict.EARLIER : Verdict.LATER;
  }

  private String reason(Item item, Verdict verdict, int workdays) {
    return switch (verdict) {
      case SAME_DAYS, NO_DATES -> "";
      case NOT_PLACED -> item.is(Mark.INACTIVE) ? "Switched off in the file." : "Not placed.";
      case EARLIER, LATER -> {
        String moved = workdays == 0 ? "" : ImportReport.shift(workdays);
        String why = why(schedule.tasks().get(new TaskId(item.id())));
        String both = moved + (moved.isEmpty() || why.isEmpty() ? "" : ": ") + why;
        yield both.isEmpty() ? "" : both + ".";
      }
    };
  }

  private String why(@Nullable Placed placed) {
    if (placed == null) {
      return "";
    }
    String other = placed.waitsFor() == null ? "another task" : nameOf(placed.waitsFor());
    return switch (placed.because()) {
      case PAST -> "it has happened already";
      case PROJECT_START -> "nothing holds it after the start of the plan";
      case TASK -> "it waits for " + other;
      case PERSON ->
          peopleNames.getOrDefault(placed.person(), "its person") + " does " + other + " first";
      case CALENDAR -> "of working time and absence";
      case CONSTRAINT -> "of its own constraint";
      case WINDOW -> "“" + placed.window() + "” lets it";
    };
  }

  private String nameOf(TaskId id) {
    Task task = tasks.get(id);
    return "“" + (task == null ? id.value() : task.name()) + "”";
  }

  /// Workdays from one day to the other; negative when the other is earlier.
  private int workdays(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
    if (from == null || to == null) {
      return 0;
    }
    boolean later = to.isAfter(from);
    LocalDate day = (later ? from : to).toLocalDate();
    LocalDate last = (later ? to : from).toLocalDate();
    int days = 0;
    while (day.isBefore(last)) {
      day = day.plusDays(1);
      days += calendar.isWorkday(day) ? 1 : 0;
    }
    return later ? days : -days;
  }

  private String shown(Relation relation) {
    Item from = items.get(relation.from());
    String lag = relation.lag().time().isZero() ? "" : sign(relation.lag().shown());
    return (from == null ? "?" : String.valueOf(from.number()))
        + TYPES.getOrDefault(relation.type(), "")
        + lag;
  }

  private static String sign(String lag) {
    return lag.startsWith("-") || lag.startsWith("+") ? lag : "+" + lag;
  }

  /// Links that come from a summary show its number, as in the file.
  private String shown(Link link) {
    Item from = items.get(SummaryBoundaries.itemOf(link.from()));
    String edge = Converted.isBoundary(link.from()) ? "start of " : "";
    boolean end = link.from().value().equals(SummaryBoundaries.end(from == null ? "" : from.id()));
    return (end ? "" : edge)
        + (from == null ? "?" : String.valueOf(from.number()))
        + TYPES.getOrDefault(link.type(), "")
        + shown(link.lag());
  }

  private static String shown(Lag lag) {
    return lag.time().isZero() ? "" : sign(hours(lag.time()) + (lag.elapsed() ? " elapsed" : ""));
  }

  private String shown(Assigned assigned) {
    String name = resourceNames.getOrDefault(assigned.resource(), "?");
    return assigned.units() > 0 && assigned.units() != 1
        ? name + " " + percent(assigned.units())
        : name;
  }

  private String shown(Assignment assignment) {
    String name = peopleNames.getOrDefault(assignment.person(), "?");
    return assignment.share() == 1 ? name : name + " " + percent(assignment.share());
  }

  private static String percent(double share) {
    return Math.round(share * 100) + "%";
  }

  /// In the file's own words where Linchpin plans with just that.
  private static String duration(Item item, Work work) {
    return switch (work) {
      case Work.None _ -> "0";
      case Work.Effort effort -> hours(effort.hours().likely()) + " of work";
      case Work.Working working -> same(item, working.time().likely(), "");
      case Work.Elapsed elapsed -> same(item, elapsed.time().likely(), " elapsed");
    };
  }

  private static String same(Item item, Duration time, String suffix) {
    return item.duration() != null && item.duration().time().equals(time)
        ? item.duration().shown()
        : hours(time) + suffix;
  }

  private static String hours(Duration time) {
    long minutes = time.toMinutes();
    return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
  }

  private String name(@Nullable String calendarId) {
    return calendarId == null ? "" : calendarNames.getOrDefault(calendarId, calendarId);
  }
}
