package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Link;
import dev.linchpin.planning.planfile.PlanFile.Amount;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Relation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mpxj.ProjectFile;
import org.mpxj.ProjectProperties;
import org.mpxj.RelationType;
import org.mpxj.Task;

/// One project as the library read it, told in Linchpin's words.
final class MpxjPlan {
  private final ProjectFile project;
  private final String format;
  private final String fileName;
  private final LocalDateTime start;
  private final @Nullable LocalDateTime finish;

  MpxjPlan(ProjectFile project, String format, String fileName) {
    this.project = project;
    this.format = format;
    this.fileName = fileName;
    this.start = start(project);
    this.finish = dates(project).stream().max(LocalDateTime::compareTo).orElse(null);
  }

  /// @param all the projects of the file, this one among them
  PlanFile read(List<ProjectFile> all) {
    var calendars = new MpxjCalendars(start.toLocalDate(), lastDay());
    calendars.read(project);
    var resources = new MpxjResources(project, calendars);
    var tasks = new MpxjItems(project, calendars, resources);
    List<Item> items = tasks.read();
    var lost = new ArrayList<Finding>();
    lost.addAll(Losses.of(items, resources.read()));
    lost.addAll(MpxjLosses.of(project, all, fileName));
    lost.addAll(calendars.lost());
    return new PlanFile(
        format,
        name(),
        project.getProjectProperties().getStatusDate(),
        start,
        finish,
        calendars.id(project.getDefaultCalendar()),
        calendars.all(),
        resources.read(),
        items,
        relations(tasks),
        lost);
  }

  private String name() {
    ProjectProperties properties = project.getProjectProperties();
    return Stream.of(properties.getProjectTitle(), properties.getName(), fileName)
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse(fileName);
  }

  /// Tasks may lie before the start that the project's properties tell.
  private static LocalDateTime start(ProjectFile project) {
    LocalDateTime told = project.getProjectProperties().getStartDate();
    return Stream.concat(Stream.ofNullable(told), dates(project).stream())
        .min(LocalDateTime::compareTo)
        .orElse(PlanFile.NO_DATE.atStartOfDay());
  }

  private LocalDate lastDay() {
    return (finish == null || finish.isBefore(start) ? start : finish).toLocalDate();
  }

  private static List<LocalDateTime> dates(ProjectFile project) {
    return project.getTasks().stream()
        .filter(task -> !task.getNull() && task.getActive())
        .flatMap(task -> Stream.of(task.getStart(), task.getFinish()))
        .filter(Objects::nonNull)
        .toList();
  }

  private List<Relation> relations(MpxjItems tasks) {
    return project.getTasks().stream()
        .map(Task::getPredecessors)
        .flatMap(Collection::stream)
        .filter(link -> tasks.has(link.getPredecessorTask()) && tasks.has(link.getSuccessorTask()))
        .map(link ->
            new Relation(
                tasks.id(link.getPredecessorTask()),
                tasks.id(link.getSuccessorTask()),
                type(link.getType()),
                lag(link)))
        .toList();
  }

  private static Link.Type type(@Nullable RelationType type) {
    return switch (type) {
      case START_START -> Link.Type.START_TO_START;
      case FINISH_FINISH -> Link.Type.FINISH_TO_FINISH;
      case START_FINISH -> Link.Type.START_TO_FINISH;
      case FINISH_START -> Link.Type.FINISH_TO_START;
      case null -> Link.Type.FINISH_TO_START;
    };
  }

  /// A lag in percent is a part of the earlier task's duration.
  private Amount lag(org.mpxj.Relation link) {
    org.mpxj.Duration lag = link.getLag();
    if (lag == null) {
      return new Amount(Duration.ZERO, false, "");
    }
    return switch (lag.getUnits()) {
      case PERCENT, ELAPSED_PERCENT -> {
        Amount whole = Amounts.of(link.getPredecessorTask().getDuration(), project);
        Duration time = whole == null ? Duration.ZERO : whole.time();
        boolean elapsed = lag.getUnits().isElapsed() || whole != null && whole.elapsed();
        yield new Amount(
            Duration.ofMinutes(Math.round(time.toMinutes() * lag.getDuration() / 100)),
            elapsed,
            Amounts.shown(lag));
      }
      default -> Objects.requireNonNull(Amounts.of(lag, project));
    };
  }
}
