package dev.linchpin.bench;

import dev.linchpin.forecast.EndForecast;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.TaskId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How long it takes from an edit to the stable 8-in-10 date of the project that was edited: in
/// five projects of a portfolio from the first to the last, one edit after the other. With `whole`
/// also how far that date is from what all runs say, which takes minutes.
final class EditTimes {
  private static final int PROJECTS = 5;
  private static final int EDITS = 5;
  private static final int WANTED_MS = 300;
  private static final double BY = 0.8;

  private EditTimes() {}

  /// @param off hours by which the 8-in-10 point is later than all runs say; NaN if not asked
  private record Edit(double milliseconds, double off) {}

  static void print(PeoplePlan made, int runs, boolean whole) {
    Plan plan = made.plan();
    List<Edit> edits = new ArrayList<>();
    for (int k = 0; k < PROJECTS; k++) {
      int project = k * (made.projects() - 1) / (PROJECTS - 1);
      var of = new Promise.Of.AProject(plan.projects().get(project).id());
      EndForecast before = before(made, of, runs, whole);
      System.out.printf(
          Locale.ROOT, "forecast mode=before project=%s runs=%d%n", of.id(), before.played());
      for (int edit = 0; edit < EDITS; edit++) {
        Plan edited = edited(plan, of.id(), edit);
        edits.add(edit(before, of, question(edited, made, runs), whole));
      }
    }
    System.out.println(line(edits.stream().map(Edit::milliseconds).sorted().toList()));
    if (whole) {
      System.out.println(off(edits.stream().mapToDouble(Edit::off).sorted().toArray()));
    }
  }

  private static Question question(Plan plan, PeoplePlan made, int runs) {
    return ForecastBench.question(plan, made.interruptions(), runs);
  }

  /// As the application does it, where the forecast is known; otherwise without one.
  private static EndForecast before(PeoplePlan made, Promise.Of of, int runs, boolean whole) {
    Question question = question(made.plan(), made, runs);
    return (whole
            ? EndForecast.of(question, of, Forecaster.finish(question, of).orElseThrow())
            : EndForecast.of(question, of))
        .orElseThrow();
  }

  private static Plan edited(Plan plan, ProjectId id, int edit) {
    var tasks =
        plan.projects().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow().tasks();
    TaskId task = tasks.get(tasks.size() * (edit + 1) / (EDITS + 1)).id();
    return Edits.longer(plan, task);
  }

  private static Edit edit(EndForecast before, Promise.Of of, Question edited, boolean whole) {
    long wall = System.nanoTime();
    double cpu = Cpu.ofProcess();
    EndForecast after = before.with(edited).orElseThrow();
    LocalDateTime by = after.finish().at(BY);
    double passed = (System.nanoTime() - wall) / 1e6;
    double cpuPassed = 1e3 * (Cpu.ofProcess() - cpu);
    double off = whole ? hours(Forecaster.finish(edited, of).orElseThrow().at(BY), by) : Double.NaN;
    System.out.printf(
        Locale.ROOT,
        "forecast mode=edit wall_ms=%.0f cpu_ms=%.0f runs=%d by=%s moved_h=%.1f off_h=%.1f%n",
        passed,
        cpuPassed,
        after.played(),
        by,
        hours(before.finish().at(BY), by),
        off);
    return new Edit(passed, off);
  }

  private static double hours(LocalDateTime from, LocalDateTime to) {
    return Duration.between(from, to).toMinutes() / 60.0;
  }

  private static String off(double[] sorted) {
    return String.format(
        Locale.ROOT,
        "forecast mode=off n=%d mean_h=%.1f least_h=%.1f median_h=%.1f most_h=%.1f late=%d",
        sorted.length,
        Arrays.stream(sorted).average().orElseThrow(),
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1],
        Arrays.stream(sorted).filter(it -> it > 0).count());
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
