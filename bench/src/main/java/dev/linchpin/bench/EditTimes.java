package dev.linchpin.bench;

import dev.linchpin.forecast.EndForecast;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How long it takes from an edit to the stable 8-in-10 date of the project that was edited: in
/// five projects of a portfolio from the first to the last, one edit after the other.
final class EditTimes {
  private static final int PROJECTS = 5;
  private static final int EDITS = 5;
  private static final int WANTED_MS = 300;

  private EditTimes() {}

  static void print(int tasks, int people, int projects, int runs) {
    PeoplePlan made = new PeoplePlan(tasks, people, projects);
    Plan plan = made.plan();
    List<Double> times = new ArrayList<>();
    for (int k = 0; k < PROJECTS; k++) {
      int project = k * (projects - 1) / (PROJECTS - 1);
      var of = new Promise.Of.AProject(plan.projects().get(project).id());
      EndForecast before =
          EndForecast.of(ForecastBench.question(plan, made.interruptions(), runs), of)
              .orElseThrow();
      System.out.printf(
          Locale.ROOT, "forecast mode=before project=%s runs=%d%n", of.id(), before.played());
      for (int edit = 0; edit < EDITS; edit++) {
        Plan edited = edited(plan, of.id(), edit);
        times.add(milliseconds(before, edited, made.interruptions(), runs));
      }
    }
    System.out.println(line(times.stream().sorted().toList()));
  }

  private static Plan edited(Plan plan, ProjectId id, int edit) {
    var tasks =
        plan.projects().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow().tasks();
    TaskId task = tasks.get(tasks.size() * (edit + 1) / (EDITS + 1)).id();
    return Edits.longer(plan, task);
  }

  private static double milliseconds(
      EndForecast before, Plan edited, Interruptions load, int runs) {
    long wall = System.nanoTime();
    double cpu = Cpu.ofProcess();
    EndForecast after = before.with(ForecastBench.question(edited, load, runs)).orElseThrow();
    var by = after.finish().by();
    double passed = (System.nanoTime() - wall) / 1e6;
    System.out.printf(
        Locale.ROOT,
        "forecast mode=edit wall_ms=%.0f cpu_ms=%.0f runs=%d by=%s before=%s%n",
        passed,
        1e3 * (Cpu.ofProcess() - cpu),
        after.played(),
        by,
        before.finish().by());
    return passed;
  }

  private static String line(List<Double> sorted) {
    return String.format(
        Locale.ROOT,
        "forecast mode=edits n=%d wall_p50_ms=%.0f wall_p95_ms=%.0f wall_max_ms=%.0f"
            + " within_%d_ms=%d",
        sorted.size(),
        at(sorted, 0.50),
        at(sorted, 0.95),
        sorted.getLast(),
        WANTED_MS,
        IntStream.range(0, sorted.size()).filter(i -> sorted.get(i) <= WANTED_MS).count());
  }

  /// The smallest that so many are not above.
  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
