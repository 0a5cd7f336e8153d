package dev.linchpin.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linchpin.forecast.search.Search.Budget;
import dev.linchpin.forecast.search.Search.Found;
import dev.linchpin.forecast.search.Search.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// Instances of PSPLIB whose shortest schedule is proven; they are shared beside the repository.
final class PublishedInstancesTests {
  @Test
  void theProvenShortestScheduleOfThirtyJobsIsFoundMostlyAndNeverBeaten() throws IOException {
    Map<String, Integer> proven = proven();
    assertThat(proven).hasSizeGreaterThan(40);
    int reached = 0;
    try (ZipFile zip = new ZipFile(data().resolve("j30.zip").toFile())) {
      for (Map.Entry<String, Integer> one : proven.entrySet()) {
        Instance instance = instance(zip, one.getKey());
        Found found = search(instance);
        assertThat(found.end()).as(one.getKey()).isGreaterThanOrEqualTo(one.getValue());
        assertThat(problem(instance).faults(found.starts())).as(one.getKey()).isEmpty();
        reached += found.end() == one.getValue() ? 1 : 0;
      }
    }
    assertThat(reached).isGreaterThanOrEqualTo(proven.size() * 9 / 10);
  }

  @Test
  void aTextCutOffAnywhereIsReadOrRefusedWithASentence() throws IOException {
    try (ZipFile zip = new ZipFile(data().resolve("j30.zip").toFile())) {
      BrokenText.cutOff(text(zip, "j301_1"), 50).forEach(InstanceTextTests::smIsReadOrRefused);
    }
  }

  private static Found search(Instance instance) {
    return Search.search(
        instance.decoder(), Settings.POOLS, Budget.of(5_000), instance.network().criticalPath(), 1);
  }

  private static Problem problem(Instance instance) {
    Network network = instance.network();
    int[] duration = new int[network.count()];
    int[][] before = new int[network.count()][];
    for (int i = 0; i < duration.length; i++) {
      duration[i] = network.duration(i);
      before[i] = network.before(i);
    }
    return new Problem(duration, before, instance.need(), instance.capacity());
  }

  /// One instance of each of the 48 groups of 30 jobs and its shortest length.
  private static Map<String, Integer> proven() throws IOException {
    Map<String, Integer> proven = new LinkedHashMap<>();
    for (String line : Files.readAllLines(data().resolve("best_known.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[1].equals("j30") && cells[0].endsWith("_1") && cells[7].equals("yes")) {
        proven.put(cells[0], Integer.parseInt(cells[6]));
      }
    }
    return proven;
  }

  private static Instance instance(ZipFile zip, String name) throws IOException {
    try {
      return InstanceText.sm(name, text(zip, name));
    } catch (InstanceTextException no) {
      throw new AssertionError(no);
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    try (var in = zip.getInputStream(zip.getEntry(name + ".sm"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Path data() {
    String told = System.getenv("LINCHPIN_SHARED_DATA");
    Path shared = told == null ? Path.of("..", "..", "shared", "data") : Path.of(told);
    Path data = shared.resolve("psplib");
    assumeTrue(Files.isDirectory(data), "No psplib in the shared data: not searched.");
    return data;
  }
}
