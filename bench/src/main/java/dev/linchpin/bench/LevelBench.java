package dev.linchpin.bench;

import dev.linchpin.forecast.Effort;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.Scheduler;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.validate.Validator;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What an edit costs: a made-up portfolio with calendars and interruptions dated again, and
/// levelled: `[--tasks 1000 --people 60 --projects 50] [--passes 100]`.
///
/// Prints the CPU milliseconds of one thread, the 95th of sixty tries, warm.
public final class LevelBench {
  private static final int TRIES = 60;

  /// The last one counts; the others warm the machine up.
  private static final int ROUNDS = 6;

  private LevelBench() {}

  public static void main(String[] all) {
    Arguments arguments = Arguments.of(all);
    PeoplePlan made =
        new PeoplePlan(
            (int) arguments.number("tasks", 1_000),
            (int) arguments.number("people", 60),
            (int) arguments.number("projects", 50));
    Effort level = Effort.passes((int) arguments.number("passes", 100));
    Schedule dated = schedule(made, Effort.passes(1));
    Schedule levelled = schedule(made, level);
    System.out.printf(
        Locale.ROOT,
        "tasks=%d people=%d projects=%d redate_ms_p95=%.1f level_ms_p95=%.1f passes=%d"
            + " mean_project_days=%.1f levelled=%.1f invalid=%d%n",
        made.tasks(),
        made.people(),
        made.projects(),
        p95(made, Effort.passes(1)),
        p95(made, level),
        level.passes(),
        meanDays(made.plan(), dated),
        meanDays(made.plan(), levelled),
        Validator.check(made.plan(), made.interruptions(), PeoplePlan.START, levelled).size());
  }

  private static Schedule schedule(PeoplePlan made, Effort effort) {
    return Scheduler.schedule(made.plan(), made.interruptions(), PeoplePlan.START, effort);
  }

  private static double p95(PeoplePlan made, Effort effort) {
    Plan plan = made.plan();
    var interruptions = made.interruptions();
    double[] millis = new double[TRIES];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < TRIES; i++) {
        double cpu = Cpu.ofThread();
        Scheduler.schedule(plan, interruptions, PeoplePlan.START, effort);
        millis[i] = (Cpu.ofThread() - cpu) * 1e3;
      }
    }
    Arrays.sort(millis);
    return millis[TRIES * 95 / 100];
  }

  /// Calendar days from the beginning to the end of a project, on average.
  private static double meanDays(Plan plan, Schedule schedule) {
    Map<ProjectId, LocalDateTime> ends = new LinkedHashMap<>();
    for (Project project : plan.projects()) {
      for (Task task : project.tasks()) {
        Placed placed = schedule.tasks().get(task.id());
        if (placed != null) {
          ends.merge(project.id(), placed.finish(), (one, two) -> one.isAfter(two) ? one : two);
        }
      }
    }
    return ends.values().stream()
        .mapToDouble(end -> Duration.between(PeoplePlan.START, end).toHours() / 24.0)
        .average()
        .orElse(0);
  }
}
