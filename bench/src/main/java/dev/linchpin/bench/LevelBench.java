package dev.linchpin.bench;

import dev.linchpin.forecast.Effort;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Planned;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What an edit costs: a made-up portfolio with calendars and interruptions dated again, and
/// levelled: `[--tasks 1000 --people 60 --projects 50] [--passes 100] [--tries 100]`.
///
/// Prints the CPU milliseconds of one thread: of the first placing, cold; then the 95th of a
/// hundred tries, warm. A try to date again is another task that takes a fifth longer. Then the
/// part of the tasks without a reason to move that move nevertheless, after as many such edits:
/// dated again; levelled again from the order that was found; levelled anew as if there had been no
/// plan before.
public final class LevelBench {
  /// The last one counts; the others warm the machine up.
  private static final int ROUNDS_DATED = 30;

  private static final int ROUNDS_LEVELLED = 6;

  private LevelBench() {}

  public static void main(String[] all) {
    Arguments arguments = Arguments.of(all);
    PeoplePlan made =
        new PeoplePlan(
            (int) arguments.number("tasks", 1_000),
            (int) arguments.number("people", 60),
            (int) arguments.number("projects", 50));
    Effort level = Effort.passes((int) arguments.number("passes", 100));
    Plan plan = made.plan();
    Interruptions interruptions = made.interruptions();
    int tries = (int) arguments.number("tries", 100);
    double cpu = Cpu.ofThread();
    Planned dated = Planned.of(plan, interruptions, PeoplePlan.START);
    Schedule first = dated.schedule();
    double cold = (Cpu.ofThread() - cpu) * 1e3;
    Planned best = dated.improved(level);
    Schedule levelled = best.schedule();
    List<Plan> edited =
        IntStream.range(0, tries).mapToObj(edit -> Edits.longer(plan, edit)).toList();
    System.out.printf(
        Locale.ROOT,
        "tasks=%d people=%d projects=%d first_ms=%.0f redate_ms_p95=%.2f level_ms_p95=%.1f"
            + " passes=%d mean_project_days=%.1f levelled=%.1f invalid=%d%n",
        made.tasks(),
        made.people(),
        made.projects(),
        cold,
        p95(tries, ROUNDS_DATED, edit -> dated.with(edited.get(edit)).schedule()),
        p95(
            tries,
            ROUNDS_LEVELLED,
            _ -> Scheduler.schedule(plan, interruptions, PeoplePlan.START, level)),
        level.passes(),
        meanDays(plan, first),
        meanDays(plan, levelled),
        Validator.check(plan, interruptions, PeoplePlan.START, levelled).size());
    System.out.printf(
        Locale.ROOT,
        "moved_without_need_percent redated=%.1f levelled_again=%.1f levelled_anew=%.1f%n",
        moved(tries, plan, levelled, edit -> best.with(edited.get(edit))),
        moved(tries, plan, levelled, edit -> best.with(edited.get(edit)).improved(level)),
        moved(
            tries,
            plan,
            levelled,
            edit -> Planned.of(edited.get(edit), interruptions, PeoplePlan.START).improved(level)));
  }

  private static double moved(int tries, Plan plan, Schedule before, IntFunction<Planned> edited) {
    Stability stability = new Stability(plan, before);
    for (int edit = 0; edit < tries; edit++) {
      stability.add(Edits.task(plan, edit), edited.apply(edit).schedule());
    }
    return stability.moved();
  }

  private static double p95(int tries, int rounds, IntConsumer edited) {
    double[] millis = new double[tries];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < tries; i++) {
        double cpu = Cpu.ofThread();
        edited.accept(i);
        millis[i] = (Cpu.ofThread() - cpu) * 1e3;
      }
    }
    Arrays.sort(millis);
    return millis[tries * 95 / 100];
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
