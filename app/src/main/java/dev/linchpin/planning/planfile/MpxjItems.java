package dev.linchpin.planning.planfile;

import dev.linchpin.planning.planfile.PlanFile.Amount;
import dev.linchpin.planning.planfile.PlanFile.Assigned;
import dev.linchpin.planning.planfile.PlanFile.Dates;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Kind;
import dev.linchpin.planning.planfile.PlanFile.Mark;
import dev.linchpin.planning.planfile.PlanFile.Wish;
import dev.linchpin.planning.planfile.PlanFile.WishKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mpxj.ActivityType;
import org.mpxj.ConstraintType;
import org.mpxj.ProjectFile;
import org.mpxj.ResourceAssignment;
import org.mpxj.Task;
import org.mpxj.TaskMode;
import org.mpxj.WorkContour;

/// The lines of a project.
final class MpxjItems {
  private static final int USUAL_PRIORITY = 500;
  private static final Set<ActivityType> AS_LONG_AS_OTHERS =
      EnumSet.of(ActivityType.LEVEL_OF_EFFORT, ActivityType.HAMMOCK, ActivityType.WBS_SUMMARY);

  private final ProjectFile project;
  private final MpxjCalendars calendars;
  private final MpxjResources resources;
  private final Map<Task, String> ids = new IdentityHashMap<>();

  MpxjItems(ProjectFile project, MpxjCalendars calendars, MpxjResources resources) {
    this.project = project;
    this.calendars = calendars;
    this.resources = resources;
    var taken = new HashSet<String>();
    for (Task task : project.getTasks()) {
      if (!task.getNull()) {
        String id = Ids.unique(String.valueOf(task.getUniqueID()), taken);
        ids.put(task, id);
      }
    }
  }

  boolean has(@Nullable Task task) {
    return task != null && ids.containsKey(task);
  }

  String id(Task task) {
    return Objects.requireNonNull(ids.get(task));
  }

  List<Item> read() {
    return project.getTasks().stream().filter(this::has).map(this::item).toList();
  }

  private Item item(Task task) {
    Amount duration = duration(task);
    return new Item(
        id(task),
        task.getID() == null ? 0 : task.getID(),
        task.getWBS(),
        task.getOutlineLevel() == null ? 1 : task.getOutlineLevel(),
        has(task.getParentTask()) ? id(task.getParentTask()) : null,
        task.getName() == null || task.getName().isBlank() ? "Unnamed task" : task.getName(),
        kind(task, duration),
        new Dates(task.getStart(), task.getFinish()),
        new Dates(task.getBaselineStart(), task.getBaselineFinish()),
        new Dates(task.getActualStart(), task.getActualFinish()),
        percent(task.getPercentageComplete()),
        duration,
        Amounts.of(task.getRemainingDuration(), project),
        Amounts.time(task.getWork(), project),
        Amounts.time(task.getRemainingWork(), project),
        wish(task),
        task.getDeadline(),
        calendars.id(task.getCalendar()),
        task.getPriority() == null ? USUAL_PRIORITY : task.getPriority().getValue(),
        marks(task),
        task.getResourceAssignments().stream().map(this::assigned).toList());
  }

  private @Nullable Amount duration(Task task) {
    boolean typed = task.getTaskMode() == TaskMode.MANUALLY_SCHEDULED;
    return Amounts.of(
        typed && task.getManualDuration() != null && !task.getSummary()
            ? task.getManualDuration()
            : task.getDuration(),
        project);
  }

  private static Kind kind(Task task, @Nullable Amount duration) {
    boolean plan = task.getOutlineLevel() != null && task.getOutlineLevel() == 0;
    if (plan || task.getSummary() || !task.getChildTasks().isEmpty()) {
      return Kind.SUMMARY;
    }
    boolean none = duration == null ? task.getMilestone() : duration.time().isZero();
    return none ? Kind.MILESTONE : Kind.TASK;
  }

  private static double percent(@Nullable Number percent) {
    return percent == null ? 0 : Math.clamp(percent.doubleValue(), 0, 100);
  }

  private static Wish wish(Task task) {
    ConstraintType type = task.getConstraintType();
    WishKind kind =
        switch (type) {
          case AS_LATE_AS_POSSIBLE -> WishKind.AS_LATE_AS_POSSIBLE;
          case START_NO_EARLIER_THAN -> WishKind.START_NOT_BEFORE;
          case FINISH_NO_EARLIER_THAN -> WishKind.FINISH_NOT_BEFORE;
          case START_NO_LATER_THAN -> WishKind.START_NOT_AFTER;
          case FINISH_NO_LATER_THAN -> WishKind.FINISH_NOT_AFTER;
          case MUST_START_ON, START_ON -> WishKind.START_ON;
          case MUST_FINISH_ON, FINISH_ON -> WishKind.FINISH_ON;
          case AS_SOON_AS_POSSIBLE -> WishKind.AS_SOON_AS_POSSIBLE;
          case null -> WishKind.AS_SOON_AS_POSSIBLE;
        };
    boolean late = kind == WishKind.AS_LATE_AS_POSSIBLE;
    return late || task.getConstraintDate() != null
        ? new Wish(kind, late ? null : task.getConstraintDate())
        : Wish.NONE;
  }

  private Set<Mark> marks(Task task) {
    var marks = EnumSet.noneOf(Mark.class);
    mark(marks, Mark.INACTIVE, !task.getActive());
    mark(marks, Mark.BY_HAND, task.getTaskMode() == TaskMode.MANUALLY_SCHEDULED);
    mark(marks, Mark.ELSEWHERE, task.getExternalTask());
    mark(marks, Mark.GUESSED, task.getEstimated());
    mark(marks, Mark.SPLIT, task.getSplits() != null && task.getSplits().size() > 1);
    mark(marks, Mark.CONTOURED, task.getResourceAssignments().stream().anyMatch(this::isUneven));
    mark(marks, Mark.LEVELLED, isMoved(task));
    mark(marks, Mark.IGNORES_PEOPLE, task.getCalendar() != null && ignoresPeople(task));
    mark(marks, Mark.RECURRING, task.getRecurring());
    mark(marks, Mark.SUBPROJECT, task.getSubprojectFile() != null && !task.getExternalTask());
    mark(marks, Mark.SECOND_WISH, task.getSecondaryConstraintType() != null);
    mark(marks, Mark.HAMMOCK, isHammock(task));
    mark(marks, Mark.EFFORT_DRIVEN, task.getEffortDriven());
    mark(marks, Mark.COSTED, task.getCost() != null && task.getCost().doubleValue() != 0);
    return marks;
  }

  private static void mark(Set<Mark> marks, Mark mark, boolean holds) {
    if (holds) {
      marks.add(mark);
    }
  }

  private boolean isUneven(ResourceAssignment assignment) {
    WorkContour contour = assignment.getWorkContour();
    return contour != null && !contour.isContourFlat();
  }

  private static boolean isMoved(Task task) {
    return task.getLevelingDelay() != null && task.getLevelingDelay().getDuration() != 0;
  }

  private static boolean ignoresPeople(Task task) {
    return task.getIgnoreResourceCalendar() && !task.getResourceAssignments().isEmpty();
  }

  private static boolean isHammock(Task task) {
    ActivityType type = task.getActivityType();
    return task.getHammockCode() || type != null && AS_LONG_AS_OTHERS.contains(type);
  }

  private Assigned assigned(ResourceAssignment assignment) {
    Number percent = assignment.getUnits();
    double units = percent == null ? 0 : percent.doubleValue() / 100;
    return new Assigned(
        resources.id(assignment.getResource()),
        Double.isFinite(units) && units > 0 ? units : 0,
        Amounts.time(assignment.getWork(), project));
  }
}
