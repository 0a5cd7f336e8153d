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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Searches published instances and compares with what is known of them: `PATH... [--schedules
/// 5000] [--seconds S] [--threads 1] [--seed 1] [--reference ROUNDS]`.
///
/// Threads search different instances, or where there is only one, that one together; they change
/// nothing but the time. `--seconds` ends the search of each instance; without it the number of
/// schedules does.
///
/// `--reference 5` searches everything five times. Right after the search of each instance it
/// places as many schedules with [ReferenceKernel]. A second line says how fast that was, and how
/// fast the search was as a part of it. Both lines are of the round with the middle ratio; the
/// lowest and the highest ratio follow.
public final class ScheduleBench {
  private final long schedules;
  private final long seconds;
  private final long seed;
  private final int threads;
  private final int rounds;

  private ScheduleBench(Arguments arguments) {
    this.seconds = arguments.number("seconds", 0);
    this.schedules = arguments.number("schedules", seconds > 0 ? 100_000_000 : 5_000);
    this.seed = arguments.number("seed", 1);
    this.threads = (int) arguments.number("threads", 1);
    this.rounds = (int) arguments.number("reference", 0);
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
      List<Round> measured = new ArrayList<>();
      for (int round = 0; round < Math.max(1, rounds); round++) {
        measured.add(new Round(all(set.getValue())));
      }
      measured.sort(Comparator.comparingDouble(Round::ratio));
      Round middle = measured.get(measured.size() / 2);
      System.out.println(line(set.getKey(), middle.all(), best));
      if (rounds > 0) {
        System.out.println(referenceLine(set.getKey(), middle, measured));
      }
    }
  }

  /// All instances of a set, each searched and then placed by the reference kernel.
  private record Round(List<Searched> all) {
    List<Searched> measured() {
      return all.stream().filter(one -> one.reference() != Speed.NOT_MEASURED).toList();
    }

    Speed kernel() {
      return measured().stream().map(Searched::reference).reduce(Speed.NOT_MEASURED, Speed::plus);
    }

    Speed search() {
      return measured().stream()
          .map(one -> new Speed(one.found().placements(), one.cpu()))
          .reduce(Speed.NOT_MEASURED, Speed::plus);
    }

    double ratio() {
      return kernel().cpu() == 0 ? 0 : search().perSecond() / kernel().perSecond();
    }
  }

  /// One instance searched.
  private record Searched(
      Instance instance, Found found, boolean valid, double cpu, Speed reference) {
    double over(int reference) {
      return reference == 0 ? 0 : 100.0 * (found.end() - reference) / reference;
    }
  }

  /// How many schedules were placed in how much CPU time.
  record Speed(long placed, double cpu) {
    static final Speed NOT_MEASURED = new Speed(0, 0);

    Speed plus(Speed more) {
      return new Speed(placed + more.placed, cpu + more.cpu);
    }

    double perSecond() {
      return cpu == 0 ? 0 : placed / cpu;
    }
  }

  private List<Searched> all(List<Instance> instances)
      throws InterruptedException, ExecutionException {
    if (instances.size() == 1) {
      return List.of(search(instances.getFirst(), threads));
    }
    List<Searched> all = new ArrayList<>();
    try (var workers = Executors.newFixedThreadPool(threads)) {
      List<Callable<Searched>> work = new ArrayList<>();
      instances.forEach(instance -> work.add(() -> search(instance, 1)));
      for (Future<Searched> one : workers.invokeAll(work)) {
        all.add(one.get());
      }
    }
    return all;
  }

  private Searched search(Instance instance, int together) {
    double cpu = cpu(together);
    long end = System.nanoTime() + seconds * 1_000_000_000;
    Budget budget = new Budget(schedules, () -> seconds > 0 && System.nanoTime() > end);
    Found found =
        Search.search(
            instance.decoder(),
            Settings.POOLS,
            budget,
            instance.network().criticalPath(),
            seed,
            together);
    double spent = cpu(together) - cpu;
    boolean valid = InstanceCheck.isValid(instance, found.starts(), found.end());
    return new Searched(instance, found, valid, spent, speedOfReference(instance, found));
  }

  private static double cpu(int threads) {
    return threads == 1 ? Cpu.ofThread() : Cpu.ofProcess();
  }

  private Speed speedOfReference(Instance instance, Found found) {
    if (rounds == 0 || instance.capacity().length > ReferenceKernel.POOLS_MAX) {
      return Speed.NOT_MEASURED;
    }
    double cpu = Cpu.ofThread();
    long placed = new ReferenceKernel(instance).run(found.placements(), seed);
    return new Speed(placed, Cpu.ofThread() - cpu);
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

  private static String referenceLine(String set, Round middle, List<Round> sorted) {
    Speed kernel = middle.kernel();
    return String.format(
        Locale.ROOT,
        "reference set=%s instances=%d schedules=%d cpu_s=%.1f schedules_per_cpu_s=%.0f ratio=%.2f"
            + " lowest=%.2f highest=%.2f",
        set,
        middle.measured().size(),
        kernel.placed(),
        kernel.cpu(),
        kernel.perSecond(),
        middle.ratio(),
        sorted.getFirst().ratio(),
        sorted.getLast().ratio());
  }
}
