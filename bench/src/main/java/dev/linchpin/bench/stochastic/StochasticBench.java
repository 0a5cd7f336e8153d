package dev.linchpin.bench.stochastic;

import dev.linchpin.bench.Arguments;
import dev.linchpin.bench.Cpu;
import dev.linchpin.bench.Instances;
import dev.linchpin.forecast.search.Instance;
import dev.linchpin.forecast.search.InstanceTextException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Expected length of published projects with uncertain durations, over their critical path:
/// `PATH... [--schedules 5000] [--scenarios 1000] [--seed 1]`.
///
/// Of each cell of ten instances one is taken, as C. Fang and others (2015) do: of cell p the
/// instance p, 1 to 10 and around; those that are not there are left out. One line per
/// distribution; scenarios that a policy is judged on are no scenarios it was chosen with.
public final class StochasticBench {
  private static final Pattern NAME = Pattern.compile("j(?:30|60|90|120)(\\d+)_(\\d+)");
  private static final long APART = 1_000_003;

  private StochasticBench() {}

  public static void main(String[] all) throws IOException, InstanceTextException {
    Arguments asked = Arguments.of(all);
    long schedules = asked.number("schedules", 5_000);
    int scenarios = (int) asked.number("scenarios", 1_000);
    long seed = asked.number("seed", 1);
    for (String word : asked.words()) {
      for (Map.Entry<String, List<Instance>> set : Instances.of(Path.of(word)).entrySet()) {
        List<Instance> sample =
            set.getValue().stream().filter(it -> isInSample(it.name())).toList();
        for (Durations durations : Durations.values()) {
          System.out.println(line(set.getKey(), sample, durations, schedules, scenarios, seed));
        }
      }
    }
  }

  private static boolean isInSample(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        && Integer.parseInt(parts.group(2)) == (Integer.parseInt(parts.group(1)) - 1) % 10 + 1;
  }

  private static String line(
      String set,
      List<Instance> sample,
      Durations durations,
      long schedules,
      int scenarios,
      long seed) {
    double cpu = Cpu.ofThread();
    double over = 0;
    double byLatestFinish = 0;
    for (Instance instance : sample) {
      Uncertain project = new Uncertain(instance);
      PolicySearch search = new PolicySearch(project, schedules, seed);
      int[][] judges = project.scenarios(durations, scenarios, seed + APART, false);
      double length = instance.network().criticalPath();
      over += search.best(durations, schedules, seed, judges) / length - 1;
      byLatestFinish += project.mean(search.byLatestFinish(), project.count, judges) / length - 1;
    }
    return String.format(
        Locale.ROOT,
        "stochastic set=%s durations=%s instances=%d schedules=%d scenarios=%d over_cp=%.2f"
            + " latest_finish=%.2f cpu_s=%.1f",
        set,
        durations,
        sample.size(),
        schedules,
        scenarios,
        100 * over / sample.size(),
        100 * byLatestFinish / sample.size(),
        Cpu.ofThread() - cpu);
  }
}
