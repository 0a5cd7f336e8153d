package dev.linchpin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The best known lengths from the table that lies beside the instances: the column `best_ub` of
/// `best_known.csv`, or the heuristic's of `instances.csv`.
final class BestKnown {
  private BestKnown() {}

  /// Lengths by instance; empty where no table lies beside the path or in it.
  static Map<String, Integer> beside(Path path) throws IOException {
    for (Path folder : List.of(path, path.toAbsolutePath().resolveSibling("."))) {
      for (String name : List.of("best_known.csv", "instances.csv")) {
        Path table = folder.resolve(name);
        if (Files.isDirectory(folder) && Files.exists(table)) {
          return read(table);
        }
      }
    }
    return Map.of();
  }

  private static Map<String, Integer> read(Path table) throws IOException {
    List<String> lines = Files.readAllLines(table);
    List<String> columns = Arrays.asList(lines.getFirst().split(",", -1));
    int value = columns.indexOf("best_ub");
    if (value < 0) {
      value = columns.indexOf("heuristic_makespan_P-SGS-MINSLK");
    }
    Map<String, Integer> best = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (value >= 0 && !cells[value].isBlank()) {
        best.put(cells[0], (int) Double.parseDouble(cells[value]));
      }
    }
    return best;
  }
}
