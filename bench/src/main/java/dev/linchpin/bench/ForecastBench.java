package dev.linchpin.bench;

import com.sun.management.ThreadMXBean;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.Seed;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Measures forecasts: `--tasks 500 --people 18 --runs 10000 --projects 6`.
///
/// Prints one line for a warm machine: wall and CPU time of the whole process, so that the
/// compiler's and the collector's work count as well.
public final class ForecastBench {
  private ForecastBench() {}

  public static void main(String[] arguments) {
    Map<String, Integer> asked = new HashMap<>();
    asked.putAll(Map.of("--tasks", 500, "--people", 18, "--runs", 10_000, "--projects", 6));
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      asked.put(arguments[i], Integer.parseInt(arguments[i + 1]));
    }
    int runs = asked.getOrDefault("--runs", 0);
    PeoplePlan made =
        new PeoplePlan(
            asked.getOrDefault("--tasks", 0),
            asked.getOrDefault("--people", 0),
            asked.getOrDefault("--projects", 0));
    measure(made, Math.min(runs, 1_000));
    System.out.println(measure(made, runs));
  }

  private static String measure(PeoplePlan made, int runs) {
    var question =
        new Forecaster.Question(
            made.plan(),
            made.interruptions(),
            History.NONE,
            PeoplePlan.START,
            runs,
            new Seed(20_270_111));
    long wall = System.nanoTime();
    long cpu = cpuNanos();
    long bytes = bytes();
    Outcome outcome = Forecaster.forecast(question);
    double wallMs = (System.nanoTime() - wall) / 1e6;
    double cpuMs = (cpuNanos() - cpu) / 1e6;
    double perRun = (double) (bytes() - bytes) / runs;
    return String.format(
        Locale.ROOT,
        "tasks=%d people=%d runs=%d wall_ms=%.0f cpu_ms=%.0f"
            + " runs_per_cpu_s=%.0f bytes_per_run=%.0f",
        outcome.forecast().tasks().size(),
        made.people(),
        runs,
        wallMs,
        cpuMs,
        runs / (cpuMs / 1e3),
        perRun);
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static long bytes() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        ? threads.getTotalThreadAllocatedBytes()
        : 0;
  }
}
