package dev.linchpin.forecast.text;

import dev.linchpin.forecast.Absence;
import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Knows;
import dev.linchpin.forecast.Lag;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a plan, everything spelled out. Links stand with the task that waits where that keeps
/// their order, otherwise below all tasks.
final class PlanWriter {
  private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}_.-]+");

  private final Plan plan;
  private final Map<TaskId, List<Link>> linksInto;
  private final boolean linksWithTasks;
  private final StringBuilder text = new StringBuilder();

  PlanWriter(Plan plan) {
    this.plan = plan;
    this.linksInto = plan.links().stream().collect(Collectors.groupingBy(Link::to));
    List<Link> asRead = new ArrayList<>();
    plan.tasks().forEach(task -> asRead.addAll(linksInto.getOrDefault(task.id(), List.of())));
    this.linksWithTasks = asRead.equals(plan.links());
  }

  String write() {
    plan.calendars().forEach(this::write);
    plan.windows().forEach(this::write);
    plan.people().forEach(this::write);
    plan.projects().forEach(this::write);
    if (!linksWithTasks) {
      for (Link link : plan.links()) {
        line("link " + id(link.from().value()) + " " + id(link.to().value()) + how(link));
      }
    }
    plan.promises().forEach(this::write);
    text.append(new RiskWriter(plan).write());
    return text.toString();
  }

  private void write(WorkCalendar calendar) {
    List<String> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Shift> shifts = calendar.week().get(day);
      if (shifts != null) {
        days.add(" " + weekday(day) + shifts(shifts));
      }
    }
    line("calendar " + id(calendar.id().value()) + String.join(",", days));
    new TreeMap<>(calendar.exceptions())
        .forEach((day, shifts) ->
            line(shifts.isEmpty() ? "holiday " + day : "day " + day + shifts(shifts)));
  }

  private static String weekday(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }

  private static String shifts(List<Shift> shifts) {
    return shifts.isEmpty()
        ? " free"
        : shifts.stream().map(shift -> " " + Amounts.word(shift)).collect(Collectors.joining());
  }

  private void write(Person person) {
    String away = person.away().stream().map(Amounts::word).collect(Collectors.joining(", "));
    line(
        "person "
            + named(person.id().value(), person.name())
            + " on "
            + id(person.calendar().value())
            + (person.capacity() == 1 ? "" : " capacity " + person.capacity())
            + list(" knows ", person.knows().stream().map(PlanWriter::knows).toList())
            + (away.isEmpty() ? "" : " away " + away)
            + absent(person.absence()));
  }

  private static String absent(Absence absence) {
    return absence.equals(Absence.NONE)
        ? ""
        : absence.equals(Absence.USUAL)
            ? " absent usual"
            : " absent " + absence.timesAYear() + " a year " + Amounts.word(absence.length(), true);
  }

  private static String knows(Knows knows) {
    return id(knows.topic().value()) + " " + knows.level();
  }

  private void write(ChangeWindow window) {
    List<String> open = new ArrayList<>();
    for (ChangeWindow.Weekly it : window.week()) {
      String from = weekday(it.from()) + " " + Amounts.clock(it.fromMinute());
      open.add(from + ".." + weekday(it.to()) + " " + Amounts.clock(it.toMinute()));
    }
    window.dates().forEach(it -> open.add(Amounts.word(it.from()) + ".." + Amounts.word(it.to())));
    line(
        "window "
            + named(window.id().value(), window.name())
            + list(" ", open)
            + (window.lead().isZero() ? "" : " lead " + Amounts.word(window.lead(), true))
            + (window.outOfHours() ? " out of hours" : ""));
    for (ChangeWindow.Freeze freeze : window.freezes()) {
      line("freeze " + Line.quoted(freeze.name()) + " " + Amounts.word(freeze.days()));
    }
  }

  private void write(Promise promise) {
    String what =
        switch (promise.of()) {
          case Promise.Of.ATask it -> "task " + id(it.id().value());
          case Promise.Of.AProject it -> "project " + id(it.id().value());
        };
    line(
        "promise "
            + what
            + " by "
            + promise.by()
            + (promise.weight() == 1 ? "" : " weight " + promise.weight())
            + (promise.hard() ? " hard" : ""));
  }

  private void write(Project project) {
    line(
        "project "
            + named(project.id().value(), project.name())
            + " from "
            + Amounts.word(project.notBefore())
            + " on "
            + id(project.calendar().value()));
    project.tasks().forEach(this::write);
  }

  private void write(Task task) {
    StringBuilder line = new StringBuilder(named(task.id().value(), task.name()));
    line.append("  ").append(work(task.work()));
    line.append(list("  by ", task.people().stream().map(PlanWriter::who).toList()));
    line.append(list("  needs ", task.needs().stream().map(PlanWriter::need).toList()));
    if (linksWithTasks) {
      List<Link> links = linksInto.getOrDefault(task.id(), List.of());
      line.append(
          list(
              "  after ",
              links.stream().map(link -> id(link.from().value()) + how(link)).toList()));
    }
    line.append(constraint(task.constraint()));
    line.append(progress(task));
    line.append(task.calendar() == null ? "" : "  on " + id(task.calendar().value()));
    line.append(task.deadline() == null ? "" : "  deadline " + Amounts.word(task.deadline()));
    line.append(list("  within ", task.within().stream().map(it -> id(it.value())).toList()));
    line.append(task.splittable() ? "  splittable" : "");
    line(line.toString());
  }

  static String list(String word, List<String> items) {
    return items.isEmpty() ? "" : word + String.join(", ", items);
  }

  private static String work(Work work) {
    return switch (work) {
      case Work.None _ -> "0d";
      case Work.Effort it -> "effort " + Amounts.word(it.hours(), false);
      case Work.Elapsed it -> "elapsed " + Amounts.word(it.time(), true);
      case Work.Working it ->
          (it.time().likely().isZero() ? "working " : "") + Amounts.word(it.time(), false);
    };
  }

  private static String who(Assignment assignment) {
    return id(assignment.person().value()) + share(assignment.share());
  }

  private static String need(Need need) {
    String level = need.level() == 1 ? "" : " level " + need.level();
    return id(need.topic().value()) + level + share(need.share());
  }

  private static String share(double share) {
    return share == 1 ? "" : " " + Amounts.share(share);
  }

  private static String how(Link link) {
    Lag lag = link.lag();
    String type =
        link.type() == Link.Type.FINISH_TO_START ? "" : " " + PlanReader.word(link.type());
    if (lag.equals(Lag.NONE)) {
      return type;
    }
    String sign = lag.time().isNegative() ? " " : " +";
    String time = Amounts.word(lag.time(), lag.elapsed());
    return type + (time.contains("PT") ? " " : sign) + time + (lag.elapsed() ? " elapsed" : "");
  }

  private static String constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.AsSoonAsPossible _ -> "";
      case Constraint.AsLateAsPossible _ -> "  as late as possible";
      case Constraint.StartNotBefore it -> "  not before " + Amounts.word(it.at());
      case Constraint.FinishNotBefore it -> "  finish not before " + Amounts.word(it.at());
      case Constraint.StartNotAfter it -> "  start by " + Amounts.word(it.at());
      case Constraint.FinishNotAfter it -> "  finish by " + Amounts.word(it.at());
      case Constraint.StartOn it -> "  start on " + Amounts.word(it.at());
      case Constraint.FinishOn it -> "  finish on " + Amounts.word(it.at());
    };
  }

  private static String progress(Task task) {
    return switch (task.progress()) {
      case Progress.NotStarted _ -> "";
      case Progress.Started it ->
          "  started "
              + Amounts.word(it.at())
              + " left "
              + Amounts.word(it.remaining(), task.work() instanceof Work.Elapsed);
      case Progress.Done it ->
          "  done " + Amounts.word(it.start()) + ".." + Amounts.word(it.finish());
    };
  }

  static String named(String id, String name) {
    return name.equals(id) ? id(id) : id(id) + " " + Line.quoted(name);
  }

  static String id(String id) {
    return BARE.matcher(id).matches() && !Line.KEYWORDS.contains(id) ? id : Line.quoted(id);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
