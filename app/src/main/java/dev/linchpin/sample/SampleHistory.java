package dev.linchpin.sample;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.Scheduler;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What has happened to a sample plan by now: it is placed from its start with durations that
/// turned out somewhat other than estimated; what ended is done, what began runs.
final class SampleHistory {
  private static final double LOG_SPREAD = 0.5;
  private static final double SLOWER = 1.5;
  private static final int WORKDAY_MINUTES = 480;

  private SampleHistory() {}

  /// How much there is to do, as the plan's days say.
  static Work work(String days) {
    if (days.isEmpty()) {
      return new Work.None();
    }
    if (days.equals("?")) {
      return new Work.Working(new Estimate.Single(Duration.ZERO));
    }
    if (days.startsWith("~")) {
      return new Work.Elapsed(
          new Estimate.Single(Duration.ofDays(Long.parseLong(days.substring(1)))));
    }
    String[] points = days.split("/");
    return new Work.Working(
        points.length == 1
            ? new Estimate.Single(workdays(points[0]))
            : new Estimate.ThreePoint(
                workdays(points[0]), workdays(points[1]), workdays(points[2])));
  }

  /// The progress of each numbered line that has begun. Headings are never among them, nor is what
  /// nobody has estimated: its end could not be told.
  static Map<Integer, Progress> of(
      SamplePlan plan,
      WorkCalendar calendar,
      LocalDateTime start,
      LocalDateTime now,
      RandomGenerator random) {
    Map<TaskId, Placed> placed =
        Scheduler.schedule(actual(plan, calendar, start, random), Interruptions.NONE, start)
            .tasks();
    Map<Integer, Progress> begun = new LinkedHashMap<>();
    for (SamplePlan.Line line : plan.lines()) {
      Placed at = placed.get(new TaskId("" + line.number()));
      boolean isEstimated = !line.days().equals("?");
      if (isEstimated && at != null && at.start().isBefore(now)) {
        begun.put(line.number(), progress(line, at, now));
      }
    }
    return begun;
  }

  private static Progress progress(SamplePlan.Line line, Placed at, LocalDateTime now) {
    if (!at.finish().isAfter(now)) {
      return new Progress.Done(at.start(), at.finish());
    }
    double left =
        (double) Duration.between(now, at.finish()).toMinutes()
            / Duration.between(at.start(), at.finish()).toMinutes();
    long minutes =
        switch (work(line.days())) {
          case Work.Working(Estimate time) -> time.likely().toMinutes();
          case Work.Elapsed(Estimate time) -> time.likely().toMinutes();
          case Work.Effort(Estimate hours) -> hours.likely().toMinutes();
          case Work.None _ -> 0;
        };
    return new Progress.Started(at.start(), Duration.ofMinutes(Math.round(minutes * left)));
  }

  private static Plan actual(
      SamplePlan plan, WorkCalendar calendar, LocalDateTime start, RandomGenerator random) {
    CalendarId usual = calendar.id();
    List<Task> tasks = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    Map<String, Person> people = new LinkedHashMap<>();
    for (SamplePlan.Line line : plan.lines()) {
      if (line.kind() == SamplePlan.Kind.HEADING) {
        continue;
      }
      List<Assignment> who = new ArrayList<>();
      for (SamplePlan.Share share : line.people()) {
        var id = new PersonId(share.person());
        people.putIfAbsent(share.person(), Person.of(id, share.person(), usual));
        who.add(new Assignment(id, share.percent() / 100.0));
      }
      var id = new TaskId("" + line.number());
      tasks.add(Task.of(id, line.name(), turnedOut(work(line.days()), random), who));
      line.after().forEach(before -> links.add(Link.finishToStart(new TaskId("" + before), id)));
    }
    var project = new Project(new ProjectId(plan.key()), plan.name(), start, usual, tasks);
    return new Plan(List.of(project), links, List.copyOf(people.values()), List.of(calendar));
  }

  private static Work turnedOut(Work estimated, RandomGenerator random) {
    double ratio = SLOWER * Math.exp(LOG_SPREAD * random.nextGaussian());
    return switch (estimated) {
      case Work.Working(Estimate time) -> new Work.Working(times(time, ratio));
      case Work.Elapsed(Estimate time) -> new Work.Elapsed(times(time, 1));
      case Work.Effort(Estimate hours) -> new Work.Effort(times(hours, ratio));
      case Work.None none -> none;
    };
  }

  private static Estimate times(Estimate estimate, double ratio) {
    long minutes = Math.round(estimate.likely().toMinutes() * ratio / 30) * 30;
    return new Estimate.Single(Duration.ofMinutes(Math.max(30, minutes)));
  }

  private static Duration workdays(String days) {
    return Duration.ofMinutes(Math.round(Double.parseDouble(days) * WORKDAY_MINUTES));
  }
}
