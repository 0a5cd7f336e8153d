package dev.linchpin.bench;

import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import java.util.List;

/// What somebody changes in a plan in one go.
final class Edits {
  /// Far enough apart that edits fall into different projects.
  private static final int STEP = 137;

  private Edits() {}

  /// The task that an edit is about.
  static TaskId task(Plan plan, int edit) {
    List<Task> tasks = plan.tasks();
    return tasks.get((int) ((long) edit * STEP % tasks.size())).id();
  }

  /// The plan with one task that takes a fifth longer.
  static Plan longer(Plan plan, int edit) {
    return longer(plan, task(plan, edit));
  }

  static Plan longer(Plan plan, TaskId id) {
    return new Plan(
        plan.projects().stream().map(project -> longer(project, id)).toList(),
        plan.links(),
        plan.people(),
        plan.calendars(),
        plan.windows(),
        plan.promises());
  }

  private static Project longer(Project project, TaskId id) {
    return new Project(
        project.id(),
        project.name(),
        project.notBefore(),
        project.calendar(),
        project.tasks().stream().map(task -> task.id().equals(id) ? longer(task) : task).toList());
  }

  private static Task longer(Task task) {
    if (!(task.work() instanceof Work.Working working)) {
      return task;
    }
    Estimate estimate = new Estimate.Single(working.time().likely().multipliedBy(6).dividedBy(5));
    return Task.of(task.id(), task.name(), new Work.Working(estimate), task.people());
  }
}
