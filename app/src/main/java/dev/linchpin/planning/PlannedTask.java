package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// One line of a project's plan. Points in time are local to the project's zone.
///
/// @param number within the project, never used twice
/// @param parent number of the summary it stands under; null at the top
/// @param outline its place as people write it: "2.1"
/// @param urgency 0 to 1,000: within a project, where two tasks want one person, the higher first
/// @param calendar its own working time; null means the project's
/// @param sourceId what the file it came from called it
/// @param conditions what it asks for besides people and links
public record PlannedTask(
    ProjectKey project,
    int number,
    @Nullable Integer parent,
    String outline,
    String name,
    Kind kind,
    int urgency,
    Work work,
    Constraint constraint,
    @Nullable LocalDateTime deadline,
    @Nullable WorkCalendar calendar,
    Progress progress,
    @Nullable String sourceId,
    Conditions conditions,
    int version) {
  static final int USUAL_URGENCY = 500;

  public PlannedTask {
    require(number > 0, "A task's number is above 0, not %d.", number);
    require(!name.isBlank(), "Enter a name for task %d.", number);
    require(0 <= urgency && urgency <= 1000, "Urgency goes from 0 to 1,000, not %d.", urgency);
    require(
        kind == Kind.TASK || work instanceof Work.None,
        "\"%s\" takes no time itself, because it is no task.",
        name);
  }

  /// What a line is. Only summaries are unknown to the engine.
  public enum Kind {
    SUMMARY,
    TASK,
    MILESTONE,
    /// Start or end of a summary, made while importing; pages do not show it.
    BOUNDARY
  }

  /// A task that has not begun.
  public static PlannedTask task(ProjectKey project, int number, String name, Work work) {
    return line(project, number, name, Kind.TASK, work);
  }

  public static PlannedTask milestone(ProjectKey project, int number, String name) {
    return line(project, number, name, Kind.MILESTONE, new Work.None());
  }

  /// A heading; say with [#under] what stands below it.
  public static PlannedTask summary(ProjectKey project, int number, String name) {
    return line(project, number, name, Kind.SUMMARY, new Work.None());
  }

  private static PlannedTask line(
      ProjectKey project, int number, String name, Kind kind, Work work) {
    return new PlannedTask(
        project,
        number,
        null,
        Integer.toString(number),
        name,
        kind,
        USUAL_URGENCY,
        work,
        new Constraint.AsSoonAsPossible(),
        null,
        null,
        new Progress.NotStarted(),
        null,
        Conditions.NONE,
        1);
  }

  public PlannedTask under(int summary) {
    return with(summary, constraint, deadline, progress, conditions);
  }

  public PlannedTask with(Constraint other) {
    return with(parent, other, deadline, progress, conditions);
  }

  public PlannedTask dueBy(LocalDateTime day) {
    return with(parent, constraint, day, progress, conditions);
  }

  public PlannedTask with(Progress other) {
    return with(parent, constraint, deadline, other, conditions);
  }

  public PlannedTask with(Conditions other) {
    return with(parent, constraint, deadline, progress, other);
  }

  /// The same task as somebody saw it earlier: changing it fails when it was changed since.
  public PlannedTask atVersion(int seen) {
    return new PlannedTask(
        project,
        number,
        parent,
        outline,
        name,
        kind,
        urgency,
        work,
        constraint,
        deadline,
        calendar,
        progress,
        sourceId,
        conditions,
        seen);
  }

  private PlannedTask with(
      @Nullable Integer summary,
      Constraint wish,
      @Nullable LocalDateTime due,
      Progress happened,
      Conditions asked) {
    return new PlannedTask(
        project, number, summary, outline, name, kind, urgency, work, wish, due, calendar, happened,
        sourceId, asked, version);
  }

  /// How it is named in addresses and answers: `NET-12`.
  public TaskRef ref() {
    return new TaskRef(project, number);
  }

  public boolean isMilestone() {
    return kind == Kind.MILESTONE;
  }

  public boolean isDone() {
    return progress instanceof Progress.Done;
  }
}
