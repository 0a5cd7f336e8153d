package dev.linchpin.bench;

import dev.linchpin.forecast.EndForecast;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.TaskId;
import java.util.Locale;

/// How long it takes from an edit to the stable 8-in-10 date of the project that was edited: in the
/// first, the middle and the last project of a portfolio, one edit after the other.
final class EditTimes {
  private static final int EDITS = 5;

  private EditTimes() {}

  static void print(int tasks, int people, int projects, int runs) {
    PeoplePlan made = new PeoplePlan(tasks, people, projects);
    Plan plan = made.plan();
    for (int project : new int[] {0, projects / 2, projects - 1}) {
      var of = new Promise.Of.AProject(plan.projects().get(project).id());
      EndForecast before =
          EndForecast.of(ForecastBench.question(plan, made.interruptions(), runs), of)
              .orElseThrow();
      System.out.printf(
          Locale.ROOT, "forecast mode=before project=%s runs=%d%n", of.id(), before.played());
      for (int edit = 0; edit < EDITS; edit++) {
        System.out.println(line(before, edited(plan, of.id(), edit), made.interruptions(), runs));
      }
    }
  }

  private static Plan edited(Plan plan, ProjectId id, int edit) {
    var tasks =
        plan.projects().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow().tasks();
    TaskId task = tasks.get(tasks.size() * (edit + 1) / (EDITS + 1)).id();
    return Edits.longer(plan, task);
  }

  private static String line(EndForecast before, Plan edited, Interruptions load, int runs) {
    long wall = System.nanoTime();
    double cpu = Cpu.ofProcess();
    EndForecast after = before.with(ForecastBench.question(edited, load, runs)).orElseThrow();
    return String.format(
        Locale.ROOT,
        "forecast mode=edit wall_ms=%.0f cpu_ms=%.0f runs=%d by=%s before=%s",
        (System.nanoTime() - wall) / 1e6,
        1e3 * (Cpu.ofProcess() - cpu),
        after.played(),
        after.finish().by(),
        before.finish().by());
  }
}
