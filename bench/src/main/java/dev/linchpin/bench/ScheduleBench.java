package dev.linchpin.bench;

import dev.linchpin.forecast.search.Instance;
import dev.linchpin.forecast.search.InstanceTextException;
import dev.linchpin.forecast.search.Search;
import dev.linchpin.forecast.search.Search.Budget;
import dev.linchpin.forecast.search.Search.Found;
import dev.linchpin.forecast.search.Search.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Searches published instances and compares with what is known of them: `PATH... [--schedules
/// 5000] [--seconds S] [--threads 1] [--seed 1]`.
///
/// Each instance is searched by one thread, so the number of threads changes nothing but the time.
/// `--seconds` ends the search of each instance; without it the number of schedules does.
public final class ScheduleBench {
  private final long schedules;
  private final long seconds;
  private final long seed;
  private final int threads;

  private ScheduleBench(Arguments arguments) {
    this.seconds = arguments.number("seconds", 0);
    this.schedules = arguments.number("schedules", seconds > 0 ? 100_000_000 : 5_000);
    this.seed = arguments.number("seed", 1);
    this.threads = (int) arguments.number("threads", 1);
  }

  public static void main(String[] all) throws Exception {
    Arguments arguments = Arguments.of(all);
    ScheduleBench bench = new ScheduleBench(arguments);
    for (String word : arguments.words()) {
      bench.measure(Path.of(word));
    }
  }

  private void measure(Path path)
      throws IOException, InstanceTextException, InterruptedException, ExecutionException {
    Map<String, Integer> best = BestKnown.beside(path);
    for (Map.Entry<String, List<Instance>> set : Instances.of(path).entrySet()) {
      System.out.println(line(set.getKey(), all(set.getValue()), best));
    }
  }

  /// One instance searched.
  private record Searched(Instance instance, Found found, boolean valid, double cpu) {
    double over(int reference) {
      return reference == 0 ? 0 : 100.0 * (found.end() - reference) / reference;
    }
  }

  private List<Searched> all(List<Instance> instances)
      throws InterruptedException, ExecutionException {
    List<Searched> all = new ArrayList<>();
    try (var workers = Executors.newFixedThreadPool(threads)) {
      List<Callable<Searched>> work = new ArrayList<>();
      instances.forEach(instance -> work.add(() -> search(instance)));
      for (Future<Searched> one : workers.invokeAll(work)) {
        all.add(one.get());
      }
    }
    return all;
  }

  private Searched search(Instance instance) {
    double cpu = Cpu.ofThread();
    long end = System.nanoTime() + seconds * 1_000_000_000;
    Budget budget = new Budget(schedules, () -> seconds > 0 && System.nanoTime() > end);
    Found found =
        Search.search(
            instance.decoder(), Settings.POOLS, budget, instance.network().criticalPath(), seed);
    double spent = Cpu.ofThread() - cpu;
    boolean valid = InstanceCheck.isValid(instance, found.starts(), found.end());
    return new Searched(instance, found, valid, spent);
  }

  private static int best(Searched one, Map<String, Integer> best) {
    return Objects.requireNonNull(best.get(one.instance().name()));
  }

  private String line(String set, List<Searched> all, Map<String, Integer> best) {
    double cpu = all.stream().mapToDouble(Searched::cpu).sum();
    List<Searched> known =
        all.stream().filter(one -> best.containsKey(one.instance().name())).toList();
    long placed = all.stream().mapToLong(one -> one.found().placements()).sum();
    return String.format(
        Locale.ROOT,
        "set=%s instances=%d schedules=%d avg_dev_cp=%.2f avg_dev_best=%s optimal=%d invalid=%d"
            + " cpu_s=%.1f schedules_per_cpu_s=%.0f",
        set,
        all.size(),
        schedules,
        all.stream()
            .mapToDouble(one -> one.over(one.instance().network().criticalPath()))
            .average()
            .orElse(0),
        known.isEmpty()
            ? "-"
            : String.format(
                Locale.ROOT,
                "%.3f",
                known.stream().mapToDouble(one -> one.over(best(one, best))).average().orElse(0)),
        known.stream().filter(one -> one.found().end() <= best(one, best)).count(),
        all.stream().filter(one -> !one.valid()).count(),
        cpu,
        placed / cpu);
  }
}
