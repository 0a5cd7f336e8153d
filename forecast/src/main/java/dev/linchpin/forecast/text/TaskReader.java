package dev.linchpin.forecast.text;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.TopicId;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.forecast.Work;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one task with all it says about itself, in any order.
final class TaskReader {
  private final Line line;
  private final PlanReader plan;
  private final List<Assignment> people = new ArrayList<>();
  private Constraint constraint = new Constraint.AsSoonAsPossible();
  private Progress progress = new Progress.NotStarted();
  private @Nullable CalendarId calendar;
  private @Nullable LocalDateTime deadline;
  private final List<Need> needs = new ArrayList<>();
  private final List<WindowId> within = new ArrayList<>();
  private boolean splittable;

  TaskReader(Line line, PlanReader plan) {
    this.line = line;
    this.plan = plan;
  }

  void read() {
    String id = line.take("a task");
    TaskId task = new TaskId(id);
    String name = line.isQuoted() ? line.take("a name") : id;
    Work work = readWork();
    while (!line.isDone() && readMore(task, work)) {}
    plan.addTask(
        new Task(
            task,
            name,
            work,
            people,
            constraint,
            progress,
            calendar,
            deadline,
            needs,
            within,
            splittable));
  }

  private Work readWork() {
    if (line.skip("effort")) {
      return new Work.Effort(Amounts.estimate(line.take("hours"), false));
    }
    if (line.skip("elapsed")) {
      return new Work.Elapsed(Amounts.estimate(line.take("a time"), true));
    }
    boolean said = line.skip("working");
    Work.Working work = new Work.Working(Amounts.estimate(line.take("a duration"), false));
    return work.time().likely().isZero() && !said ? new Work.None() : work;
  }

  private boolean readMore(TaskId task, Work work) {
    if (line.skip("by")) {
      readPeople();
    } else if (line.skip("after")) {
      do {
        plan.readLink(line, new TaskId(line.take("a task")), task);
      } while (line.skip(","));
    } else if (line.skip("needs")) {
      readNeeds();
    } else if (line.skip("within")) {
      readWindows();
    } else if (line.skip("splittable")) {
      splittable = true;
    } else if (line.skip("on")) {
      calendar = new CalendarId(line.take("a calendar"));
    } else if (line.skip("deadline")) {
      deadline = time();
    } else {
      return readProgress(work) || readConstraint();
    }
    return true;
  }

  private boolean readProgress(Work work) {
    if (line.skip("started")) {
      LocalDateTime at = time();
      if (!line.skip("left")) {
        throw new IllegalArgumentException("Say what is left: started 2027-01-11 left 2d.");
      }
      progress =
          new Progress.Started(
              at, Amounts.duration(line.take("a duration"), work instanceof Work.Elapsed));
    } else if (line.skip("done")) {
      String[] ends = Amounts.range(line.take("from..to"));
      progress = new Progress.Done(Amounts.time(ends[0]), Amounts.time(ends[1]));
    } else {
      return false;
    }
    return true;
  }

  private boolean readConstraint() {
    if (line.skip("not", "before")) {
      constraint = new Constraint.StartNotBefore(time());
    } else if (line.skip("finish", "not", "before")) {
      constraint = new Constraint.FinishNotBefore(time());
    } else if (line.skip("start", "by")) {
      constraint = new Constraint.StartNotAfter(time());
    } else if (line.skip("finish", "by")) {
      constraint = new Constraint.FinishNotAfter(time());
    } else if (line.skip("start", "on")) {
      constraint = new Constraint.StartOn(time());
    } else if (line.skip("finish", "on")) {
      constraint = new Constraint.FinishOn(time());
    } else if (line.skip("as", "late", "as", "possible")) {
      constraint = new Constraint.AsLateAsPossible();
    } else {
      return false;
    }
    return true;
  }

  private void readPeople() {
    do {
      PersonId person = new PersonId(line.take("a person"));
      double share = 1;
      if (line.hasPlain()) {
        share = Amounts.share(line.take("a share"));
      }
      people.add(new Assignment(person, share));
    } while (line.skip(","));
  }

  private void readNeeds() {
    do {
      TopicId topic = new TopicId(line.take("a topic"));
      int level = line.skip("level") ? Integer.parseInt(line.take("a level")) : 1;
      needs.add(new Need(topic, level, line.hasPlain() ? Amounts.share(line.take("a share")) : 1));
    } while (line.skip(","));
  }

  private void readWindows() {
    do {
      within.add(new WindowId(line.take("a window")));
    } while (line.skip(","));
  }

  private LocalDateTime time() {
    return Amounts.time(line.take("a date"));
  }
}
