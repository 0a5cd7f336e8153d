package dev.linchpin.bench;

import dev.linchpin.forecast.search.Network;
import dev.linchpin.forecast.search.PeopleDecoder;
import dev.linchpin.forecast.search.Search;
import dev.linchpin.forecast.search.Search.Budget;
import dev.linchpin.forecast.search.Search.Found;
import dev.linchpin.forecast.search.Search.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Levels a made-up plan of named people: `[--tasks 1000 --people 25 --seed N] [--millis 100]
/// [FILE.tjp]`. With a file, the plan is written to it for TaskJuggler as well.
///
/// The plan is that of `--seed`, otherwise of the number of tasks. CPU time ends the search; the
/// virtual machine is warmed up by two seconds of it before.
public final class PeopleBench {
  private static final double WARM_SECONDS = 2;

  private PeopleBench() {}

  public static void main(String[] all) throws IOException {
    Arguments arguments = Arguments.of(all);
    int tasks = (int) arguments.number("tasks", 1_000);
    int people = (int) arguments.number("people", 25);
    double millis = arguments.number("millis", 100);
    NamedPlan plan = NamedPlan.make(tasks, people, arguments.number("seed", tasks));
    for (String file : arguments.words()) {
      Files.writeString(Path.of(file), TaskJugglerText.of(plan));
    }
    Network network = Network.of(plan.hours(), plan.before());
    search(plan, network, WARM_SECONDS);
    double perSchedule = perSchedule(plan, network);
    double cpu = Cpu.ofThread();
    long affordable = Math.max(20, (long) (millis / 1e3 / perSchedule));
    Found found = searchFor(plan, network, affordable, millis / 1e3);
    System.out.printf(
        Locale.ROOT,
        "tasks=%d people=%d makespan_h=%d lower_bound_h=%d critical_path_h=%d"
            + " schedules=%d cpu_ms=%.0f valid=%b%n",
        tasks,
        people,
        found.end(),
        plan.lowerBound(),
        network.criticalPath(),
        found.placements(),
        (Cpu.ofThread() - cpu) * 1e3,
        plan.accepts(found.starts(), found.end()));
  }

  /// How long one schedule takes now; the search is told how many fit into the time, because it
  /// keeps more individuals when it may place more schedules.
  private static double perSchedule(NamedPlan plan, Network network) {
    double cpu = Cpu.ofThread();
    Found found = searchFor(plan, network, 2_000, 60);
    return (Cpu.ofThread() - cpu) / found.placements();
  }

  private static void search(NamedPlan plan, Network network, double seconds) {
    double end = Cpu.ofThread() + seconds;
    while (Cpu.ofThread() < end) {
      searchFor(plan, network, 1_000, seconds);
    }
  }

  private static Found searchFor(NamedPlan plan, Network network, long placements, double time) {
    double end = Cpu.ofThread() + time;
    return Search.search(
        new PeopleDecoder(network, plan.who(), plan.people()),
        Settings.PEOPLE,
        new Budget(placements, () -> Cpu.ofThread() > end),
        plan.lowerBound(),
        Arrays.hashCode(plan.hours()));
  }
}
