package dev.linchpin.bench;

import com.sun.management.ThreadMXBean;
import dev.linchpin.forecast.Forecast;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.internal.Simulation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures forecasts: `--tasks 500 --people 18 --projects 6 --runs 10000`.
///
/// With `--edit 1`: how long it takes from an edit to the stable 8-in-10 date, and with `--whole 1`
/// how far that is from what all runs say; otherwise three lines: runs on one thread, of people who
/// work around the clock (`dispatch`) and of people with a calendar, leave and a help desk
/// (`clocks`), as whole forecasts one after the other for two seconds, after five to warm up; then
/// how long a forecast on all processors takes to its first dates, and until these hardly move.
public final class ForecastBench {
  private static final double WARM_UP_SECONDS = 5;
  private static final double SECONDS = 2;

  private ForecastBench() {}

  public static void main(String[] all) {
    Arguments asked = Arguments.of(all);
    PeoplePlan made =
        new PeoplePlan(
            (int) asked.number("tasks", 500),
            (int) asked.number("people", 18),
            (int) asked.number("projects", 6));
    int runs = (int) asked.number("runs", 10_000);
    if (asked.number("edit", 0) > 0) {
      EditTimes.print(made, runs, asked.number("whole", 0) > 0);
      return;
    }
    Plan round = PeoplePlan.aroundTheClock(made.plan());
    System.out.println(speed("dispatch", made, question(round, Interruptions.NONE, runs)));
    Question real = question(made.plan(), made.interruptions(), runs);
    System.out.println(speed("clocks", made, real));
    System.out.println(answer(made, real));
  }

  static Question question(Plan plan, Interruptions interruptions, int runs) {
    return new Question(
        plan, interruptions, History.NONE, PeoplePlan.START, runs, new Seed(20_270_111));
  }

  private static String speed(String mode, PeoplePlan made, Question question) {
    forecast(question, WARM_UP_SECONDS);
    double cpu = Cpu.ofThread();
    long bytes = bytes();
    double runs = question.runs() * (double) forecast(question, SECONDS);
    return String.format(
        Locale.ROOT,
        "forecast mode=%s tasks=%d people=%d projects=%d runs=%d runs_per_cpu_s=%.0f"
            + " bytes_per_run=%.0f",
        mode,
        made.tasks(),
        made.people(),
        made.projects(),
        question.runs(),
        runs / (Cpu.ofThread() - cpu),
        (bytes() - bytes) / runs);
  }

  /// @return how many forecasts it were
  private static int forecast(Question question, double seconds) {
    double until = Cpu.ofThread() + seconds;
    int forecasts = 0;
    do {
      Simulation.forecast(question, 1);
      forecasts++;
    } while (Cpu.ofThread() < until);
    return forecasts;
  }

  private static String answer(PeoplePlan made, Question question) {
    long wall = System.nanoTime();
    double cpu = Cpu.ofProcess();
    List<Double> first = new ArrayList<>();
    Forecast forecast =
        Forecaster.untilStable(
                question,
                _ -> {
                  first.add((System.nanoTime() - wall) / 1e6);
                  return true;
                })
            .forecast();
    return String.format(
        Locale.ROOT,
        "forecast mode=refined tasks=%d people=%d projects=%d first_ms=%.0f runs=%d wall_ms=%.0f"
            + " cpu_ms=%.0f",
        made.tasks(),
        made.people(),
        made.projects(),
        first.isEmpty() ? 0 : first.getFirst(),
        forecast.runs(),
        (System.nanoTime() - wall) / 1e6,
        1e3 * (Cpu.ofProcess() - cpu));
  }

  private static long bytes() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        ? threads.getCurrentThreadAllocatedBytes()
        : 0;
  }
}
